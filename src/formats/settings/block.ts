import type { Span } from "../../types/value.ts";

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
  const starts: number[] = [];
  const places: number[] = [];
  let offset = 0;
  for (const line of lines) {
    const place = Math.min(line.start + indent, line.end);
    starts.push(offset);
    places.push(place);
    offset += line.end - place + 1;
  }
  const said = lines.findIndex((line) => text.slice(line.start, line.end).trim() !== "");
  const line = lines[said];
  const first = line ? { start: Math.min((places[said] ?? line.start), line.end), end: line.end } : { start, end: from };
  return {
    first, span: { start: from, end },
    at: (wanted) => {
      const found = lastNotAfter(starts, wanted);
      return (places[found] ?? from) + wanted - (starts[found] ?? 0);
    },
  };
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

/** The place of the last number that is not larger. */
function lastNotAfter(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
