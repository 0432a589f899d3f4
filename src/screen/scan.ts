/**
 * What must stand beside a word: nothing that would make it a part of another name; a quote, as around a package; a dot before, `=` or `(` after it;
 * `variable`: it stands in capitals, or behind a dot or a quote, for a plain word is written everywhere.
 */
export type Edge = "any" | "name" | "quote" | "member" | "assigned" | "called" | "variable";

/** A word to look for. Case, and what joins the parts of a name (`_`, `-`, `.`, `$`, `/`, `@`, blanks), do not count. */
export interface Word {
  readonly text: string;
  readonly before: Edge;
  readonly after: Edge;
}

/** Tells each word that stands in the bytes, at once when it is met; the listener ends the search by returning true. */
export type Scan = (bytes: Buffer, found: (word: number) => boolean) => void;

/** In larger files of programs names of one letter are a bundler's: what `a.keys = b` sets there is nobody's key. */
const largestWritten = 100_000;

/** What stands behind a name that is given a value other than a function: `"] = `, `: list[str] = `, `||= `. A bundler writes no types. */
const declared = /^["'`\]\0]{0,6}[\s\0]{0,8}(?::[^=\n]{0,60})?(?:\|\||\?\?|&&)?=(?![=>]|[\s\0]{0,8}function\b)/;
const set = /^["'`\]\0]{0,6}[\s\0]{0,8}(?:\|\||\?\?|&&)?=(?![=>]|[\s\0]{0,8}function\b)/;

/** Kinds of bytes: 1 to 36 for letters and digits, `join` for what joins parts of names, 0 for all else. */
const [kinds, join] = [37, 255];

const kindOf = new Uint8Array(256);
for (let at = 0; at < 10; at++) kindOf[48 + at] = 27 + at;
for (let at = 0; at < 26; at++) kindOf[65 + at] = kindOf[97 + at] = 1 + at;
// NUL joins too: it stands between the letters of UTF-16.
for (const sign of "_-.$/@ \0") kindOf[sign.charCodeAt(0)] = join;

/**
 * Builds the automaton of Aho and Corasick (Efficient string matching, 1975, https://doi.org/10.1145/360825.360855): one step for each
 * byte, however many words there are.
 */
export function scanFor(words: readonly Word[]): Scan {
  const letters = words.map(({ text }) => kindsIn(text));
  const { next, ends } = automaton(letters);
  const standsFree = (bytes: Buffer, last: number, word: number): boolean => {
    const { before, after } = words[word] ?? { before: "any", after: "any" };
    return isEdge(after, bytes, last, 1) && (before === "any" || isEdge(before, bytes, startOf(bytes, last, letters[word]?.length ?? 1), -1));
  };
  return (bytes, found) => {
    let state = 0;
    for (let at = 0; at < bytes.length; at++) {
      const kind = kindOf[bytes[at] ?? 0] ?? 0;
      if (kind === join) continue;
      state = next[state * kinds + kind] ?? 0;
      const here = ends[state];
      if (here !== undefined) for (const word of here) if (standsFree(bytes, at, word) && found(word)) return;
    }
  };
}

function kindsIn(text: string): readonly number[] {
  return Array.from(text, (sign) => kindOf[sign.charCodeAt(0) & 255] ?? 0).filter((kind) => kind !== join && kind !== 0);
}

/** States in a table, `kinds` columns each: where a byte leads; and the words that end in a state. */
function automaton(words: readonly (readonly number[])[]): { next: Uint32Array; ends: readonly (readonly number[] | undefined)[] } {
  const next = new Uint32Array((1 + words.reduce((sum, { length }) => sum + length, 0)) * kinds);
  const ends: (number[] | undefined)[] = [undefined];
  for (const [word, letters] of words.entries()) {
    let state = 0;
    for (const kind of letters) {
      const place = state * kinds + kind;
      if (next[place] === 0) next[place] = ends.push(undefined) - 1;
      state = next[place] ?? 0;
    }
    if (state !== 0) ends[state] = [...(ends[state] ?? []), word];
  }
  return link(next, ends);
}

/** Breadth first: where no word goes on, the longest end of what was read that begins a word. */
function link(next: Uint32Array, ends: (number[] | undefined)[]): { next: Uint32Array; ends: readonly (readonly number[] | undefined)[] } {
  const shorter = new Uint32Array(ends.length);
  const queue: number[] = [0];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] ?? 0;
    const back = shorter[state] ?? 0;
    for (let kind = 1; kind < kinds; kind++) {
      const place = state * kinds + kind;
      const target = next[place] ?? 0;
      const fallback = state === 0 ? 0 : (next[back * kinds + kind] ?? 0);
      if (target === 0) {
        next[place] = fallback;
        continue;
      }
      shorter[target] = fallback;
      const more = ends[fallback];
      if (more) ends[target] = [...(ends[target] ?? []), ...more];
      queue.push(target);
    }
  }
  return { next, ends };
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

/** A place beside a word: the nearest byte that is no NUL, in the direction of `step`, and the word's own byte there. */
interface Beside {
  readonly bytes: Buffer;
  readonly at: number;
  readonly own: number;
  readonly step: 1 | -1;
}

/** The text from here on, as far as an edge can be. */
function textAt({ bytes, at }: Beside, length: number): string {
  return bytes.toString("latin1", at, at + length);
}

const isName = (sign: string): boolean => /[A-Za-z0-9_]/.test(sign);
const isHeld = (sign: string): boolean => /[."'`]/.test(sign);
const isShort = ({ bytes, at }: Beside): boolean => bytes.length > largestWritten && /[^\w$][\w$]$/.test(bytes.toString("latin1", Math.max(0, at - 2), at));
const inCapitals = ({ bytes, own }: Beside): boolean => /^[A-Z0-9_]{2}/.test(bytes.toString("latin1", own, own + 2));

/** Whether each edge stands there; `sign` is the nearest byte. */
const edges: Readonly<{ [edge in Edge]: (sign: string, beside: Beside) => boolean }> = {
  any: () => true,
  name: (sign) => !isName(sign),
  quote: (sign, { step }) => (step > 0 ? /["'`/]/.test(sign) : /["'`:@]/.test(sign)),
  variable: (sign, beside) => isHeld(sign) || (!isName(sign) && inCapitals(beside)),
  member: (sign, beside) => isHeld(sign) && !isShort(beside),
  called: (_, beside) => /^[\s\0]{0,40}(?:\?\.\0?)?(?:<[^()]{0,80}>)?[\s\0]{0,8}\(/.test(textAt(beside, 140)),
  assigned: (_, beside) => (beside.bytes.length > largestWritten ? set : declared).test(textAt(beside, 100)),
};

function isEdge(edge: Edge, bytes: Buffer, own: number, step: 1 | -1): boolean {
  if (edge === "any") return true;
  let at = own + step;
  while (bytes[at] === 0) at += step;
  return edges[edge](String.fromCharCode(bytes[at] ?? 32), { bytes, at, own, step });
}
