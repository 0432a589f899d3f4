import type { Token } from "./token.ts";

/** One way in which a key may have made a token. */
export interface Attempt {
  /** Whether this key did. */
  signed(key: Buffer): boolean;
  /** Takes the key only as the text that it is, not what the text may be decoded to. */
  readonly plain?: true;
  /** Takes thousands of times as long as others: it is tried when those have failed. */
  readonly slow?: true;
}

/** A kind of token that a shared key makes. What it says is data; how it is verified is a list of attempts. */
export interface Kind {
  readonly id: string;
  /** Behind `this`: `Flask session cookie`. */
  readonly title: string;
  /** What who has the key can make, behind `can make`. */
  readonly power: string;
  /** `keylint generate` makes a key for this framework, when where the key was found does not tell of another. */
  readonly framework?: string;
  /** The key has encrypted it. */
  readonly encrypts?: true;
  /** A token that looks like this is of none of the kinds that are listed behind. */
  readonly certain?: true;
  /** None where the token is not of this kind. */
  attempts(token: Token): readonly Attempt[];
}

/** Why a token cannot be tried, although its kind is plain: one sentence that quotes nothing of it. */
export type Refusal = (token: Token) => string | undefined;
