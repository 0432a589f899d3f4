import type { Places } from "../screen/seek.ts";

/**
 * How much is looked at: names of a file, places of a name, lines of a statement, and of an import that lists names in lines of their own;
 * heads of blocks, and lines up to them. A longer line than that (bytes) was written by a program: of it so much on both sides counts.
 */
const most = { names: 200, places: 200, lines: 4, imported: 40, heads: 4, up: 400, line: 1_000, beside: 300 };

/** A part of a file's bytes. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * What of a file says which keys are in it: the statements with the words of keys and with names of what is imported to take one, those in which
 * names in them are given a value, and the heads of the blocks around all of these, as far as lines and indentation tell. Two versions in
 * which these are the same have the same keys.
 */
export function windowsOf(bytes: Buffer, { words, imports }: Places): readonly Buffer[] {
  const importing = imports.map((at) => upwards(bytes, around(bytes, at)));
  const used = namesIn(bytes, importing).filter((name) => !plain.has(name)).flatMap((name) => placesOf(bytes, name));
  const using = [...words, ...used].map((at) => around(bytes, at));
  const giving = namesIn(bytes, using).flatMap((name) => placesOf(bytes, name).filter((at) => isGiven(bytes, at, at + name.length)).map((at) => around(bytes, at)));
  const statements = [...importing, ...using, ...giving];
  return joined([...statements, ...statements.flatMap(({ from }) => headsOf(bytes, from))]).map(({ from, to }) => bytes.subarray(from, to));
}

/** Words of an import that are no names of it. */
const plain = new Set(["const", "let", "var", "import", "from", "require", "as", "default", "type", "export", "await", "use", "strict", "typeof"]);

function namesIn(bytes: Buffer, parts: readonly Part[]): readonly string[] {
  const found = joined(parts).flatMap(({ from, to }) => bytes.toString("latin1", from, to).match(/[A-Za-z_$][\w$]{1,79}/g) ?? []);
  return [...new Set(found)].slice(0, most.names);
}

/** Where a name stands. */
function placesOf(bytes: Buffer, name: string): readonly number[] {
  const places: number[] = [];
  const sought = Buffer.from(name, "latin1");
  for (let at = bytes.indexOf(sought); at >= 0 && places.length < most.places; at = bytes.indexOf(sought, at + name.length)) {
    if (!isLetter(bytes[at - 1]) && !isLetter(bytes[at + name.length])) places.push(at);
  }
  return places;
}

const [tab, newline, blank, quote, apostrophe, open, star, colon, equals, bracket] = [9, 10, 32, 34, 39, 40, 42, 58, 61, 93];

/** Whether what stands there is given a value or a body: `name =`, `name:`, `"name":`, `["name"] =`, `def name(`. */
function isGiven(bytes: Buffer, from: number, to: number): boolean {
  let at = to;
  while (at < to + 8 && [tab, blank, quote, apostrophe, bracket].includes(bytes[at] ?? 0)) at++;
  if (bytes[at] === colon || (bytes[at] === equals && bytes[at + 1] !== equals)) return true;
  return bytes[at] === open && isDefined(bytes, from);
}

/** Behind `def `, `function ` or `function* `. */
function isDefined(bytes: Buffer, from: number): boolean {
  let at = from - 1;
  while (bytes[at] === blank || bytes[at] === star) at--;
  const word = bytes.toString("latin1", Math.max(0, at - 8), at + 1);
  return word.endsWith("def") || word.endsWith("function");
}

function isLetter(byte = 0): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95 || byte === 36;
}

/** The line of a place, and those after it that belong to the same statement. */
function around(bytes: Buffer, at: number): Part {
  const [from, end] = [startOf(bytes, at), endFrom(bytes, at)];
  if (from === undefined || end === undefined) return { from: Math.max(0, at - most.beside), to: Math.min(bytes.length, at + most.beside) };
  let to = end;
  for (let more = 0; more < most.lines && to < bytes.length && isOpen(bytes, from, to); more++) to = endFrom(bytes, to + 1) ?? to + 1 + most.beside;
  return { from, to: Math.min(to, bytes.length) };
}

/** With the lines above in which a list of names begins: `import {`. */
function upwards(bytes: Buffer, { from: start, to }: Part): Part {
  let from = start;
  for (let lines = 0; lines < most.imported && from > 0 && depthOf(bytes, from, to) < 0; lines++) from = startOf(bytes, from - 1) ?? 0;
  return { from, to };
}

/** The lines above that are indented less and less: of the class, the function, the entry that a line stands in. */
function headsOf(bytes: Buffer, from: number): readonly Part[] {
  const heads: Part[] = [];
  let indent = indentOf(bytes, from);
  let at: number | undefined = from;
  for (let lines = 0; indent > 0 && heads.length < most.heads && lines < most.up && at > 0; lines++) {
    const to: number = at - 1;
    at = startOf(bytes, to);
    if (at === undefined) break;
    const own = indentOf(bytes, at);
    if (own >= indent || at + own >= to) continue;
    indent = own;
    heads.push({ from: at, to });
  }
  return heads;
}

function indentOf(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === blank || bytes[at] === tab) at++;
  return at - from;
}

const [opening, closing, leading] = ["([{", ")]}", "=:\\+|&?"].map((signs) => Uint8Array.from({ length: 256 }, (_, byte) => (signs.includes(String.fromCharCode(byte)) ? 1 : 0)));

/** Whether a bracket is not closed, or the last sign leads on. */
function isOpen(bytes: Buffer, from: number, to: number): boolean {
  let last = to - 1;
  while (last > from && (bytes[last] ?? 0) <= blank) last--;
  return leading?.[bytes[last] ?? 0] === 1 || depthOf(bytes, from, to) > 0;
}

/** Brackets that are opened and not closed; fewer than none when more are closed. */
function depthOf(bytes: Buffer, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) depth += (opening?.[bytes[at] ?? 0] ?? 0) - (closing?.[bytes[at] ?? 0] ?? 0);
  return depth;
}

/** Undefined where the line is long. */
function startOf(bytes: Buffer, at: number): number | undefined {
  const low = Math.max(0, at - most.line);
  const start = bytes.subarray(low, at).lastIndexOf(newline);
  return start >= 0 ? low + start + 1 : low === 0 ? 0 : undefined;
}

/** Undefined where the line is long. */
function endFrom(bytes: Buffer, at: number): number | undefined {
  const part = bytes.subarray(at, at + most.line);
  const end = part.indexOf(newline);
  return end >= 0 ? at + end : at + part.length >= bytes.length ? bytes.length : undefined;
}

/** In order, and those that touch as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && part.from <= last.to + 1) all[all.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
    else all.push(part);
  }
  return all;
}
