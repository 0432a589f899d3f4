import { createHash } from "node:crypto";
import { publishedKeys } from "../../rules/published-keys.ts";
import { famousPhrases, wordGroups } from "../../src/strength/words.ts";

const byLength = new Map<number, string[]>();
for (const word of new Set(wordGroups.flatMap(({ words }) => words.split(/\s+/)).filter((word) => /^[a-z]+$/.test(word)))) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

/** Words of which stand-ins are made, where other words would not do. */
const standIns = "your change replace insert only local debug tests testing demo dev default example sample placeholder".split(" ");

/** Rows of keys and of signs along which people walk. */
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0123456789", "abcdef", "!@#$%^&*()"];

/**
 * Other texts of the same length, with a letter for each letter (small for small, hexadecimal for hexadecimal) and a digit for each
 * digit. Always the same ones, the likeliest to be judged alike first.
 */
export function* candidates(text: string): Generator<string> {
  const seen = new Set([text]);
  for (const candidate of all(text)) {
    if (seen.has(candidate) || candidate.length !== text.length) continue;
    seen.add(candidate);
    yield candidate;
  }
}

function* all(text: string): Generator<string> {
  yield* publishedKeys.some(([value]) => value === text) ? publishedKeys.map(([value]) => value) : [];
  if (/\d/.test(text) && /[a-z]/i.test(text)) for (let seed = 0; seed < 20; seed++) yield redrawn(text, seed);
  for (let shift = 1; shift < 10; shift++) yield shifted(text, shift);
  for (let seed = 0; seed < 1_000; seed++) yield reworded(text, seed);
  yield* walks(text);
  for (const phrase of famousPhrases) yield respelled(text, phrase);
  for (let shift = 10; shift < 26; shift++) yield shifted(text, shift);
  for (let seed = 0; seed < 200; seed++) yield redrawn(text, seed);
  for (let at = 0; at < text.length; at++) for (let shift = 1; shift < 26; shift++) yield text.slice(0, at) + shifted(text[at] ?? "", shift) + text.slice(at + 1);
}

function numberOf(...parts: readonly (string | number)[]): number {
  return createHash("sha256").update(parts.join("\0")).digest().readUInt32BE(0);
}

/** Characters of a kind, and the kinds that a text of one alphabet keeps to. */
function kindsOf(text: string): readonly string[] {
  const hex = /^[0-9a-f]*$/i.test(text);
  return hex ? ["0123456789", "abcdef", "ABCDEF"] : ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
}

/** Each letter and digit drawn anew. */
function redrawn(text: string, seed: number): string {
  const kinds = kindsOf(text);
  return text.replace(/[0-9A-Za-z]/g, (character, at: number) => {
    const kind = kinds.find((one) => one.includes(character)) ?? character;
    return kind[numberOf(text, seed, at) % kind.length] ?? character;
  });
}

/** Each letter and digit so many places further: what repeats still repeats, what runs on still runs on. */
function shifted(text: string, by: number): string {
  const kinds = kindsOf(text);
  return text.replace(/[0-9A-Za-z]/g, (character) => {
    const kind = kinds.find((one) => one.includes(character)) ?? character;
    return kind[(kind.indexOf(character) + by) % kind.length] ?? character;
  });
}

/** Some of its words exchanged for others as long, in the same capitals, and perhaps its numbers. */
function reworded(text: string, seed: number): string {
  return text.replace(/[a-z]+|[0-9]+/gi, (run, at: number) => {
    if (numberOf(text, seed, at, "keep") % 3 === 0) return run;
    if (/\d/.test(run)) return shifted(run, 1 + (seed % 9));
    const words = numberOf(text, seed, at, "kind") % 4 === 0 ? standIns.filter((word) => word.length === run.length) : (byLength.get(run.length) ?? []);
    return words.length === 0 ? run : inShape(run, words[numberOf(text, seed, at) % words.length] ?? run);
  });
}

/** Stretches of a row, forwards and backwards. */
function* walks(text: string): Generator<string> {
  for (const row of rows) {
    for (const way of [row + row + row + row, [...row + row + row + row].reverse().join("")]) for (let at = 0; at < row.length; at++) yield inShape(text, way.slice(at, at + text.length));
  }
}

/** Another phrase's letters in the places of a text's. */
function respelled(text: string, phrase: string): string {
  const letters = [...phrase];
  if (text.replace(/[^a-z]/gi, "").length !== letters.length) return text;
  return inShape(text, text.replace(/[a-z]/gi, () => letters.shift() ?? ""));
}

/** A text in another's capitals; nothing like it when the kinds of characters differ. */
function inShape(shape: string, text: string): string {
  if (shape.length !== text.length) return shape;
  const out = [...text].map((character, at) => (/[A-Z]/.test(shape[at] ?? "") ? character.toUpperCase() : character)).join("");
  const kinds = (one: string): string => one.replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A").replace(/[0-9]/g, "0");
  return kinds(out) === kinds(shape) ? out : shape;
}
