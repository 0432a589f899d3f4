import type { Finding } from "./finding.ts";

/** By what a finding is known again when its lines, its file's name or its rule have changed. */
export interface Mark {
  /** The n-th, from 1, of the findings with this slot, name and path. */
  readonly n: number;
  /** Whether what was found is a key's text, and not what makes one. */
  readonly isText: boolean;
  /** A digest of what was found, under a salt: 64 hex digits. Not to be shown, for a weak key can be guessed from it. */
  digest(salt: string): string;
}

/** A finding, and by what it is known again. */
export interface Marked {
  readonly finding: Finding;
  readonly mark: Mark;
}
