import type { Span } from "../../types/value.ts";

/** How a value is written: `command` is a program's output in a shell script. */
export type Writing = "plain" | "single" | "double" | "raw" | "command";

/** One `NAME=value` as written. */
export interface Entry {
  readonly name: string;
  readonly nameSpan: Span;
  /** The name and the sign after it. */
  readonly head: Span;
  readonly writing: Writing;
  /** The value as written, with its quotes and without the blanks around it; empty when there is none. */
  readonly token: Span;
  /** The value between its quotes. */
  readonly inner: Span;
}

/** Is told of each entry and comment, in order. */
export interface Listener {
  entry(entry: Entry): void;
  comment(span: Span): void;
}

type Value = Pick<Entry, "writing" | "token" | "inner">;

/** A file while it is read. */
interface Reading {
  readonly text: string;
  /** `.envrc`: a shell reads it, so blanks end a value, and a backquote runs a command. */
  readonly shell: boolean;
  /** The end of the line that was looked at last. */
  readonly line: { start: number; end: number };
  /** Quotes that are known to have no end in the rest of the text. */
  readonly open: Set<string>;
}

const writings: { readonly [quote: string]: Writing } = { "'": "single", '"': "double", "`": "raw" };

/**
 * Takes an environment file apart as its readers do: dotenv (https://github.com/motdotla/dotenv), python-dotenv
 * (https://github.com/theskumar/python-dotenv), env files of Docker Compose
 * (https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax) and shells. What is no
 * entry is passed over. Each unit is looked at a bounded number of times.
 */
export function readEntries(text: string, shell: boolean, listener: Listener): void {
  const reading: Reading = { text, shell, line: { start: 0, end: -1 }, open: new Set() };
  for (let at = 0; at < text.length;) {
    let next = skipBlanks(text, at);
    if (text[next] !== "#") next = entriesFrom(reading, next, listener);
    at = restOfLine(reading, next, listener);
  }
}

/** The entry that begins here, in a shell also those after it in the line; gives the place after them. */
function entriesFrom(reading: Reading, start: number, listener: Listener): number {
  let at = start;
  for (;;) {
    const entry = entryAt(reading, at);
    if (!entry) return at;
    listener.entry(entry);
    const after = skipBlanks(reading.text, entry.token.end);
    if (!reading.shell || after === entry.token.end) return entry.token.end;
    at = after;
  }
}

function entryAt(reading: Reading, start: number): Entry | undefined {
  const { text } = reading;
  const exporting = /export[ \t]{1,40}(?=[\w.-])/y;
  exporting.lastIndex = start;
  const nameStart = exporting.test(text) ? exporting.lastIndex : start;
  const signed = /([\w.-]{1,200})[ \t]{0,40}([=:])/y;
  signed.lastIndex = nameStart;
  const [whole, name, sign] = signed.exec(text) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const head = { start: nameStart, end: signed.lastIndex };
  // Only a colon with a blank after it is dotenv's: `NAME:value` and `a://b` are no entries.
  if (sign === ":" && (reading.shell || !/\s/.test(text[head.end] ?? "\n"))) return undefined;
  const from = reading.shell ? head.end : skipBlanks(text, head.end);
  return { name, nameSpan: { start: nameStart, end: nameStart + name.length }, head, ...valueAt(reading, from, from > head.end) };
}

function valueAt(reading: Reading, at: number, afterBlank: boolean): Value {
  const quote = reading.text[at] ?? "";
  const writing = writings[quote];
  const quoted = writing && !(reading.shell && quote === "`") ? quotedAt(reading, at, quote) : undefined;
  if (quoted && writing) return { writing, token: quoted, inner: { start: at + 1, end: quoted.end - 1 } };
  if (afterBlank && quote === "#") return { writing: "plain", token: { start: at, end: at }, inner: { start: at, end: at } };
  return reading.shell ? wordAt(reading, at) : plainAt(reading, at);
}

/** A quoted value, over lines if need be. It counts only when nothing but a comment stands behind it. */
function quotedAt(reading: Reading, start: number, quote: string): Span | undefined {
  const { text, shell, open } = reading;
  if (open.has(quote)) return undefined;
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" && !(shell && quote === "'") ? 2 : 1;
  if (at >= text.length) {
    open.add(quote);
    return undefined;
  }
  const after = text[skipBlanks(text, at + 1)];
  const ends = after === undefined || /[\r\n#;,]/.test(after) || (shell && /[ \t&|]/.test(text[at + 1] ?? ""));
  return ends ? { start, end: at + 1 } : undefined;
}

/** A value to the end of the line, or to a `#` after a blank. */
function plainAt({ text }: Reading, start: number): Value {
  const stop = /[\r\n]|[ \t]#/g;
  stop.lastIndex = start;
  let end = stop.exec(text)?.index ?? text.length;
  while (end > start && isBlank(text[end - 1])) end--;
  const token = { start, end };
  const quote = text[start] ?? "";
  // dotenv takes the outer quotes away also when there are more of them inside.
  const wrapped = end - start > 1 && text[end - 1] === quote ? writings[quote] : undefined;
  return wrapped ? { writing: wrapped, token, inner: { start: start + 1, end: end - 1 } } : { writing: "plain", token, inner: token };
}

/** A word of a shell: blanks and operators end it, unless a brace of `${…}` is open. Commands take the rest of the line. */
function wordAt(reading: Reading, start: number): Value {
  const { text } = reading;
  let braces = 0;
  for (let at = start; ; at++) {
    const unit = text[at] ?? "\n";
    if (unit === "`" || (unit === "$" && text[at + 1] === "(")) {
      const token = { start, end: trimmedEnd(text, at, lineEnd(reading, at)) };
      return { writing: "command", token, inner: token };
    }
    if (unit === "\n" || unit === "\r" || (braces === 0 && /[ \t;&|]/.test(unit))) {
      const token = { start, end: at };
      return { writing: "plain", token, inner: token };
    }
    if (unit === "$" && text[at + 1] === "{") braces++;
    else if (unit === "}" && braces > 0) braces--;
    else if (unit === "\\" && at + 1 < text.length && !/[\r\n]/.test(text[at + 1] ?? "")) at++;
  }
}

/** Goes to the next line; a comment on the way is told. */
function restOfLine(reading: Reading, from: number, listener: Listener): number {
  const { text } = reading;
  const end = lineEnd(reading, from);
  const hash = /[\r\n#]/g;
  hash.lastIndex = from;
  const at = hash.exec(text)?.index ?? text.length;
  if (text[at] === "#") listener.comment({ start: at, end });
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
}

function lineEnd({ text, line }: Reading, at: number): number {
  if (at >= line.start && at <= line.end) return line.end;
  const end = /[\r\n]/g;
  end.lastIndex = at;
  line.start = at;
  line.end = end.exec(text)?.index ?? text.length;
  return line.end;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text[at])) at++;
  return at;
}

function trimmedEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && isBlank(text[end - 1])) end--;
  return end;
}

function isBlank(unit: string | undefined): boolean {
  return unit === " " || unit === "\t";
}
