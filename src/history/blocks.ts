import { lastTo } from "../text/sorted.ts";
import type { Part } from "./changed.ts";

/**
 * How far blocks are followed: heads of a place, lines on each side of one, lines of a body and those of a text in it. A longer
 * line (bytes) was written by a program.
 */
const most = { heads: 4, beside: 8, body: 200, text: 20, line: 1_000 };

/** No line. */
const none = -1;

const [tab, newline, carriageReturn, blank, colon, equals] = [9, 10, 13, 32, 58, 61];

/** The blocks of a file, as its lines and their indentation tell. */
export class Blocks {
  readonly #bytes: Buffer;
  #lines: readonly number[] | undefined;
  #parents: Int32Array | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The lines above that are indented less and less: of the class, the function, the entry that a line stands in. */
  heads(from: number): readonly Part[] {
    const heads: Part[] = [];
    for (let line = this.#above[this.#lineOf(from)] ?? none; line !== none && heads.length < most.heads; line = this.#above[line] ?? none) heads.push({ from: this.#startOf(line), to: this.#endOf(line) });
    return heads;
  }

  /** The lines beside a place that is in the value of an entry: that is a name then, and what it is given stands there. */
  beside(at: number): readonly Part[] {
    const line = this.#lineOf(at);
    const before = this.#bytes.subarray(this.#startOf(line), at);
    if (!before.includes(colon) && !before.includes(equals)) return [];
    const last = Math.min(this.#starts.length - 1, line + most.beside);
    return [{ from: this.#startOf(Math.max(0, line - most.beside)), to: this.#endOf(last) }];
  }

  /** What a function does: the lines after a place, as long as they are indented more, and some in any case, for a text in them may not be. */
  body(at: number): Part {
    const first = this.#lineOf(at);
    const indent = this.#indentOf(this.#startOf(first));
    const isWithin = (line: number): boolean => line - first <= most.text || this.#indentOf(this.#startOf(line)) > indent || this.#isEmpty(line);
    let last = first;
    while (last + 1 < this.#starts.length && last - first < most.body && isWithin(last + 1)) last++;
    return { from: this.#startOf(first), to: this.#endOf(last) };
  }

  /** Of each line the nearest above that is indented less, or none. */
  get #above(): Int32Array {
    return (this.#parents ??= this.#parentsOf());
  }

  #parentsOf(): Int32Array {
    const parents = new Int32Array(this.#starts.length);
    const open: { readonly line: number; readonly indent: number }[] = [];
    for (let line = 0; line < parents.length; line++) {
      const [indent, isEmpty] = [this.#indentOf(this.#startOf(line)), this.#isEmpty(line)];
      while (!isEmpty && (open.at(-1)?.indent ?? -1) >= indent) open.pop();
      parents[line] = open.at(-1)?.line ?? none;
      if (this.#endOf(line) - this.#startOf(line) > most.line) open.length = 0;
      else if (!isEmpty) open.push({ line, indent });
    }
    return parents;
  }

  #isEmpty(line: number): boolean {
    const [text, end] = [this.textOf(this.#startOf(line)), this.#endOf(line)];
    return text >= end || (text === end - 1 && this.#bytes[text] === carriageReturn);
  }

  /** Where the text of a line begins, behind its indentation. */
  textOf(from: number): number {
    let at = from;
    while (this.#bytes[at] === blank || this.#bytes[at] === tab) at++;
    return at;
  }

  #indentOf(from: number): number {
    return this.textOf(from) - from;
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? 0;
  }

  /** Where its new line stands. */
  #endOf(line: number): number {
    return (this.#starts[line + 1] ?? this.#bytes.length + 1) - 1;
  }

  /** Which line holds a place; -1 before the first. */
  #lineOf(at: number): number {
    return lastTo(at, this.#starts);
  }

  /** Where lines begin. */
  get #starts(): readonly number[] {
    this.#lines ??= startsIn(this.#bytes);
    return this.#lines;
  }
}

function startsIn(bytes: Buffer): readonly number[] {
  const starts = [0];
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) starts.push(at + 1);
  return starts;
}
