import type { Slot, Symbol } from "./slot.ts";

/** A small project that shows a framework's use: file name to text. */
export type Example = Readonly<{ [path: string]: string }>;

/** What keylint knows of one framework or library that takes a key: data, no code. */
export interface Framework {
  /** kebab-case, the file's name. */
  readonly id: string;
  /** As its own documentation writes it. */
  readonly title: string;
  readonly language: "python" | "javascript" | "any";
  /** The page, or the source file, that shows where the key goes in. */
  readonly docs: string;
  /** What the key protects, as the object of a sentence: `session cookies and CSRF tokens`. */
  readonly protects: string;
  /** What an attacker who has the key can do here: one sentence. */
  readonly attack: string;
  /** What to do now: one sentence, in this framework's own idiom. */
  readonly fix: string;
  /** How the framework changes keys without ending sessions: one sentence. Absent when it cannot. */
  readonly rotate?: string;
  readonly slots: readonly Slot[];
  /** Names at the top of a file that show it to be this framework's settings: `INSTALLED_APPS`. */
  readonly marks?: readonly string[];
  /** Features that need a key: an import, or a symbol used. For what is missing. */
  readonly uses?: readonly { readonly import?: string; readonly symbol?: Symbol; readonly needs: string }[];
  /** Gives exactly one finding. */
  readonly bad: Example;
  /** Gives none. */
  readonly good: Example;
  /** Values that are no key here however they look, as picomatch patterns: a framework's own marker for "not set". */
  readonly unset?: readonly string[];
}
