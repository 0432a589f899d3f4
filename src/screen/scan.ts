import { isName, type Name } from "./names.ts";
import { join, kindOf, kinds, kindsIn, type Table } from "./table.ts";

/**
 * What must stand beside a word: nothing that would make it a part of another name; what imports a package in JavaScript or in Python
 * before it, a quote or what stands in a path after it; a dot or a quote before, `=` or `(` after it.
 */
export type Edge = "any" | "name" | "import" | "statement" | "quote" | "member" | "assigned" | "called";

/**
 * A word to look for. Case, and what joins the parts of a name (`_`, `-`, `.`, `$`, `/`, `@`, blanks), do not count, unless it is `exact`.
 * `name`: what the whole name must be that the word is a part of.
 */
export interface Word {
  readonly text: string;
  readonly before: Edge;
  readonly after: Edge;
  readonly exact?: boolean;
  readonly name?: Name;
}

/**
 * Tells each word that stands in the bytes, once, when it is met first, and where its last letter is; `seen` holds 1 for those. The listener
 * ends the search by returning true, and hears of a word again when it takes it out of `seen`.
 */
export type Scan = (bytes: Buffer, seen: Uint8Array, found: (word: number, at: number) => boolean) => void;

/** Whether one word stands in the bytes. */
export type Find = (bytes: Buffer) => boolean;

/** In larger files of programs names of one letter are a bundler's: what `a.keys = b` sets there is nobody's key. */
const largestWritten = 100_000;

