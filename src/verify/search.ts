import type { Attempt, Kind } from "./kind.ts";
import { guessesOf, type Guess } from "./kinds.ts";
import type { Readings } from "./readings.ts";
import type { Token } from "./token.ts";
import type { Tried } from "./tried.ts";

/** Keys that slow ways are tried with: each takes some milliseconds. */
export const mostSlowly = 2_000;

/** What came of a token. */
export interface Found {
  /** What it may be, the likeliest first. */
  readonly kinds: readonly Kind[];
  readonly ways: number;
  readonly match?: { readonly kind: Kind; readonly key: Tried };
  /** Not all keys were tried in all ways. */
  readonly cut: boolean;
}

/** Tries the keys on a token, as programs read it. Undefined where it is of no known kind. */
export function searched(readings: readonly Token[], keys: readonly Tried[]): Found | undefined {
  const known = readings.map((token) => ({ token, guesses: guessesOf(token) })).filter(({ guesses }) => guesses.length > 0);
  // What is a cookie by its name and value is no other text.
  const guessed = known.filter(({ token }) => token.name !== undefined || known[0]?.token.name === undefined).map(({ guesses }) => guesses);
  const [likeliest] = guessed;
  if (!likeliest) return undefined;
  const ways = guessed.flat().flatMap(({ kind, attempts }: Guess) => attempts.map((attempt) => ({ kind, attempt })));
  const slow = ways.filter(({ attempt }) => attempt.slow);
  const match = matchIn(keys, ways.filter(({ attempt }) => !attempt.slow)) ?? matchIn(keys.slice(0, mostSlowly), slow);
  return { kinds: likeliest.map(({ kind }) => kind), ways: ways.length, ...(match ? { match } : {}), cut: slow.length > 0 && keys.length > mostSlowly };
}

function matchIn(keys: readonly Tried[], ways: readonly { readonly kind: Kind; readonly attempt: Attempt }[]): Found["match"] {
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
