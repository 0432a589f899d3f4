import type { Part } from "./changed.ts";

/** How far blocks are followed: heads of a place, lines up to them, and lines beside one. A longer line (bytes) was written by a program. */
const most = { heads: 4, up: 400, beside: 20, line: 1_000 };

const [tab, newline, blank, dash, colon, equals] = [9, 10, 32, 45, 58, 61];

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

  /** The other lines of the entry, when a place is in the value of one: that is a name then, and what it is given stands beside it. */
  beside(at: number): readonly Part[] {
    const line = this.#lineOf(at);
    const { text, isFirst } = this.#entryOf(line);
    const before = this.#bytes.subarray(text, at);
    if (!before.includes(colon) && !before.includes(equals)) return [];
    const indent = text - this.#startOf(line);
    const isWithin = (other: number): boolean => this.#entryOf(other).text - this.#startOf(other) >= indent || this.#isEmpty(other);
    let [first, last] = [line, line];
    for (let isOpen = !isFirst; isOpen && first > 0 && line - first < most.beside && isWithin(first - 1); first--) isOpen = !this.#isItem(first - 1, indent);
    while (last + 1 < this.#starts.length && last - line < most.beside && isWithin(last + 1) && !this.#isItem(last + 1, indent)) last++;
    return first === last ? [] : [{ from: this.#startOf(first), to: this.#endOf(last) }];
  }

  /** Whether a line begins an item whose text is indented so. */
  #isItem(line: number, indent: number): boolean {
    const { text, isFirst } = this.#entryOf(line);
    return isFirst && text - this.#startOf(line) === indent;
  }

  /** Where the text of a line begins, behind the dashes of the items that begin there. */
  #entryOf(line: number): { readonly text: number; readonly isFirst: boolean } {
    const start = this.#startOf(line);
    let text = start + this.#indentOf(start);
    let isFirst = false;
    while (this.#bytes[text] === dash && this.#bytes[text + 1] === blank) {
      isFirst = true;
      text += 1 + this.#indentOf(text + 1);
    }
    return { text, isFirst };
  }

  #isEmpty(line: number): boolean {
    const start = this.#startOf(line);
    return start + this.#indentOf(start) >= this.#endOf(line) - 1;
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