/** What stands behind a name that is given a value other than a function: `"] = `, `: list[str] = `, `||= `. A bundler writes no types. */
const declared = /^["'`\]\0]{0,6}[\s\0]{0,8}(?::[^=\n]{0,60})?(?:\|\||\?\?|&&)?=(?![=>]|[\s\0]{0,8}function\b)/;
const set = /^["'`\]\0]{0,6}[\s\0]{0,8}(?:\|\||\?\?|&&)?=(?![=>]|[\s\0]{0,8}function\b)/;

/**
 * Looks for all words at once, in one step for each byte. `table`: of these words. Each step waits for the one before it, so two parts of
 * the bytes are gone through side by side, each by its own steps: that takes little more time than one.
 */
export function scanFor(words: readonly Word[], { next, ends }: Table): Scan {
  const stands = words.map(standing);
  return (bytes, seen, found) => {
    const [kind, { length }] = [kindOf, bytes];
    const ended = (row: number, at: number): boolean => {
      for (const word of ends[row / kinds] ?? []) {
        if (seen[word] === 1 || stands[word]?.(bytes, at) !== true) continue;
        seen[word] = 1;
        if (found(word, at)) return true;
      }
      return false;
    };
    const half = length >> 1;
    let [row, other, at] = [0, 0, 0];
    for (let behind = half; behind < length; at++, behind++) {
      row = next[row + (kind[bytes[at] as number] as number)] as number;
      other = next[other + (kind[bytes[behind] as number] as number)] as number;
      if ((row | other) >= 0) continue;
      if (row < 0 && ended((row = -row), at)) return;
      if (other < 0 && ended((other = -other), behind)) return;
    }
    // Words that begin in the first part and end in the second.
    for (; row !== 0 && at < length; at++) {
      row = next[row + (kind[bytes[at] as number] as number)] as number;
      if (row < 0 && ended((row = -row), at)) return;
    }
  };
}

/** Looks for an exact word by itself: worth it where another one of the same clause was met. */
export function finderOf(word: Word): Find {
  const stands = standing(word);
  return (bytes) => {
    const text = isWide(bytes) ? Buffer.from(word.text, "utf16le").subarray(0, -1) : Buffer.from(word.text, "latin1");
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) if (stands(bytes, at + text.length - 1)) return true;
    return false;
  };
}

/** Answers to which of some words stand in the bytes, each looked for once. */
export function asking(finders: readonly Find[], bytes: Buffer): (find: number) => boolean {
  const answers = new Map<number, boolean>();
  return (find) => {
    const answer = answers.get(find) ?? finders[find]?.(bytes) ?? false;
    answers.set(find, answer);
    return answer;
  };
}

/** Whether a text is UTF-16: a mark or a NUL in front. */
function isWide([first, second]: Buffer): boolean {
  return first === 0 || second === 0 || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Whether a word whose letters end at `last` stands there as it must. */
function standing({ text, before, after, exact, name }: Word): (bytes: Buffer, last: number) => boolean {
  // Of most words no file asks: what they need is made when one does.
  let [letters, own]: [number?, Buffer?] = [];
  return (bytes, last) => {
    if (!isEdge(after, bytes, last, 1)) return false;
    letters ??= kindsIn(text).length;
    if (exact) own ??= Buffer.from(text);
    const first = startOf(bytes, last, letters);
    return isEdge(before, bytes, first, -1) && (own === undefined || isText(bytes, first, last, own)) && (name === undefined || isName(bytes, first, last, name));
  };
}

/** The first byte of the word that ends at `last`: as many letters back as it has. */
function startOf(bytes: Buffer, last: number, letters: number): number {
  let left = letters - 1;
  let at = last;
  while (left > 0 && at > 0) {
    at--;
    if (kindOf[bytes[at] ?? 0] !== join) left--;
  }
  return at;
}

/** Whether a word stands there letter by letter; its first sign may be one that joins (`@scope/name`, `_secret`). In UTF-16, NULs stand between. */
function isText(bytes: Buffer, first: number, last: number, text: Buffer): boolean {
  const before = text.findIndex((byte) => kindOf[byte] !== join);
  const wide = bytes[last - 1] === 0 || bytes[last + 1] === 0;
  if (wide) return Buffer.from(bytes.subarray(Math.max(0, first - 2 * before), last + 1).filter((byte) => byte !== 0)).equals(text);
  return last + 1 - (first - before) === text.length && text.compare(bytes, Math.max(0, first - before), last + 1) === 0;
}

/** A place beside a word: the nearest byte that is no NUL, in the direction of `step`, and the word's own byte there. */
interface Beside {
  readonly bytes: Buffer;
  readonly at: number;
  readonly own: number;
  readonly step: 1 | -1;
}

/** Whether JavaScript imports what follows: `from "`, `require("`, `import("npm:`, `from "https://esm.sh/`. */
function isImporting(before: string): boolean {
  const text = before.replaceAll("\0", "");
  const start = Math.max(...["'", '"', "`"].map((quote) => text.lastIndexOf(quote)));
  const head = text.slice(0, Math.max(0, start)).trimEnd();
  const word = (head.endsWith("(") ? head.slice(0, -1) : head).trimEnd();
  return ["from", "import", "require", "resolve"].some((one) => word.endsWith(one));
}

/** What stands between the word that imports and a module of Python: `from a.`, `import (a, `, `import_module("`. */
const importing = /(?:\bfrom|\bimport|\bimport_module|__import__)[ \t]{0,4}\(?[ \t]{0,4}["']?(?:[\w.]{0,80}\.|(?:[\w.]{1,80}(?:[ \t]{1,4}as[ \t]{1,4}\w{1,80})?,[ \t]{0,4}){1,8})?$/;

function textBefore({ bytes, at }: Beside, length: number): string {
  return bytes.toString("latin1", Math.max(0, at + 1 - length), at + 1);
}

/** The text from here on, as far as an edge can be. */
function textAt({ bytes, at }: Beside, length: number): string {
  return bytes.toString("latin1", at, at + length);
}

const isLetter = signs(/[A-Za-z0-9_]/);
const isQuote = signs(/["'`/@]/);
const isHolding = signs(/[."'`]/);
const isBeforeImport = signs(/["'`:@/]/);
const isShort = ({ bytes, at }: Beside): boolean => bytes.length > largestWritten && /[^\w$][\w$]$/.test(bytes.toString("latin1", Math.max(0, at - 2), at));

/** Whether each edge stands there; `sign` is the nearest byte. */
const edges: Readonly<{ [edge in Edge]: (sign: number, beside: Beside) => boolean }> = {
  any: () => true,
  name: (sign) => isLetter[sign] === 0,
  quote: (sign) => isQuote[sign] === 1,
  import: (sign, beside) => isBeforeImport[sign] === 1 && isImporting(textBefore(beside, 120)),
  statement: (sign, beside) => isLetter[sign] === 0 && importing.test(textBefore(beside, 200).replaceAll("\0", "")),
  member: (sign, beside) => isHolding[sign] === 1 && !isShort(beside),
  called: (_, beside) => /^[\s\0]{0,40}(?:\?\.\0?)?(?:<[^()]{0,80}>)?[\s\0]{0,8}\(/.test(textAt(beside, 140)),
  assigned: (_, beside) => (beside.bytes.length > largestWritten ? set : declared).test(textAt(beside, 100)),
};

function isEdge(edge: Edge, bytes: Buffer, own: number, step: 1 | -1): boolean {
  if (edge === "any") return true;
  let at = own + step;
  while (bytes[at] === 0) at += step;
  return edges[edge](bytes[at] ?? 32, { bytes, at, own, step });
}

/** Which bytes are of a kind. */
function signs(kind: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (kind.test(String.fromCharCode(byte)) ? 1 : 0));
}
