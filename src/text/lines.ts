import { lastTo } from "./sorted.ts";

/** Lines of a text, built once: LF, CRLF and CR end a line. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
    }
    this.#starts = starts;
  }

  /** Line and column of an offset, both from 1; columns count UTF-16 units. */
  position(offset: number): { line: number; column: number } {
    const line = lastTo(offset, this.#starts);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  /** Offset of a line's first unit; the text's end when there is no such line. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** A line without its ending, or undefined when there is no such line. */
  line(line: number): string | undefined {
    const start = this.#starts[line - 1];
    if (start === undefined) return undefined;
    const end = this.#starts[line] ?? this.#text.length;
    const last = end > start && this.#text.charCodeAt(end - 1) === 10 ? end - 1 : end;
    return this.#text.slice(start, last > start && this.#text.charCodeAt(last - 1) === 13 ? last - 1 : last);
  }
}
