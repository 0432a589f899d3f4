import type { Framework } from "../types/framework.ts";
import type { Models } from "../types/model.ts";
import { clausesIn, usesIn, type Written } from "./clauses.ts";
import { planFor, type Plan } from "./plan.ts";

/** What is looked for in a tree. */
export interface Plans {
  /** In files of a kind; `uses`: in programs that stand in files of another kind, only where something is used that needs a key. */
  of(sought: Written | "uses"): Plan;
  /** The names of the files in which a slot has an entry of its own, as patterns. */
  readonly files: readonly string[];
}

/** What is looked for, for these slots, and for the calls that load settings. */
export function plansFor(frameworks: readonly Framework[], models: readonly Models[]): Plans {
  return {
    of: (sought) => planFor(sought === "uses" ? usesIn(frameworks) : clausesIn(frameworks, models, sought)),
    files: [...new Set(frameworks.flatMap(({ slots }) => slots.flatMap(({ at }) => at.flatMap((one) => ("entry" in one ? [one.file] : [])))))],
  };
}
