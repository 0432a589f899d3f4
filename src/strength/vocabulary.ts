import { lists } from "./lists.ts";
import { wordGroups } from "./words.ts";

/** Words with the guesses that each takes. */
export interface Vocabulary {
  /** The guesses for a word, as a logarithm to base 2. */
  bitsOf(word: string): number | undefined;
  /** For the first three characters of words: the length of the longest word that starts so. Random text ends here, after one look. */
  longest(start: string): number | undefined;
}

function ownWords(): Vocabulary {
  const bits = new Map<string, number>();
  const longest = new Map<string, number>();
  for (const group of wordGroups) {
    for (const [word] of group.words.matchAll(/\S+/g)) {
      if (!bits.has(word)) bits.set(word, group.bits);
      const start = word.slice(0, 3);
      longest.set(start, Math.max(word.length, longest.get(start) ?? 0));
    }
  }
  return { bitsOf: (word) => bits.get(word), longest: (start) => longest.get(start) };
}

let own: Vocabulary | undefined;

/** Our own words: a thousand, ready at once. */
export function ownVocabulary(): Vocabulary {
  return (own ??= ownWords());
}

/** Our own words, and those of lists by their rank. */
function withLists({ bitsOf, longest }: Vocabulary): Vocabulary {
  const ranks = lists();
  const lengths = new Map<string, number>();
  const longestListed = (start: string): number => {
    const known = lengths.get(start) ?? Math.max(0, ...Array.from(ranks(start)?.keys() ?? [], (rest) => start.length + rest.length));
    lengths.set(start, known);
    return known;
  };
  return {
    bitsOf(word) {
      const rank = ranks(word.slice(0, 3))?.get(word.slice(3));
      const [ours, theirs] = [bitsOf(word), rank === undefined ? undefined : Math.log2(rank) + 1];
      return ours === undefined || theirs === undefined ? (ours ?? theirs) : Math.min(ours, theirs);
    },
    longest: (start) => Math.max(longest(start) ?? 0, longestListed(start)) || undefined,
  };
}

let full: Vocabulary | undefined;

/** Our own words, and a password library's lists of words, names and passwords, by rank. */
export function fullVocabulary(): Vocabulary {
  return (full ??= withLists(ownVocabulary()));
}
