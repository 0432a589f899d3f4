import { createHash } from "node:crypto";

export type Texts = Readonly<{ [name: string]: string }>;

/** An application as somebody wrote it, with keys that leaked, and a program that attacks it. */
export interface Application {
  readonly name: string;
  readonly files: Texts;
  /** The keys that leaked, each under the variable that it is read from when it is mended. */
  readonly keys: Texts;
  /**
   * Code with two functions. `forge(key, variable)` makes, with the framework's own signer, what an attacker makes who knows the key of a
   * variable; it returns a text and does not load the application. `meet(forged, variable)` starts the application, shows it that text, and
   * returns whether it takes the attacker in; it throws when the application does not start.
   */
  readonly attack: string;
  /** Commands that must end well in the application's folder before it is started, while it leaks and when it is mended. */
  readonly build?: readonly (readonly string[])[];
}

/** The n-th key of all that leak here. */
export function leakedKey(n: number): string {
  return createHash("sha256").update(`keylint fixture ${n}`).digest("hex");
}
