import { besideProgram, load } from "../load.ts";

/** The words that begin alike: their rank in the list that has them first, by what follows the first three characters. */
export type Ranks = ReadonlyMap<string, number>;

/** Words of people, of which an attacker has lists, by their first three characters. Random text is in none: it ends here, after one look. */
export type Lists = (start: string) => Ranks | undefined;

/** No more of a library's list: the words after are rarer than the letters they are made of. */
const longestList = 40_000;

/** Lists of a few words (planets, weekdays): an attacker has to think of the list first. */
const leastRank = 250;

/** Words of other lengths are found as they are: short ones by their letters, long ones by their parts. */
const [shortestWord, longestWord] = [3, 20];

/** Where the build puts the lists. */
export const listsFile = "words.txt";

/**
 * The password library's lists of words, names and passwords. Only these are used of it: its own estimate counts ten guesses for each
 * character that it does not know, by which a random key looks weak, and takes 0.1 s a text. To put its lists together takes as long,
 * so the build does it.
 */
export function lists(): Lists {
  const lines = new Map<string, string>();
  const text = besideProgram(listsFile)?.toString() ?? listed();
  for (const line of text.split("\n")) lines.set(line.slice(0, line.indexOf("\t")), line);
  const known = new Map<string, Ranks | undefined>();
  return (start) => {
    if (!known.has(start)) known.set(start, ranksIn(lines.get(escaped(start))));
    return known.get(start);
  };
}

function ranksIn(line: string | undefined): Ranks | undefined {
  if (line === undefined) return undefined;
  const [, ...words] = plain(line).split("\t");
  return new Map(words.map((word) => [word.slice(word.indexOf(" ") + 1), Number.parseInt(word, 10)]));
}

/** The lists as text, a line for each beginning of words: it, and after a tab each word's rank, a blank and what follows. */
export function listed(): string {
  const ranks = new Map<string, number>();
  for (const words of Object.values<readonly string[]>({ ...load("@zxcvbn-ts/language-common").dictionary, ...load("@zxcvbn-ts/language-en").dictionary })) {
    const least = words.length < leastRank ? leastRank : 1;
    for (const [index, word] of words.slice(0, longestList).entries()) {
      if (word.length < shortestWord || word.length > longestWord) continue;
      ranks.set(word, Math.min(ranks.get(word) ?? Infinity, Math.max(index + 1, least)));
    }
  }
  const lines = new Map<string, string[]>();
  for (const [word, rank] of ranks) {
    const start = word.slice(0, 3);
    const line = lines.get(start) ?? [start];
    line.push(`${rank} ${word.slice(3)}`);
    lines.set(start, line);
  }
  return [...lines.values()].map((line) => escaped(line.join("\t"))).join("\n");
}

/** In ASCII, of which V8 keeps one byte a character. */
function escaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function plain(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
