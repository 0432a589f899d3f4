/** A slot of rules/frameworks/, and code that uses it as an application would. */
export interface Claim {
  /** Framework and slot: `flask/secret-key`. */
  readonly slot: string;
  /** Which of the slot's places, when it has several that may behave differently. */
  readonly way?: string;
  /** Uses `key`, a text, and throws when the framework refuses it. */
  readonly code: string;
  /** The same without a key, when the framework refuses that: it throws. */
  readonly without?: string;
  /** Uses `key` and throws when the framework warns of it: below the slot's least length, and not at it. */
  readonly warned?: string;
}

/** Packages that are installed together, and the claims that they decide. */
export interface Ground {
  readonly name: string;
  readonly language: "python" | "javascript";
  /** Name and major version: a claim holds for these. */
  readonly packages: readonly string[];
  readonly claims: readonly Claim[];
  /** Slots of the same frameworks that no call decides, and why. */
  readonly beyond?: Readonly<{ [slot: string]: string }>;
  /** Too long for every change: only with --all. */
  readonly long?: boolean;
}
