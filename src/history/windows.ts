import type { Places } from "../screen/seek.ts";
import { Blocks } from "./blocks.ts";
import type { Part } from "./changed.ts";
import { namesIn, namesInValues, namesRead, placesOf } from "./named.ts";

/**
 * How much is looked at: lines of a statement, of one that gives a name its value or its body, and of an import that lists names in lines of
 * their own; steps from a name to what it is given, and bytes of a statement that hands on what another one gives. A longer line than that (bytes)
 * was written by a program: of it so much on both sides counts. A file with more statements than that counts as a whole.
 */
const most = { lines: 4, body: 40, imported: 40, statements: 5_000, steps: 4, handing: 120, line: 1_000, beside: 300 };

/**
 * What of a file says which keys are in it: the statements with the words of keys and with names of what is imported to take one, those in which
 * names in them, and in these, are given a value, and the heads of the blocks around all of these, as far as lines and indentation tell; in settings also what
 * stands beside a name that is a value (`name: A_KEY`, `value: …`). Two versions in which these are the same have the same keys.
 */
export function windowsOf(bytes: Buffer, { words, imports }: Places, isSettings: boolean): readonly Buffer[] {
  const block = new Blocks(bytes);
  const importing = imports.map((at) => upwards(bytes, around(bytes, at)));
  const used = placesOf(bytes, namesIn(bytes, joined(importing)).filter((name) => !plain.has(name))).map(({ from }) => from);
  const using = [...words, ...used].map((at) => around(bytes, at));
  const beside = isSettings ? words.flatMap((at) => block.beside(at)) : [];
  const asking = [...using, ...beside];
  const statements = [...importing, ...asking, ...givingTo(bytes, asking, block, isSettings ? namesInValues : namesRead)];
  if (statements.length > most.statements) return [bytes];
  const parts = joined([...statements, ...statements.flatMap(({ from }) => block.heads(from))]);
  return [...parts.map(({ from, to }) => bytes.subarray(from, to)), insideTexts(bytes, parts)];
}

const quotes = [`"""`, "'''"].map((text) => Buffer.from(text));

/** Of each part whether it stands in a text of many lines: a sign of one that is gone turns all that comes after into text. */
function insideTexts(bytes: Buffer, parts: readonly Part[]): Buffer {
  const signs = quotes.map((quote) => [...placesIn(bytes, { from: 0, to: bytes.length }, quote)]);
  return Buffer.from(signs.flatMap((places) => {
    let before = 0;
    return parts.map(({ from }) => {
      while ((places[before] ?? from) < from) before++;
      return before % 2;
    });
  }));
}

/** The statements that give names in some statements a value, and names in these. */
function givingTo(bytes: Buffer, asking: readonly Part[], block: Blocks, namesOf: typeof namesIn): readonly Part[] {
  const known = new Set<string>();
  const all: Part[] = [];
  let parts = asking;
  for (let steps = 0; steps < most.steps && parts.length > 0; steps++) {
    const isNear = steps === 0;
    const names = namesOf(bytes, joined(parts.filter(({ from, to }) => isNear || to - from <= most.handing))).filter((name) => !known.has(name));
    for (const name of names) known.add(name);
    const found: Part[] = [];
    for (const place of placesOf(bytes, names)) {
      if (all.length + found.length > most.statements) break;
      found.push(...givenAt(bytes, place, block, isNear));
    }
    all.push(...found);
    parts = found;
  }
  return all;
}

/** What gives a name its value at a place; `isNear`: wherever that stands in a statement. */
function givenAt(bytes: Buffer, { from, to }: Part, block: Blocks, isNear: boolean): readonly Part[] {
  if (!isGiven(bytes, from, to)) return imported(bytes, from, block);
  return isNear || isFirst(bytes, from) ? given(bytes, from, block) : [];
}

/** The statement that gives a name its value: of a function its head, and what it gives back. */
function given(bytes: Buffer, at: number, block: Blocks): readonly Part[] {
  const head = around(bytes, at, most.body);
  if (!isDefined(bytes, at)) return [head];
  const body = block.body(at);
  return [head, ...returns.flatMap((word) => [...placesIn(bytes, body, word)]).map((from) => around(bytes, from, most.body))];
}

