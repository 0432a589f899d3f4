import { load } from "../load.ts";
import { famousPhrases, wordGroups } from "./words.ts";

/** The digest algorithms by the length of their hexadecimal form. */
const algorithms: Readonly<{ [length: number]: string }> = { 32: "md5", 40: "sha1", 56: "sha224", 64: "sha256", 96: "sha384", 128: "sha512" };

/** Digests of our own words by length, made when a text of that length comes first. They are of known words, not of keys. */
const known = new Map<number, ReadonlySet<string>>();

/** Whether a text is the digest of a common word, as `echo -n secret | md5sum` prints it. */
export function isDigestOfWord(text: string): boolean {
  const algorithm = algorithms[text.length];
  if (algorithm === undefined) return false;
  const digests = known.get(text.length) ?? digestsBy(algorithm);
  known.set(text.length, digests);
  return digests.has(text.toLowerCase());
}

function digestsBy(algorithm: string): ReadonlySet<string> {
  const words = wordGroups.flatMap(({ words }) => words.split(/\s+/));
  const all = ["", ...words, ...famousPhrases].flatMap((word) => [word, word.toUpperCase(), `${word}\n`]);
  return new Set(all.map((word) => load("node:crypto").createHash(algorithm).update(word).digest("hex")));
}
