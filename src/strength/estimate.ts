import { copyAt, dateAt, firstPlaces, repeatAt, walkAt, type Part } from "./patterns.ts";
import { bitsPerCharacter, type Shape } from "./shape.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { leetOf, wordsAt, type Spelling } from "./spelling.ts";

/** The cheapest way to put a text together from words, walks, repeats, dates and single characters. */
export interface Estimate {
  /** Guesses for the whole, as a logarithm to base 2. */
  readonly bits: number;
  readonly parts: readonly Part[];
  /** The text has so few different characters that naming them and their order is cheaper than the characters. */
  readonly fewKinds: boolean;
}

/** Bits of one letter of a language written with other letters, of a language written with thousands of signs. */
const [foreignLetter, foreignSign] = [1.5, 5];

/** Bits of a letter in a sentence, between 0.6 and 1.3: Shannon, Prediction and Entropy of Printed English, 1951, https://doi.org/10.1002/j.1538-7305.1951.tb01366.x */
const sentenceLetter = 1;

/** Bits of a sign between words, and of a digit in a number. */
const [separatorBits, digitBits] = [1, Math.log2(10)];

/** Hex from this length on is not looked through for words: those of six letters cost little less than their digits. */
const noWordHex = 16;

/** From this many characters on a walk is no chance. */
const surelyWalk = 4;

/**
 * Estimates a text of at most a few hundred characters. Takes time in proportion to its length. Words of fewer letters than `least`
 * count where they are set off (`my-key`); a `least` of 1 finds them anywhere (`mykey`), in random text too.
 */
export function estimate(text: string, shape: Shape, vocabulary: Vocabulary, least: number): Estimate {
  const { each, fewKinds } = characterBits(text, shape);
  const spelling = leetOf(text, shape);
  const first = firstPlaces(text);
  const best = new Float64Array(text.length + 1).fill(Infinity);
  const via: (Part | undefined)[] = [];
  best[0] = 0;
  const worded = shape !== "binary" && !(shape === "hex" && text.length >= noWordHex);
  const offer = (part: Part | undefined): void => {
    if (!part) return;
    const bits = (best[part.start] ?? Infinity) + part.bits;
    if (bits >= (best[part.end] ?? Infinity)) return;
    best[part.end] = bits;
    via[part.end] = part;
  };
  for (let at = 0; at < text.length; at += 1) {
    offer(characterAt(text, at, each, shape));
    offer(digitsAt(text, at, shape));
    offer(walkAt(spelling.lower, at, Math.min(least + 2, surelyWalk)));
    offer(repeatAt(text, at, each));
    offer(copyAt(text, at, first));
    offer(dateAt(text, at));
    if (worded) for (const part of wordsAt(spelling, at, vocabulary, least)) offer(part);
  }
  const parts = backwards(via, text.length);
  return { bits: asWritten(best[text.length] ?? 0, parts, spelling), parts, fewKinds };
}

/** What a character costs by its kinds, or by the number of different ones when these are few: first which, then their order. */
function characterBits(text: string, shape: Shape): { each: number; fewKinds: boolean } {
  const usual = bitsPerCharacter(text, shape);
  const kinds = new Set(text).size;
  const coded = Math.log2(Math.max(kinds, 2)) + (kinds * usual) / Math.max(text.length, 1);
  return coded < usual ? { each: coded, fewKinds: true } : { each: usual, fewKinds: false };
}

function characterAt(text: string, start: number, each: number, shape: Shape): Part {
  const character = text[start] ?? "";
  const end = start + 1;
  if (shape !== "binary" && character > "\x7f" && /\p{L}/u.test(character)) {
    return { kind: "foreign", start, end, bits: Math.min(each, character >= "\u2e80" ? foreignSign : foreignLetter) };
  }
  if (shape === "text" && "-_ .".includes(character)) return { kind: "separator", start, end, bits: Math.min(each, separatorBits) };
  return { kind: "character", start, end, bits: each };
}

const number = /[0-9]{2,40}/y;

/** A number between other things: its digits, and that there is one. */
function digitsAt(text: string, start: number, shape: Shape): Part | undefined {
  if (shape === "hex" || shape === "binary") return undefined;
  number.lastIndex = start;
  const found = number.exec(text);
  if (!found) return undefined;
  const { length } = found[0];
  return { kind: "digits", start, end: start + length, bits: 2 + length * digitBits };
}

function backwards(via: readonly (Part | undefined)[], length: number): readonly Part[] {
  const parts: Part[] = [];
  for (let part = via[length]; part; part = via[part.start]) parts.push(part);
  return parts.reverse();
}

/** Words that make sentences: who writes them writes a sentence, and its next word can be foretold. */
const grammar = wordSet("a an the my your our this that these is are was with of to for in on and or but you i we it not very than who how should must can will all any no be has have do does used so if");

/** What a key is called: nobody draws these by lot. */
const naming = wordSet("secret secrets key keys jwt token tokens session sessions cookie cookies app application password passwd auth sign signing signer hmac csrf encryption api secretkey");

/** Words beside such names come from the project: its name, its parts, its people; some hundreds that can be collected from its pages. */
const projectWord = 8;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Which sign stands between the words, or none, or capitals: the same all through. */
const separating = 3;

/** Words depend on each other: a sentence costs no more than its letters in a sentence do, a name of a key no more than its project's words. */
function asWritten(bits: number, parts: readonly Part[], { lower }: Spelling): number {
  const words = parts.filter(({ kind }) => kind === "word");
  const among = (set: ReadonlySet<string>): number => words.filter(({ start, end }) => set.has(lower.slice(start, end))).length;
  const others = parts.filter(({ kind }) => kind !== "word" && kind !== "separator").reduce((sum, part) => sum + part.bits, separating);
  const letters = words.reduce((sum, { start, end }) => sum + (end - start), 0);
  const sentence = among(grammar) >= 2 ? letters * sentenceLetter + others : Infinity;
  const named = among(naming) >= 2 ? words.reduce((sum, word) => sum + Math.min(word.bits, projectWord), others) : Infinity;
  return Math.min(bits, sentence, named);
}
