import type { Context } from "./key.ts";
import type { Model } from "./model.ts";
import type { Level } from "./rule.ts";
import type { Slot } from "./slot.ts";

/**
 * A configuration as the user wrote it, checked; every key may be absent. Data only. Its JSON Schema is `src/config/schema.json`.
 *
 * Patterns are matched against paths relative to the scope's root. In a found file they are written relative to the file's folder,
 * and `loadConfig` has put that folder before them; in a file named with `--config` they are relative to the scope's root.
 */
export interface Config {
  /** Levels by rule id. */
  readonly rules?: Levels;
  /** Only what matches one of these is linted. Absent: everything. */
  readonly include?: readonly string[];
  /** What matches one of these is not linted. References into it are followed all the same. */
  readonly exclude?: readonly string[];
  /** Later ones win. */
  readonly overrides?: readonly Override[];
  /** Places that take a key in the user's own code or frameworks that keylint does not know. */
  readonly slots?: readonly UserSlot[];
  /** What calls of the user's own libraries mean. */
  readonly models?: readonly UserModel[];
  /** A file of values that are known to others, one a line: absolute after loading. */
  readonly publishedKeys?: string;
  /** The least random bytes that a key must be able to carry. Default 16. */
  readonly minBytes?: number;
  readonly ignore?: readonly IgnoreEntry[];
  /** The baseline file: absolute after loading. */
  readonly baseline?: string;
  readonly limits?: Limits;
}

/** `off` leaves the rule out. */
export type Levels = Readonly<{ [rule: string]: "off" | Level }>;

/** Other levels, or another context, for some files. */
export interface Override {
  readonly files: readonly string[];
  readonly rules?: Levels;
  readonly context?: Context;
}

/** A slot as framework data has it; `framework` is the id of a known framework that it belongs to. */
export type UserSlot = Slot & { readonly framework?: string };

/** A model as model data has it, and the language that it holds in. */
export type UserModel = Model & { readonly language: "python" | "javascript" };

/** Silences findings where there are no comments: all that is given must fit. */
export interface IgnoreEntry {
  /** The leading rule. */
  readonly rule: string;
  /** A pattern. */
  readonly path: string;
  /** The key's name, as reported. */
  readonly name?: string;
  readonly reason?: string;
  /** The last day on which it holds: `2026-12-31`. */
  readonly until?: string;
}

export interface Limits {
  /** Bytes of a file that are read at most; a larger one is a failure in the report. Default 16 MB. */
  readonly fileBytes?: number;
  /** Files that are looked at at most. Default: no limit in git, 20,000 elsewhere. */
  readonly files?: number;
}
