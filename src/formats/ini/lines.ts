import type { Span } from "../../types/value.ts";

/** Whose rules the lines follow: configparser's and its relatives, Java's, systemd's; `toml` is TOML that its parser does not take. */
export type Style = "ini" | "properties" | "unit" | "toml";

/** `key = value`. */
export interface Line {
  readonly name: string;
  readonly nameSpan: Span;
  /** The name and the sign. */
  readonly head: Span;
  /** Without the blanks around it; of the first line, or with all its continued lines (`block`). */
  readonly value: Span;
  readonly block: Span;
}

/** Is told what stands in the lines, in order. */
export interface Listener {
  section(span: Span): void;
  comment(span: Span): void;
  line(line: Line): void;
}

const sections: { readonly [style in Style]: RegExp } = {
  ini: /^\[([^\[\]\r\n]{1,500})\][ \t]*(?:[;#]|$)/, unit: /^\[([^\[\]\r\n]{1,500})\]/, toml: /^\[\[?([^\[\]\r\n]{1,500})\]/, properties: /^(?!)/,
};

const heads: { readonly [style in Style]: RegExp } = {
  // A colon counts before a blank only: `host:port` and `a://b` are no settings.
  ini: /^(?:export[ \t]{1,20})?([\w.\-/@$]{1,200})[ \t]{0,80}(?:=|:(?=[ \t]|$))[ \t]*/,
  properties: /^((?:[\w.\-/@$[\]]|\\[:= ]){1,400})[ \t]{0,80}[=:][ \t]*/,
  unit: /^([A-Za-z]\w{0,200})[ \t]{0,80}=[ \t]*/,
  toml: /^("[^"\\\r\n]{1,200}"|'[^'\r\n]{1,200}'|[\w.-]{1,400})[ \t]{0,80}=[ \t]*/,
};

/** A line being continued. */
interface Open {
  readonly line: Omit<Line, "block">;
  readonly indent: number;
  end: number;
}

/** Longer lines are data. */
const longest = 20_000;

/** A file while it is read. */
interface Reading {
  readonly text: string;
  readonly style: Style;
  readonly listener: Listener;
  open: Open | undefined;
  /** The line before ended in a backslash. */
  slashed: boolean;
}

/** Takes a file of settings apart. Each unit is looked at a bounded number of times. */
export function readLines(text: string, style: Style, listener: Listener): void {
  const reading: Reading = { text, style, listener, open: undefined, slashed: false };
  for (const { start, end } of linesOf(text)) {
    const from = skipBlanks(text, start, end);
    const to = trimmedEnd(text, from, end);
    const { open } = reading;
    if (open && continues(open, reading.slashed, style, from - start, to > from)) goOn(reading, open, { start: from, end: to });
    else if (to > from) begin(reading, { start: from, end: to }, from - start);
    else reading.slashed = false;
  }
  close(reading);
}

function close(reading: Reading): void {
  const { open, listener } = reading;
  if (open) listener.line({ ...open.line, block: { start: open.line.value.start, end: open.end } });
  reading.open = undefined;
}

/** One more line of a value. systemd passes over comments there, and goes on; Java knows none there. */
function goOn(reading: Reading, open: Open, line: Span): void {
  const { text, style, listener } = reading;
  if (style !== "properties" && line.end > line.start && isComment(text, line.start, style)) return listener.comment(line);
  open.end = Math.max(open.end, line.end);
  reading.slashed = endsInSlash(text, line.start, line.end);
}

/** A line that is no part of the one before. */
function begin(reading: Reading, line: Span, indent: number): void {
  const { text, style, listener } = reading;
  reading.slashed = false;
  if (isComment(text, line.start, style)) {
    // In configparser's files a comment stands between the lines of one value, too.
    if (style !== "ini") close(reading);
    return listener.comment(line);
  }
  close(reading);
  const written = text.slice(line.start, Math.min(line.end, line.start + longest));
  const section = sections[style].exec(written)?.[1];
  if (section !== undefined) {
    const at = line.start + written.indexOf(section);
    return listener.section({ start: at, end: at + section.length });
  }
  const found = lineAt(written, line.start, line.end, style);
  if (!found) return;
  reading.open = { line: found, indent, end: line.end };
  reading.slashed = endsInSlash(text, line.start, line.end);
}

function continues(open: Open, slashed: boolean, style: Style, indent: number, isFilled: boolean): boolean {
  if (style === "properties" || style === "unit") return slashed;
  // https://docs.python.org/3/library/configparser.html#supported-ini-file-structure: deeper than the name is a part of the value.
  return style === "ini" && isFilled && indent > open.indent;
}

function lineAt(written: string, from: number, to: number, style: Style): Omit<Line, "block"> | undefined {
  const [head, key] = heads[style].exec(written) ?? [];
  if (head === undefined || key === undefined) return undefined;
  const at = from + written.indexOf(key);
  const start = from + head.length;
  const slash = (style === "properties" || style === "unit") && written.endsWith("\\") && endsInSlash(written, 0, written.length) ? 1 : 0;
  const name = style === "toml" ? key.replace(/^["']|["']$/g, "") : key.replaceAll("\\", "");
  return { name, nameSpan: { start: at, end: at + key.length }, head: { start: from, end: start }, value: { start, end: Math.max(start, to - slash) } };
}

function isComment(text: string, at: number, style: Style): boolean {
  const unit = text[at];
  return unit === "#" || (unit === ";" && style !== "properties" && style !== "toml") || (unit === "!" && style === "properties");
}

/** An even number of backslashes is one that stands for itself. */
function endsInSlash(text: string, start: number, end: number): boolean {
  let at = end;
  while (at > start && text[at - 1] === "\\") at--;
  return (end - at) % 2 === 1;
}

function* linesOf(text: string): Generator<Span> {
  const end = /\r\n|[\r\n]/g;
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(end)) {
    yield { start, end: index };
    start = index + mark.length;
  }
  yield { start, end: text.length };
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === " " || text[at] === "\t")) at++;
  return at;
}

export function trimmedEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return end;
}
