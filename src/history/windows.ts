/**
 * Names in a line are looked for elsewhere in the file, of so many at most. A statement is followed over so many lines more. A longer line than
 * that (bytes) was written by a program: of it so much on both sides counts. Heads are looked for so far up.
 */
const most = { names: 200, lines: 4, line: 1_000, beside: 300, heads: 4, up: 400 };

/** A part of a file's bytes. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * What of a file says which keys are in it: the statements with the words of keys, those in which names in them are given a value, and the
 * heads of the blocks around both, as far as lines and indentation tell. Two versions in which these are the same have the same keys.
 */
export function windowsOf(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const lines = joined(places.map((at) => around(bytes, at)));
  const names = new Set(lines.flatMap(({ from, to }) => bytes.toString("latin1", from, to).match(/[A-Za-z_$][\w$]{1,79}/g) ?? []));
  const given = [...names].slice(0, most.names).flatMap((name) => givenIn(bytes, name));
  const statements = [...places, ...given].map((at) => around(bytes, at));
  const parts = joined([...statements, ...statements.flatMap(({ from }) => headsOf(bytes, from))].sort((a, b) => a.from - b.from));
  return parts.map(({ from, to }) => bytes.subarray(from, to));
}

/** Where a name is given a value or a body. */
function givenIn(bytes: Buffer, name: string): readonly number[] {
  const places: number[] = [];
  const sought = Buffer.from(name, "latin1");
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + name.length)) if (isGiven(bytes, at, at + name.length)) places.push(at);
  return places;
}

const [tab, blank, quote, apostrophe, open, colon, equals, bracket, star] = [9, 32, 34, 39, 40, 58, 61, 93, 42];

/** `name =`, `name:`, `"name":`, `["name"] =`, `def name(`. */
function isGiven(bytes: Buffer, from: number, to: number): boolean {
  if (isLetter(bytes[from - 1]) || isLetter(bytes[to])) return false;
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

/** The lines above that are indented less and less: of the class, the function, the entry that a line stands in. */
function headsOf(bytes: Buffer, from: number): readonly Part[] {
  const heads: Part[] = [];
  let indent = indentOf(bytes, from);
  let at: number | undefined = from;
  for (let lines = 0; indent > 0 && heads.length < most.heads && lines < most.up && at > 0; lines++) {
    const to: number = at - 1;
    at = startOf(bytes, to);
    if (at === undefined) break;
    const own = at === to ? Infinity : indentOf(bytes, at);
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

/** Undefined where the line is long. */
function startOf(bytes: Buffer, at: number): number | undefined {
  const low = Math.max(0, at - most.line);
  const start = bytes.subarray(low, at).lastIndexOf(10);
  return start >= 0 ? low + start + 1 : low === 0 ? 0 : undefined;
}

/** Undefined where the line is long. */
function endFrom(bytes: Buffer, at: number): number | undefined {
  const part = bytes.subarray(at, at + most.line);
  const end = part.indexOf(10);
  return end >= 0 ? at + end : at + part.length === bytes.length ? bytes.length : undefined;
}

const [opening, closing, leading] = ["([{", ")]}", "=:\\+|&?"].map((signs) => new Set(Buffer.from(signs)));

/** Whether a bracket is not closed, or the last sign leads on. */
function isOpen(bytes: Buffer, from: number, to: number): boolean {
  let [depth, last] = [0, 0];
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > blank) last = byte;
    if (opening?.has(byte)) depth++;
    else if (closing?.has(byte)) depth--;
  }
  return depth > 0 || (leading?.has(last) ?? false);
}

/** Sorted parts, those that touch as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && part.from <= last.to + 1) all[all.length - 1] = { from: Math.min(last.from, part.from), to: Math.max(last.to, part.to) };
    else all.push(part);
  }
  return all;
}
