import type { Attempt, Kind } from "./kind.ts";
import { guessesOf } from "./kinds.ts";
import type { Readings } from "./readings.ts";
import type { Token } from "./token.ts";
import type { Tried } from "./tried.ts";

/** Tries of slow ways at most, of all tokens together: each takes some milliseconds. */
export const mostSlowly = 2_000;

interface Way {
  readonly kind: Kind;
  readonly attempt: Attempt;
}

/** How a token may have been made. */
export interface Ways {
  /** What it may be, the likeliest first. */
  readonly kinds: readonly Kind[];
  readonly quick: readonly Way[];
  readonly slow: readonly Way[];
}

/** Of a token, as programs read it. Undefined where it is of no known kind. */
export function waysOf(readings: readonly Token[]): Ways | undefined {
  const known = readings.map((token) => ({ token, guesses: guessesOf(token) })).filter(({ guesses }) => guesses.length > 0);
  // What is a cookie by its name and value is no other text.
  const guessed = known.filter(({ token }) => token.name !== undefined || known[0]?.token.name === undefined).map(({ guesses }) => guesses);
  const [likeliest] = guessed;
  if (!likeliest) return undefined;
  const ways = guessed.flat().flatMap(({ kind, attempts }) => attempts.map((attempt) => ({ kind, attempt })));
  return { kinds: likeliest.map(({ kind }) => kind), quick: ways.filter(({ attempt }) => !attempt.slow), slow: ways.filter(({ attempt }) => attempt.slow) };
}

/** What came of a token. */
export interface Found {
  readonly kinds: readonly Kind[];
  readonly ways: number;
  readonly match?: { readonly kind: Kind; readonly key: Tried };
  /** Not all keys were tried in all ways. */
  readonly cut: boolean;
}

/** Tries keys on a token, the first of them in slow ways as well. */
export function searched({ kinds, quick, slow }: Ways, keys: readonly Tried[], slowly: number): Found {
  const match = matchIn(keys, quick) ?? matchIn(keys.slice(0, slowly), slow);
  return { kinds, ways: quick.length + slow.length, ...(match ? { match } : {}), cut: slow.length > 0 && keys.length > slowly };
}

function matchIn(keys: readonly Tried[], ways: readonly Way[]): Found["match"] {
  if (ways.length === 0) return undefined;
  for (const key of keys) {
    const readings = key.readings();
    const way = ways.find(({ attempt }) => isSigned(attempt, readings));
    if (way) return { kind: way.kind, key };
  }
  return undefined;
}

function isSigned(attempt: Attempt, { plain, decoded }: Readings): boolean {
  return plain.some((key) => attempt.signed(key)) || (!attempt.plain && decoded.some((key) => attempt.signed(key)));
}
