import type { Frame } from "../types/finding.ts";
import type { Sheet } from "../types/sheet.ts";
import type { Span } from "../types/value.ts";
import type { Lines } from "./lines.ts";
import { looksDrawn } from "./drawn.ts";
import { printable } from "./printable.ts";
import { firstFrom } from "./sorted.ts";

/** Always as wide, so that a frame says nothing about what it covers. */
const cover = "***";

/** Longer lines are cut: a frame is for people. */
const maxWidth = 160;

/** Units of a source line that are looked at: what is covered may be long, so more than `maxWidth`. */
const maxLine = 4_000;

/**
 * The line of a span and its neighbours, with every literal and comment covered. Undefined where the file was not understood: there
 * nobody knows what is a literal. `hidden`: the span is a key's origin, and covered too.
 */
export function frameOf(module: Sheet, span: Span, lines: Lines, hidden = true): Frame | undefined {
  const { line, column } = lines.position(span.start);
  if (module.failure !== undefined || column > maxLine) return undefined;
  const first = Math.max(1, line - 1);
  const covered = coversBetween(module, lines.lineStart(first), lines.lineStart(line + 2), hidden ? inner(span, module) : { start: span.end, end: span.end });
  const shown: string[] = [];
  let mark: Frame["mark"] | undefined;
  for (let at = first; at <= line + 1; at++) {
    const text = lines.line(at)?.slice(0, maxLine);
    if (text === undefined) break;
    const start = lines.lineStart(at);
    const { out, place } = coverLine(text, start, covered);
    if (at === line) mark = { line, column: place(span.start) + 1, endColumn: Math.max(place(span.start) + 2, place(Math.min(span.end, start + text.length)) + 1) };
    shown.push(out);
  }
  if (!mark || mark.endColumn > maxWidth) return undefined;
  return { first, lines: shown.map((text) => text.slice(0, maxWidth).trimEnd()), mark };
}

/**
 * Lines from one to another, each with every literal and comment covered but what stands in `bare`, of which it is known that it is no
 * secret. Undefined where the file was not understood.
 */
export function coveredLines(module: Sheet, [first, last]: readonly [number, number], lines: Lines, bare: readonly Span[]): readonly string[] | undefined {
  if (module.failure !== undefined) return undefined;
  const covered = without(coversBetween(module, lines.lineStart(first), lines.lineStart(last + 1), { start: 0, end: 0 }), bare);
  const shown: string[] = [];
  for (let at = first; at <= last; at++) {
    const text = lines.line(at)?.slice(0, maxLine);
    if (text !== undefined) shown.push(coverLine(text, lines.lineStart(at), covered).out.slice(0, maxWidth).trimEnd());
  }
  return shown;
}

/** Spans without those parts of them that stand in others. */
function without(spans: readonly Span[], bare: readonly Span[]): readonly Span[] {
  return bare.reduce((left, { start, end }) => left.flatMap((span) => [{ start: span.start, end: Math.min(span.end, start) }, { start: Math.max(span.start, end), end: span.end }].filter((part) => part.start < part.end)), spans);
}

const merged = new WeakMap<Sheet, readonly Span[]>();

/** A module's literals and comments in order; made once, because a file can have many of both. */
function coversOf(module: Sheet): readonly Span[] {
  const known = merged.get(module);
  if (known) return known;
  const apart = joined([...module.covers, ...module.comments.map((comment) => comment.span)]);
  merged.set(module, apart);
  return apart;
}

/** Spans in order, those that overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && span.start < last.end) apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else apart.push(span);
  }
  return apart;
}

function coversBetween(module: Sheet, from: number, to: number, own: Span): readonly Span[] {
  const all = coversOf(module);
  const here = [own, ...likeKeys(module.text.slice(from, to), from)];
  for (let at = firstFrom(from + 1, all, ({ end }) => end); at < all.length; at++) {
    const span = all[at];
    if (!span || span.start >= to) break;
    here.push(span);
  }
  return joined(here);
}

/** Numbers of four digits and more, and names that look drawn: they could be keys, though no format takes them for texts. */
function likeKeys(text: string, offset: number): readonly Span[] {
  const words = [...text.matchAll(/[\p{L}\p{N}_$]+/gu)];
  return words.filter(([word]) => /^\d{2}\w{2}|^0[xob]\w{2}/i.test(word) || looksDrawn(word)).map(({ 0: word, index }) => ({ start: offset + index, end: offset + index + word.length }));
}

/** A call, also of a method of an empty text: `"".join(`. */
const call = /^(?:(?:""|'')\.)?[\w.$]{1,120}\(/;

/** The origin itself is covered whatever the format said: a literal's inside, all of a bare value. Calls show what they are. */
function inner(span: Span, { text }: Sheet): Span {
  if (call.test(text.slice(span.start, span.start + 124))) return { start: span.end, end: span.end };
  const quoted = /^[a-zA-Z]{0,3}["'`]/.exec(text.slice(span.start, span.start + 4));
  return quoted ? { start: span.start + quoted[0].length, end: Math.max(span.start + quoted[0].length, span.end - 1) } : span;
}

/** Tabs become blanks, so that the mark below stands where it should. */
function shownText(text: string): string {
  return printable(text.replaceAll("\t", "  "));
}

/** A line with its covers, and where an offset of the source stands in it. */
function coverLine(text: string, start: number, covered: readonly Span[]): { out: string; place: (offset: number) => number } {
  const end = start + text.length;
  const moves: { from: number; to: number; out: number }[] = [];
  let out = "";
  let done = start;
  for (const span of covered) {
    const [from, to] = [Math.max(span.start, done), Math.min(span.end, end)];
    if (from >= to) continue;
    out += shownText(text.slice(done - start, from - start));
    moves.push({ from, to, out: out.length });
    out += cover;
    done = to;
  }
  const place = (offset: number): number => {
    const before = moves.findLast(({ from }) => from <= offset);
    if (!before) return shownText(text.slice(0, offset - start)).length;
    if (offset < before.to) return before.out + (offset === before.from ? 0 : cover.length);
    return before.out + cover.length + shownText(text.slice(before.to - start, offset - start)).length;
  };
  return { out: out + shownText(text.slice(done - start)), place };
}
