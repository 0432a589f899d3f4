import { judgeFor } from "./history/judge.ts";
import type { Asked } from "./run/asked.ts";
import { lintHistory } from "./run/history.ts";
import type { Run } from "./run/joined.ts";
import { UsageError } from "./usage-error.ts";

/** A mistake of the user's as a text, for no class crosses the line. */
async function history(asked: Asked): Promise<Run | { readonly mistake: string }> {
  try {
    return await lintHistory(asked);
  } catch (error) {
    if (error instanceof UsageError) return { mistake: error.message };
    throw error;
  }
}

/** What keylint history needs beside the linter: in the package a file of its own, which the first call loads. */
export const past = { history, judgeFor } as const;
