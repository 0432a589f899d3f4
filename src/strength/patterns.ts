/** A stretch of a text that is cheaper to guess than its characters are. */
export interface Part {
  readonly kind: "word" | "walk" | "sequence" | "repeat" | "copy" | "year" | "digits" | "separator" | "foreign" | "character";
  readonly start: number;
  readonly end: number;
  /** Guesses that it takes, as a logarithm to base 2. */
  readonly bits: number;
}

/** Keys in a row, of which the next one stands beside the one before; after the last one comes the first. */
interface Row {
  readonly kind: "sequence" | "walk";
  readonly keys: string;
}

const rows: readonly Row[] = [
  { kind: "sequence", keys: "0123456789" },
  { kind: "sequence", keys: "abcdefghijklmnopqrstuvwxyz" },
  { kind: "sequence", keys: "0123456789abcdef" },
  { kind: "walk", keys: "qwertyuiop" },
  { kind: "walk", keys: "asdfghjkl" },
  { kind: "walk", keys: "zxcvbnm" },
  { kind: "walk", keys: "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p" },
  { kind: "walk", keys: "!@#$%^&*()" },
  { kind: "walk", keys: "azertyuiop" },
  { kind: "walk", keys: "qwertzuiop" },
];

/** Which row, which start, which way: that many guesses for a walk, and some for its length. */
const walkBits = 5;

/** For every two characters that are neighbours in a row: the row, the place of the first, and the step to the second. */
const steps = stepsOf();

function stepsOf(): ReadonlyMap<string, readonly (Row & { readonly at: number; readonly step: number })[]> {
  const found = new Map<string, (Row & { at: number; step: number })[]>();
  for (const { kind, keys } of rows) {
    for (const [at, key] of Array.from(keys).entries()) {
      for (const step of [1, keys.length - 1]) {
        const pair = `${key}${keys[(at + step) % keys.length]}`;
        found.set(pair, [...(found.get(pair) ?? []), { kind, keys, at, step }]);
      }
    }
  }
  return found;
}

/** The longest walk along a row that begins here, forwards or backwards, of `least` characters or more. `lower` is the text in lower case. */
export function walkAt(lower: string, start: number, least: number): Part | undefined {
  let longest: Part | undefined;
  for (const { kind, keys, at, step } of steps.get(lower.slice(start, start + 2)) ?? []) {
    let length = 2;
    while (lower[start + length] === keys[(at + length * step) % keys.length]) length += 1;
    if (length >= least && length > (longest ? longest.end - start : 0)) longest = { kind, start, end: start + length, bits: walkBits + Math.log2(length) };
  }
  return longest;
}

/** The same character again and again from here on. `each` is what one character costs. */
export function repeatAt(text: string, start: number, each: number): Part | undefined {
  let end = start + 1;
  while (text[end] === text[start]) end += 1;
  return end - start < 3 ? undefined : { kind: "repeat", start, end, bits: Math.min(each, 4) + Math.log2(end - start) };
}

const copyLength = 4;

/** For each place: where the four characters that begin there stood first in the text. */
export function firstPlaces(text: string): readonly number[] {
  const first = new Map<string, number>();
  const places: number[] = [];
  for (let at = 0; at + copyLength <= text.length; at += 1) {
    const piece = text.slice(at, at + copyLength);
    const from = first.get(piece);
    if (from === undefined) first.set(piece, at);
    places.push(from ?? at);
  }
  return places;
}

/** A stretch that stood in the text before. A block written many times is one copy of itself. */
export function copyAt(text: string, start: number, first: readonly number[]): Part | undefined {
  const from = first[start] ?? start;
  if (from >= start) return undefined;
  let length = copyLength;
  while (text[start + length] === text[from + length]) length += 1;
  return { kind: "copy", start, end: start + length, bits: Math.log2(start) + Math.log2(length) };
}

const year = /(19[5-9][0-9]|20[0-3][0-9])/y;
const compactDate = /((19|20)[0-9]{2}[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12][0-9]|3[01])|(0[1-9]|[12][0-9]|3[01])[-./]?(0[1-9]|1[0-2])[-./]?(19|20)[0-9]{2})/y;

/** A year or a date: a hundred years, each with 366 days, in a few ways to write it. */
export function dateAt(text: string, start: number): Part | undefined {
  compactDate.lastIndex = start;
  const date = compactDate.exec(text);
  if (date) return { kind: "year", start, end: start + date[0].length, bits: 17 };
  year.lastIndex = start;
  return year.test(text) ? { kind: "year", start, end: start + 4, bits: 6 } : undefined;
}
