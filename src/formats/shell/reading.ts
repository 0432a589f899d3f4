import type { Scope } from "../../types/value.ts";
import type { Dialect } from "./dialects.ts";

/** A script, or a piece of one, while it is read. It knows what has no end, so that the end is looked for only once. */
export class Reading {
  readonly text: string;
  readonly dialect: Dialect;
  /** Where other variables are looked for. */
  readonly scope: Scope;
  /** The end of the piece. */
  readonly end: number;
  /** What opened and never closed: after that it ends with its line. */
  readonly open = new Set<string>();
  readonly #absent = new Set<string>();
  readonly #line = { start: 0, end: -1 };

  constructor(text: string, dialect: Dialect, scope: Scope, end = text.length) {
    this.text = text;
    this.dialect = dialect;
    this.scope = scope;
    this.end = end;
  }

  /** The next place of a unit, or -1. */
  find(unit: string, from: number): number {
    if (this.#absent.has(unit)) return -1;
    const at = this.text.indexOf(unit, from);
    if (at >= 0 && at < this.end) return at;
    this.#absent.add(unit);
    return -1;
  }

  /** The end of the line that a place stands in, before its break. */
  lineEnd(at: number): number {
    const line = this.#line;
    if (at >= line.start && at <= line.end) return line.end;
    const found = this.text.indexOf("\n", at);
    const end = found < 0 ? this.end : Math.min(found, this.end);
    line.start = at;
    line.end = end > at && this.text[end - 1] === "\r" ? end - 1 : end;
    return line.end;
  }

  /** Runs `parse` up to the end of the piece; when that finds no end, up to the end of the line, as from then on. */
  closing<T>(kind: string, at: number, parse: (limit: number) => { readonly closed: boolean; readonly result: T }): T {
    if (!this.open.has(kind)) {
      const { closed, result } = parse(this.end);
      if (closed) return result;
      this.open.add(kind);
    }
    return parse(this.lineEnd(at)).result;
  }

  /** Behind a break that stands here, or the place itself. */
  afterBreak(at: number): number {
    if (this.text[at] === "\r" && this.text[at + 1] === "\n") return at + 2;
    return this.text[at] === "\n" || this.text[at] === "\r" ? at + 1 : at;
  }
}

export function isBlank(unit: string | undefined): boolean {
  return unit === " " || unit === "\t";
}

export function isBreak(unit: string | undefined): boolean {
  return unit === "\n" || unit === "\r";
}
