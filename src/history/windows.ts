/** Lines before and after a word that belong to it. */
const near = 2;

/** Names in a line are looked for elsewhere in the file; of so many at most, and only of these lengths. */
const most = { names: 200, length: 80 };

/** A part of a file's bytes. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * What of a file says which keys are in it: the lines around the words of keys, and the lines around the places where names in them are
 * given a value. Two versions in which these are the same have the same keys.
 */
export function windowsOf(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const lines = joined(places.map((at) => around(bytes, at, 0)));
  const names = new Set(lines.flatMap(({ from, to }) => bytes.toString("latin1", from, to).match(/[A-Za-z_$][\w$]{1,79}/g) ?? []));
  const given = [...names].slice(0, most.names).flatMap((name) => givenIn(bytes, name));
  const parts = joined([...places, ...given].sort((a, b) => a - b).map((at) => around(bytes, at, near)));
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

/** The line of a place, and so many more on both sides. */
function around(bytes: Buffer, at: number, more: number): Part {
  let from = at;
  for (let line = 0; line <= more && from > 0; line++) from = bytes.lastIndexOf(10, from - 1);
  let to = at - 1;
  for (let line = 0; line <= more && to < bytes.length; line++) to = endFrom(bytes, to + 1);
  return { from: Math.max(0, from), to };
}

function endFrom(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(10, at);
  return end < 0 ? bytes.length : end;
}

/** Sorted parts, those that touch as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && part.from <= last.to) all[all.length - 1] = { from: Math.min(last.from, part.from), to: Math.max(last.to, part.to) };
    else all.push(part);
  }
  return all;
}
