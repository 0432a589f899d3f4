import { firstFrom } from "../../text/sorted.ts";
import type { Span } from "../../types/value.ts";

/** A piece of HCL: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements */
export interface Token {
  readonly kind: "word" | "text" | "heredoc" | "mark" | "line";
  readonly span: Span;
  /** Of a word or mark, as written. */
  readonly written: string;
  /** Of a text, between its quotes; of a heredoc, all its lines. */
  readonly inner: Span;
}

/** Is told of comments. */
type Told = (span: Span) => void;

/** What the walk over a text knows. */
interface Reading {
  readonly text: string;
  /** Texts that have no end were seen: later ones end with their line. */
  unended: boolean;
  /** The lines that are one word, each with its places in order: ends of heredocs. */
  ends: ReadonlyMap<string, number[]> | undefined;
}

const words = /[A-Za-z_][\w.-]*|\d[\w.]*/y;
const heredocs = /<<[-~]?[A-Za-z_][\w-]{0,80}[ \t]{0,80}(?=[\r\n])/y;

/** The tokens of a text, without its comments. Each unit is looked at a bounded number of times. */
export function tokensOf(text: string, comment: Told): readonly Token[] {
  const reading: Reading = { text, unended: false, ends: undefined };
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const unit = text[at] ?? "";
    const isComment = unit === "#" || (unit === "/" && (text[at + 1] === "/" || text[at + 1] === "*"));
    if (isComment) {
      const span = { start: at, end: commentEnd(text, at) };
      comment(span);
      at = span.end;
    } else if (unit === " " || unit === "\t" || unit === "\r") at++;
    else {
      const token = tokenAt(reading, at);
      tokens.push(token);
      at = token.span.end;
    }
  }
  return tokens;
}

function tokenAt(reading: Reading, at: number): Token {
  const { text } = reading;
  const unit = text[at] ?? "";
  if (unit === '"') return textAt(reading, at);
  const word = matched(words, text, at);
  if (word !== undefined) return token("word", at, at + word.length, word);
  if (unit === "<") {
    const heredoc = heredocAt(reading, at);
    if (heredoc) return heredoc;
  }
  return unit === "\n" ? token("line", at, at + 1, unit) : token("mark", at, at + 1, unit);
}

function commentEnd(text: string, at: number): number {
  const isBlock = text[at] === "/" && text[at + 1] === "*";
  const end = text.indexOf(isBlock ? "*/" : "\n", at + 1);
  return end < 0 ? text.length : isBlock ? end + 2 : end;
}

/** `"a ${join("-", ["b"])} c"`: texts stand in the templates of texts. */
function textAt(reading: Reading, start: number): Token {
  const { text } = reading;
  /** For each open template, the braces open in it; between two is a text. */
  const open: number[] = [];
  let inText = true;
  for (let at = start + 1; at < text.length; at++) {
    const unit = text[at];
    const depth = open.length - 1;
    if (inText && (unit === "\n" || unit === "\r") && (open.length === 0 || reading.unended)) return ended(text, start, at, at);
    if (inText && unit === "\\") at++;
    else if (inText && (unit === "$" || unit === "%") && text[at + 1] === "{" && text[at - 1] !== unit) {
      open.push(0);
      inText = false;
      at++;
    } else if (unit === '"') {
      if (inText && open.length === 0) return ended(text, start, at, at + 1);
      // Inside a template a quote begins a text; inside such a text it ends it.
      if (inText) inText = false;
      else {
        open.push(-1);
        inText = true;
        continue;
      }
      if (open.at(-1) === -1) open.pop();
    } else if (!inText && unit === "{") open[depth] = (open[depth] ?? 0) + 1;
    else if (!inText && unit === "}") {
      if ((open[depth] ?? 0) > 0) open[depth] = (open[depth] ?? 0) - 1;
      else {
        open.pop();
        inText = true;
      }
    } else if (!inText && reading.unended && unit === "\n") return ended(text, start, at, at);
  }
  const line = text.indexOf("\n", start);
  reading.unended = true;
  const end = line < 0 ? text.length : line;
  return ended(text, start, end, end);
}

function ended(text: string, start: number, inner: number, end: number): Token {
  return { kind: "text", span: { start, end }, written: "", inner: { start: start + 1, end: inner } };
}

/** `<<-EOT` to a line that is `EOT`; without one, to the end. */
function heredocAt(reading: Reading, at: number): Token | undefined {
  const { text } = reading;
  const mark = matched(heredocs, text, at)?.replace(/^<<[-~]?/, "").trimEnd();
  if (mark === undefined) return undefined;
  const from = text.indexOf("\n", at) + 1;
  reading.ends ??= lonelyWords(text);
  const ends = reading.ends.get(mark) ?? [];
  const end = ends[firstFrom(from, ends, (place) => place)];
  if (end === undefined) return { kind: "heredoc", span: { start: at, end: text.length }, written: mark, inner: { start: from, end: text.length } };
  const last = text.lastIndexOf("\n", end);
  return { kind: "heredoc", span: { start: at, end: end + mark.length }, written: mark, inner: { start: from, end: Math.max(from, text[last - 1] === "\r" ? last - 1 : last) } };
}

function lonelyWords(text: string): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [, blanks = "", word = "", at] of wordsAlone(text)) {
    const places = found.get(word);
    if (places) places.push(at + blanks.length);
    else found.set(word, [at + blanks.length]);
  }
  return found;
}

function* wordsAlone(text: string): Generator<readonly [string, string | undefined, string | undefined, number]> {
  let start = 0;
  for (const line of text.split("\n")) {
    const [whole, blanks, word] = line.length <= 400 ? (/^([ \t]*)([A-Za-z_][\w-]*)[ \t\r]*$/.exec(line) ?? []) : [];
    if (whole !== undefined) yield [whole, blanks, word, start];
    start += line.length + 1;
  }
}

function matched(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}

function token(kind: Token["kind"], start: number, end: number, written: string): Token {
  return { kind, span: { start, end }, written, inner: { start, end } };
}
