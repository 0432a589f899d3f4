import { judgeFor } from "./history/judge.ts";
import type { Asked } from "./run/asked.ts";
import { lintHistory } from "./run/history.ts";
import { keysOfPast } from "./run/past-keys.ts";
import { UsageError } from "./usage-error.ts";

/** A mistake of the user's as a text, for no class crosses the line. */
type Done<Result> = Promise<Result | { readonly mistake: string }>;

function telling<Given extends readonly unknown[], Result>(run: (...given: Given) => Promise<Result>): (...given: Given) => Done<Result> {
  return async (...given) => {
    try {
      return await run(...given);
    } catch (error) {
      if (error instanceof UsageError) return { mistake: error.message };
      throw error;
    }
  };
}

/** What asks git for all commits: in the package a file of its own, which the first call loads. */
export const past = { history: telling((asked: Asked) => lintHistory(asked)), keys: telling(keysOfPast), judgeFor } as const;
