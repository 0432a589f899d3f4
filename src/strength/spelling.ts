import type { Part } from "./patterns.ts";
import type { Shape } from "./shape.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A text as words are looked for in it. All have the text's length. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  /** With digits and signs read as the letters that they stand for (`s3cr3t`), in each of the two readings of 1. */
  readonly leet: readonly string[];
}

const letters: Readonly<{ [sign: string]: string }> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b", "@": "a", $: "s", "!": "i", "+": "t", "|": "l" };

/** A text in lower case and with leetspeak undone. Hex is no leetspeak. */
export function leetOf(text: string, shape: Shape): Spelling {
  const lower = lowered(text);
  if (shape === "hex") return { text, lower, leet: [] };
  const readings = [lower, lower.replaceAll("1", "l")].map((reading) => reading.replace(/[^a-z]/g, (sign) => letters[sign] ?? sign));
  return { text, lower, leet: Array.from(new Set(readings)).filter((reading) => reading !== lower) };
}

/** Lower case, unless that changes the length (`İ`). */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** What it costs to say that a word of so many letters stands here: short ones stand everywhere in random text, by chance. */
const joints = [0, 3, 2.5, 1.5];

/** From this many letters on a word may be in mixed case, and in leetspeak anywhere: in shorter ones it is chance. */
const disguised = 4;

/**
 * Every word that begins at a place, plain and in leetspeak. Words shorter than `least` count only where they are set off from
 * what stands around them.
 */
export function wordsAt(spelling: Spelling, start: number, { bitsOf, longest }: Vocabulary, least: number): readonly Part[] {
  const found: Part[] = [];
  for (const letters of [spelling.lower, ...spelling.leet]) {
    const plain = letters === spelling.lower;
    const end = Math.min(letters.length, start + (longest(letters.slice(start, start + 3)) ?? 2));
    for (let to = start + (plain ? 1 : disguised - 1); to <= end; to += 1) {
      const bits = bitsOf(letters.slice(start, to));
      if (bits === undefined || (to - start < (plain ? least : Math.max(least, disguised)) && !isSetOff(spelling.text, start, to))) continue;
      const swaps = plain ? 0 : swapsIn(spelling.lower, letters, start, to);
      const capitals = caseBits(spelling.text, start, to);
      if ((!plain && (swaps === 0 || swaps * 2 > to - start)) || (capitals > 1 && to - start < disguised)) continue;
      const kind = plain && isDigit(letters.charCodeAt(start)) ? "digits" : "word";
      found.push({ kind, start, end: to, bits: bits + (joints[to - start] ?? 0.5) + capitals + (swaps === 0 ? 0 : 1 + swaps / 2) });
    }
  }
  return found;
}

/** Whether signs, the text's ends or camelCase set a stretch off on both sides. */
function isSetOff(text: string, start: number, end: number): boolean {
  return isBorder(text, start) && isBorder(text, end);
}

function isBorder(text: string, at: number): boolean {
  const [before = "", after = ""] = [text[at - 1], text[at]];
  return !isAlphanumeric(before) || !isAlphanumeric(after) || (/[a-z]/.test(before) && /[A-Z]/.test(after));
}

function isAlphanumeric(character: string): boolean {
  return /[A-Za-z0-9]/.test(character);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function swapsIn(lower: string, letters: string, start: number, end: number): number {
  let swaps = 0;
  for (let at = start; at < end; at += 1) if (lower[at] !== letters[at]) swaps += 1;
  return swaps;
}

/** Guesses for the case: none for lower case, a few for a capital or all capitals, a choice for each letter otherwise. */
function caseBits(text: string, start: number, end: number): number {
  let capitals = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) capitals += 1;
  }
  if (capitals === 0) return 0;
  const first = text.charCodeAt(start);
  return capitals === end - start || (capitals === 1 && first >= 65 && first <= 90) ? 1 : end - start;
}
