import type { Span } from "../../types/value.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Gives the span of a range in lines and columns. */
export function linesOf(text: string): (range: { readonly start: Position; readonly end: Position }) => Span {
  const starts = [0];
  for (const { 0: sign, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + sign.length);
  const offset = ({ line, character }: Position): number => Math.min((starts[line] ?? text.length) + character, text.length);
  return ({ start, end }) => ({ start: offset(start), end: Math.max(offset(start), offset(end)) });
}
