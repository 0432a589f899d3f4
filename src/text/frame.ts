import type { Frame } from "../types/finding.ts";
import type { Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import type { Lines } from "./lines.ts";
import { printable } from "./printable.ts";

/** Always as wide, so that a frame says nothing about what it covers. */
const cover = "***";

/** Longer lines are cut: a frame is for people. */
const maxWidth = 160;

/** The line of a span and its neighbours, with every literal and comment covered. */
export function frameOf(module: Module, span: Span, lines: Lines): Frame | undefined {
  const { line } = lines.position(span.start);
  const first = Math.max(1, line - 1);
  const covered = [...module.covers, ...module.comments.map((comment) => comment.span), inner(span, module)].sort((a, b) => a.start - b.start);
  const shown: string[] = [];
  let mark: Frame["mark"] | undefined;
  for (let at = first; at <= line + 1; at++) {
    const text = lines.line(at);
    if (text === undefined) break;
    const start = lines.lineStart(at);
    const { out, place } = coverLine(text, start, covered);
    if (at === line) mark = { line, column: place(span.start) + 1, endColumn: Math.max(place(span.start) + 2, place(Math.min(span.end, start + text.length)) + 1) };
    shown.push(out);
  }
  if (!mark || mark.endColumn > maxWidth) return undefined;
  return { first, lines: shown.map((text) => text.slice(0, maxWidth)), mark };
}

/** The origin itself is covered whatever the format said: a literal's inside, all of a bare value. Calls show what they are. */
function inner(span: Span, { text }: Module): Span {
  const quoted = /^[a-zA-Z]{0,3}["'`]/.exec(text.slice(span.start, span.start + 4));
  if (quoted) return { start: span.start + quoted[0].length, end: Math.max(span.start + quoted[0].length, span.end - 1) };
  return /^[\w.$]{1,120}\(/.test(text.slice(span.start, span.start + 121)) ? { start: span.end, end: span.end } : span;
}

function coverLine(text: string, start: number, covered: readonly Span[]): { out: string; place: (offset: number) => number } {
  const end = start + text.length;
  const moves: { from: number; to: number; out: number; width: number }[] = [];
  let out = "";
  let done = start;
  for (const span of covered) {
    const [from, to] = [Math.max(span.start, done), Math.min(span.end, end)];
    if (from >= to) continue;
    out += printable(text.slice(done - start, from - start));
    moves.push({ from, to, out: out.length, width: cover.length });
    out += cover;
    done = to;
  }
  const plain = printable(text.slice(done - start));
  const place = (offset: number): number => {
    let at = start;
    let column = 0;
    for (const move of moves) {
      if (offset < move.from) return column + (offset - at);
      if (offset <= move.to) return offset === move.from ? move.out : move.out + move.width;
      [at, column] = [move.to, move.out + move.width];
    }
    return column + (offset - at);
  };
  return { out: out + plain, place };
}
