import { load } from "../load.ts";
import { wordGroups } from "./words.ts";

/** Words with the guesses that each takes, as a logarithm to base 2. */
export interface Vocabulary {
  readonly bits: ReadonlyMap<string, number>;
  /** For the first three characters of words: the longest word that starts so. Random text ends here, after one look. */
  readonly longest: ReadonlyMap<string, number>;
}

/** No more of a library's list: the words after are rarer than the letters they are made of. */
const longestList = 40_000;

/** Lists of a few words (planets, weekdays): an attacker has to think of the list first. */
const leastRank = 250;

/** Words of other lengths are found as they are: short ones by their letters, long ones by their parts. */
const [shortestWord, longestWord] = [3, 20];

function vocabularyOf(bits: ReadonlyMap<string, number>): Vocabulary {
  const longest = new Map<string, number>();
  for (const word of bits.keys()) {
    const start = word.slice(0, 3);
    if (word.length > (longest.get(start) ?? 0)) longest.set(start, word.length);
  }
  return { bits, longest };
}

function ownWords(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const group of wordGroups) {
    for (const word of group.words.split(/\s+/)) if (!bits.has(word)) bits.set(word, group.bits);
  }
  return bits;
}

let own: Vocabulary | undefined;

/** Our own words: a thousand, ready at once. */
export function ownVocabulary(): Vocabulary {
  return (own ??= vocabularyOf(ownWords()));
}

let full: Vocabulary | undefined;

/**
 * Our own words and the password library's lists of words, names and passwords, by rank. Takes about 0.2 s when it is first
 * asked for. Only the library's lists are used: its own estimate counts ten guesses for each character that it does not know, by
 * which a random key looks weak, and takes 0.1 s a text.
 */
export function fullVocabulary(): Vocabulary {
  return (full ??= vocabularyOf(withLists(ownWords())));
}

function withLists(bits: Map<string, number>): Map<string, number> {
  const lists = { ...load("@zxcvbn-ts/language-common").dictionary, ...load("@zxcvbn-ts/language-en").dictionary };
  for (const words of Object.values<readonly string[]>(lists)) {
    const least = words.length < leastRank ? leastRank : 1;
    for (const [index, word] of words.slice(0, longestList).entries()) {
      if (word.length < shortestWord || word.length > longestWord) continue;
      const cost = Math.log2(Math.max(index + 1, least)) + 1;
      if (cost < (bits.get(word) ?? Infinity)) bits.set(word, cost);
    }
  }
  return bits;
}
