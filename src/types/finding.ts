import type { Context } from "./key.ts";
import type { Past } from "./past.ts";
import type { Level } from "./rule.ts";

/** A place as users see it: line and columns from 1, columns in UTF-16 units, `endColumn` exclusive. One line always, but in an Edit. */
export interface Region {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A part of the source with every literal and comment covered. `lines` start at `first`. */
export interface Frame {
  readonly first: number;
  readonly lines: readonly string[];
  /** The line with the finding and, in the covered text, the columns from 1 to underline, the end exclusive. */
  readonly mark: { readonly line: number; readonly column: number; readonly endColumn: number };
}

/**
 * A change of a file: what stands from a place to another is replaced by `text`; where the two are one, it is put in there. Lines and
 * columns as in Region, over lines where need be. It holds nothing of what it replaces.
 */
export interface Edit extends Region {
  readonly text: string;
}

/** Plain data about one origin, with no secret in it. */
export interface Finding {
  /** What the commits tell of it, when they were asked. */
  readonly past?: Past;
  /** The repository that it is in, by the name that it has in `Report.repositories`. Absent when the run is about one. */
  readonly repository?: string;
  /** Identity: a hash over slot kind, name, path and the n-th of these in the file. No rule, no line, no value. */
  readonly id: string;
  /** The leading rule. */
  readonly rule: string;
  /** All rules that speak of it, the leading one first. */
  readonly rules: readonly string[];
  readonly level: Level;
  /** True when the context lowered the level. */
  readonly lowered: boolean;
  readonly context: Context;
  readonly because?: string;
  readonly region: Region;
  readonly framework: string;
  readonly slot: string;
  readonly name: string;
  readonly evidence: "api" | "name";
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** How to get out, in order: sentences. */
  readonly steps: readonly string[];
  /** What surely mends it in the files, all together. Absent when a person must do it. */
  readonly edits?: readonly Edit[];
  /** The variable that it is read from then. */
  readonly variable?: string;
  /** From the origin to the slot, when it is more than one step. */
  readonly trail: readonly (Region & { readonly note: string })[];
  /** The slots that this origin reaches. */
  readonly uses: readonly (Region & { readonly framework: string; readonly slot: string })[];
  /** Where the other keys stand that `what` speaks of. */
  readonly elsewhere?: readonly (Region & { readonly name: string })[];
  readonly frame?: Frame;
}
