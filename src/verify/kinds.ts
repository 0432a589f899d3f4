import { halfOfTwo, keygrip, signedCookies } from "./cookies.ts";
import { django, passwordReset } from "./django.ts";
import { flaskLogin, itsdangerous } from "./itsdangerous.ts";
import { headerOf } from "./header.ts";
import { jwe, otherJwe } from "./jwe.ts";
import { jwt, otherJwt } from "./jwt.ts";
import type { Attempt, Kind, Refusal } from "./kind.ts";
import { python } from "./python.ts";
import { fernet, iron, otherFernet, otherIron, secureSession } from "./sealed.ts";
import type { Token } from "./token.ts";

/** All kinds; where a token may be of several, the likelier one is named first. */
export const kinds: readonly Kind[] = [jwt, ...jwe, iron, fernet, flaskLogin, keygrip, ...signedCookies, ...python, ...itsdangerous, ...django];

/** The nearest miss is told. */
const refusals: readonly Refusal[] = [otherJwe, otherJwt, otherIron, otherFernet, halfOfTwo, passwordReset, secureSession];

/** A kind that a token may be of, and how it is found out. */
export interface Guess {
  readonly kind: Kind;
  readonly attempts: readonly Attempt[];
}

const tokensWithHeader: readonly Kind[] = [jwt, ...jwe];

/** What a token may be. One with the header of a JWT is nothing else, though its signature may be as long as another's. */
export function guessesOf(token: Token): readonly Guess[] {
  const found: Guess[] = [];
  for (const kind of headerOf(token.value.split(".", 1)[0] ?? "") ? tokensWithHeader : kinds) {
    const attempts = kind.attempts(token);
    if (attempts.length > 0) found.push({ kind, attempts });
    if (attempts.length > 0 && kind.certain) return found;
  }
  return found;
}

/** Why none of these can be tried. */
export function refusalOf(tokens: readonly Token[]): string {
  for (const refusal of refusals) for (const token of tokens) {
    const why = refusal(token);
    if (why !== undefined) return why;
  }
  return "This is no token of a kind that keylint knows, or it is cut off. It knows signed cookies and sessions of Python and Node frameworks, JWTs with a shared key, and Fernet; copy all of the value.";
}
