import type { Key } from "./key.ts";

export type Level = "error" | "warning" | "note";

/** What a rule says of a key. Plain sentences for a user: they hold names and buckets, never a value or an exact strength. */
export interface Problem {
  /** What is wrong: one sentence, with its full stop. */
  readonly what: string;
  /** What to do now, when it is not the framework's usual way: one sentence. */
  readonly fix?: string;
}

/** One judgement. It knows no language, prints nothing, and its page lies beside it: `rules/<id>.md`. */
export interface Rule {
  readonly id: string;
  /** One line for the catalogue, without a full stop. */
  readonly summary: string;
  readonly level: Level;
  /** GitHub's severity, 0.1 to 10; absent for what is no security problem. */
  readonly severity?: number;
  /** CWE numbers, the main one first. */
  readonly cwe: readonly number[];
  /** Why it matters, for any framework: one sentence. */
  readonly why: string;
  check(key: Key): Problem | undefined;
}
