import { printable } from "./printable.ts";

/** Shorter words are abbreviations and versions: `HS256`, `x509v3`. */
const least = 16;

/** A word's pieces, as people put names together: `auth`, `Jwt`, `HS`, `256`. */
const pieces = /[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g;

/** Letters and digits that a piece has at least on average; drawn ones have some 2, the longer the word the nearer to it. */
const leastPiece = { short: 2.5, long: 3 };
const long = 24;

/**
 * Whether a word looks drawn by lot, as a key does and a name does not. Names are shown to users, and sometimes a key stands where a
 * name belongs: `os.environ["8f3a…"]`, `{ "8f3a…": user }`. What a person made up cannot be told from a name.
 */
export function looksDrawn(word: string): boolean {
  if (word.length < least) return false;
  // `$SECRET_KEY` runs on into what stands behind it.
  return isDrawn(word) || word.split(/[^A-Za-z0-9]+/).some(isDrawn);
}

function isDrawn(word: string): boolean {
  const written = word.replace(/[^A-Za-z0-9]+/g, "");
  if (written.length < least) return false;
  if (/^[0-9a-f]+$/i.test(written)) return /[0-9]/.test(written);
  return written.length / piecesIn(word) < (written.length < long ? leastPiece.short : leastPiece.long) || stretches(written).some((part) => part.length / piecesIn(part) < leastPiece.short);
}

function piecesIn(word: string): number {
  return word.match(pieces)?.length ?? 1;
}

/** A name can run on into a key, `NEXTAUTHq7Zt…`: as long stretches of a longer word, each beginning in the middle of the one before. */
function stretches(written: string): readonly string[] {
  return Array.from({ length: Math.max(0, Math.ceil((written.length - long) / (long / 2))) }, (_, at) => written.slice(at * (long / 2), at * (long / 2) + long));
}

/** A text of names for users: printable, and without words that look drawn. */
export function shownNames(text: string): string {
  return printable(text.replace(/[^\s"'`,;()[\]{}]+/g, (word) => (looksDrawn(word) ? "***" : word)));
}
