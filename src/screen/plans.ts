import { globs } from "../text/globs.ts";
import type { Framework } from "../types/framework.ts";
import type { Models } from "../types/model.ts";
import { aloneIn, clausesIn, namesOf, usesIn, type Written } from "./clauses.ts";
import { planFor, type Plan } from "./plan.ts";

/** What is looked for in a tree. */
export interface Plans {
  /** In files of a kind; `uses`: in programs that stand in files of another kind, only where something is used that needs a key. */
  of(sought: Written | "uses"): Plan;
  /** The names of the files in which a slot has an entry of its own, as patterns. */
  readonly files: readonly string[];
}

/** What is looked for in a file by itself, whatever other files say. */
export interface AlonePlans {
  /** `entries`: those that are slots in it. */
  of(written: Written, entries: readonly string[]): Plan;
  /** The entries of a file, by its name, that are slots: paths with dots. Sorted. */
  entriesOf(path: string): readonly string[];
}

export function plansAlone(frameworks: readonly Framework[], models: readonly Models[], names: readonly string[]): AlonePlans {
  return {
    of: (written, entries) => planFor([...aloneIn(frameworks, models, written, entries), ...(written === "settings" ? namesOf(names) : [])]),
    entriesOf: entriesIn(frameworks),
  };
}

function entriesIn(frameworks: readonly Framework[]): (path: string) => readonly string[] {
  const entries = frameworks.flatMap(({ slots }) => slots.flatMap(({ at }) => at.filter((one) => "entry" in one)));
  const files = filesIn(frameworks).map((file) => ({ is: globs([file], { nocase: true }), entries: entries.filter((one) => one.file === file).map(({ entry }) => entry) }));
  return (path) => [...new Set(files.flatMap((file) => (file.is(path) ? file.entries : [])))].sort();
}

function filesIn(frameworks: readonly Framework[]): readonly string[] {
  return [...new Set(frameworks.flatMap(({ slots }) => slots.flatMap(({ at }) => at.flatMap((one) => ("entry" in one ? [one.file] : [])))))];
}

/** What is looked for, for these slots, and for the calls that load settings. */
export function plansFor(frameworks: readonly Framework[], models: readonly Models[]): Plans {
  return {
    of: (sought) => planFor(sought === "uses" ? usesIn(frameworks) : clausesIn(frameworks, models, sought)),
    files: filesIn(frameworks),
  };
}
