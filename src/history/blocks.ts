import type { Part } from "./changed.ts";

/**
 * How far blocks are followed: heads of a place, lines up to them, lines on each side of one, lines of a body and those of a text in it. A longer
 * line (bytes) was written by a program.
 */
const most = { heads: 4, up: 400, beside: 8, body: 200, text: 20, line: 1_000 };

const [tab, newline, blank, colon, equals] = [9, 10, 32, 58, 61];

/** The blocks of a file, as its lines and their indentation tell. */
export class Blocks {
  readonly #bytes: Buffer;
  #lines: readonly number[] | undefined;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The lines above that are indented less and less: of the class, the function, the entry that a line stands in. */
  heads(from: number): readonly Part[] {
    const heads: Part[] = [];
    let indent = this.#indentOf(from);
    for (let [line, left] = indent > 0 ? [this.#lineOf(from - 1), most.up] : [-1, 0]; indent > 0 && heads.length < most.heads && left > 0 && line >= 0; line--, left--) {
      const [start, to] = [this.#startOf(line), Math.min(from - 1, this.#endOf(line))];
      if (to - start > most.line) break;
      const own = this.#indentOf(start);
      if (own >= indent || start + own >= to) continue;
      indent = own;
      heads.push({ from: start, to });
    }
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

  #isEmpty(line: number): boolean {
    const start = this.#startOf(line);
    return start + this.#indentOf(start) >= this.#endOf(line);
  }

  #indentOf(from: number): number {
    let at = from;
    while (this.#bytes[at] === blank || this.#bytes[at] === tab) at++;
    return at - from;
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
    let [low, high] = [-1, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
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
