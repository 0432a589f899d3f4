import type { Span } from "../../types/value.ts";
import { Piece } from "../piece.ts";

/** The lines of a block scalar (https://yaml.org/spec/1.2.2/#81-block-scalar-styles), without their indentation. */
export interface Block {
  /** The first line that says something. */
  readonly first: Span;
  /** All lines. */
  readonly span: Span;
  /** Where a unit of the block's text stands in the file. */
  readonly at: (offset: number) => number;
}

/** The block whose mark (`|`, `>-`) begins the span. */
export function blockLines(text: string, { start, end }: Span): Block {
  const head = text.indexOf("\n", start);
  const from = head < 0 || head >= end ? end : head + 1;
  const lines = linesBetween(text, from, end);
  const indent = indentOf(text, text.slice(start, from), lines);
  const piece = new Piece();
  let first: Span | undefined;
  for (const line of lines) {
    const place = Math.min(line.start + indent, line.end);
    piece.add(text.slice(place, line.end), place);
    // The program gets one sign for every way to end a line.
    piece.fill("\n", line.end);
    if (!first && text.slice(line.start, line.end).trim() !== "") first = { start: place, end: line.end };
  }
  return { first: first ?? { start, end: from }, span: { start: from, end }, at: (offset) => piece.at(offset) };
}

function linesBetween(text: string, from: number, end: number): readonly Span[] {
  const lines: Span[] = [];
  for (let at = from; at < end;) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 || next > end ? end : next;
    lines.push({ start: at, end: text[stop - 1] === "\r" && stop > at ? stop - 1 : stop });
    at = stop + 1;
  }
  return lines;
}

/** As the mark says (`|2`), counted from the first line all the same: nothing else is known here. */
function indentOf(text: string, mark: string, lines: readonly Span[]): number {
  const line = lines.find(({ start, end }) => text.slice(start, end).trim() !== "");
  if (!line) return 0;
  const blanks = /^ */.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const told = /^[|>][+-]?([1-9])/.exec(mark)?.[1];
  return told === undefined ? blanks : Math.min(blanks, Number(told));
}
