import type { Feature, Framework } from "./framework.ts";
import type { Context, Key, Place } from "./key.ts";
import type { Slot } from "./slot.ts";

export type Level = "error" | "warning" | "note";

/** What a rule says of a key. Plain sentences for a user: they hold names and buckets, never a value or an exact strength. */
export interface Problem {
  /** What is wrong: one sentence, with its full stop. */
  readonly what: string;
  /** Why it matters here, when it is not what an attacker does with the framework's key: one sentence. */
  readonly why?: string;
  /** What to do now, when it is not the framework's usual way: one sentence. */
  readonly fix?: string;
  /** Other keys that the sentence names. */
  readonly elsewhere?: readonly Key[];
}

/** A feature that does not work without a key, in a project where nothing assigns or reads one. */
export interface Use {
  readonly framework: Framework;
  readonly feature: Feature;
  /** Where the key would go in. */
  readonly slot: Slot;
  /** Where the feature is used; the first is the one to show. */
  readonly places: readonly [Place, ...Place[]];
  readonly context: Context;
  readonly because?: string;
}

/** What a rule sees in project mode. */
export interface Project {
  readonly keys: readonly Key[];
  /** The keys that have one text, wherever they stand: two and more in each group. */
  readonly alike: readonly (readonly Key[])[];
  readonly uses: readonly Use[];
}

/** What a rule says in project mode, and of what. */
export interface Remark extends Problem {
  readonly of: Key | Use;
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
  /** The way out, for any framework, in order: sentences. What it is with a framework's own words stands in `Finding.steps`. */
  readonly steps: readonly string[];
  /** Never a finding of its own: it is named with the findings of other rules, and its sentence stands behind theirs. */
  readonly beside?: true;
  /** Judges one key. */
  check?(key: Key): Problem | undefined;
  /** In project mode only: judges all keys together, and the uses of what needs one. */
  project?(project: Project): readonly Remark[];
}