const returns = ["return", "yield"].map((word) => Buffer.from(word));

function* placesIn(bytes: Buffer, { from, to }: Part, word: Buffer): Iterable<number> {
  const part = bytes.subarray(from, to);
  for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + word.length)) yield from + at;
}

/** Words of an import that are no names of it. */
const plain = new Set(["const", "let", "var", "import", "from", "require", "as", "default", "type", "export", "await", "use", "strict", "typeof"]);

const [tab, newline, blank, quote, ampersand, apostrophe, open, star, colon, equals, bracket] = [9, 10, 32, 34, 38, 39, 40, 42, 58, 61, 93];

/** Whether what stands there is given a value or a body: `name =`, `name:`, `"name":`, `["name"] =`, `def name(`, and `&name` of YAML. */
function isGiven(bytes: Buffer, from: number, to: number): boolean {
  if (bytes[from - 1] === ampersand) return true;
  let at = to;
  while (at < to + 8 && [tab, blank, quote, apostrophe, bracket].includes(bytes[at] ?? 0)) at++;
  if (bytes[at] === colon || (bytes[at] === equals && bytes[at + 1] !== equals)) return true;
  return bytes[at] === open && isDefined(bytes, from);
}

/** The statement that imports a name, or takes it out of something: `import {`, `const {` may begin in a line above. */
function imported(bytes: Buffer, at: number, block: Blocks): readonly Part[] {
  const from = startOf(bytes, at);
  if (from === undefined) return [];
  const first = block.textOf(from);
  // Nearly all lines are none, which is seen at once.
  const isListed = first > from && (first === at || bytes.toString("latin1", at - 4, at) === " as ");
  if (!isListed && starting[bytes[first] ?? 0] !== 1) return [];
  const line = bytes.toString("latin1", first, endFrom(bytes, at));
  if (/\b(?:from|import|export|require)\b/.test(line)) return [upwards(bytes, around(bytes, at))];
  return isListed && /^[\w$]{1,80}(?: as \w{1,80})?,?[ \t\r]{0,9}$/.test(line) ? block.heads(from).slice(0, 1).map((head) => around(bytes, head.from, most.imported)) : [];
}

/** What begins a line that imports something or takes it out of something: `from`, `import`, `export`, `const`, `let`, `var`, `} from`. */
const starting = Uint8Array.from({ length: 256 }, (_, byte) => ("fieclv}".includes(String.fromCharCode(byte)) ? 1 : 0));

/** Whether a name is the first of its line but for words that declare it and what it belongs to. */
function isFirst(bytes: Buffer, at: number): boolean {
  const from = startOf(bytes, at);
  return from !== undefined && /^[ \t]{0,200}(?:(?:export|const|let|var|async|default|def|class|function|static|readonly|private|public)[ \t*]{1,4}){0,4}(?:\w{1,40}\.)?["']?$/.test(bytes.toString("latin1", from, at));
}

/** Behind `def `, `function ` or `function* `. */
function isDefined(bytes: Buffer, from: number): boolean {
  let at = from - 1;
  while (bytes[at] === blank || bytes[at] === star) at--;
  const word = bytes.toString("latin1", Math.max(0, at - 8), at + 1);
  return word.endsWith("def") || word.endsWith("function");
}

/** The line of a place, and those after it that belong to the same statement, at most so many. */
function around(bytes: Buffer, at: number, lines = most.lines): Part {
  const [from, end] = [startOf(bytes, at), endFrom(bytes, at)];
  if (from === undefined || end === undefined) return { from: Math.max(0, at - most.beside), to: Math.min(bytes.length, at + most.beside) };
  let to = end;
  for (let more = 0; more < lines && to < bytes.length && isOpen(bytes, from, to); more++) to = endFrom(bytes, to + 1) ?? to + 1 + most.beside;
  return { from, to: Math.min(to, bytes.length) };
}

/** With the lines above in which a list of names begins: `import {`. */
function upwards(bytes: Buffer, { from: start, to }: Part): Part {
  let from = start;
  for (let lines = 0; lines < most.imported && from > 0 && depthOf(bytes, from, to) < 0; lines++) from = startOf(bytes, from - 1) ?? 0;
  return { from, to };
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
