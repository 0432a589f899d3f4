import type { Format, Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import { ModuleBuilder } from "./builder.ts";
import { blockOf, indentOf, isBlank, linesOf, type Code, type Readers } from "./documents/code.ts";
import { embedBlocks } from "./documents/programs.ts";
import { kinds } from "./kinds.ts";

/** Markdown and MDX: its code blocks, each by its language. */
export function makeMarkdown(readers: Readers): Format {
  return {
    ...kinds.markdown,
    read(path, text): Module {
      const builder = new ModuleBuilder(path, "config", text);
      const blocks = codeOf(builder).flatMap((code) => blockOf(text, code, readers) ?? []);
      embedBlocks(builder, blocks);
      return builder.finish();
    },
  };
}

/** An open fence: https://spec.commonmark.org/0.31.2/#fenced-code-blocks. */
interface Fence {
  readonly sign: string;
  readonly width: number;
  /** Block quotes around it. */
  readonly quotes: number;
  /** Blanks before it, which are not the code's. */
  readonly indent: number;
  readonly word: string;
  /** A directive's code, before which its options may stand. */
  readonly directive: boolean;
  readonly lines: Span[];
}

/** What is known while the lines of a document are read. */
interface Reading {
  readonly text: string;
  readonly builder: ModuleBuilder;
  readonly found: Code[];
  fence: Fence | undefined;
  /** Fences around text, not code: `{note}` of https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html. */
  readonly around: { readonly sign: string; readonly width: number }[];
  /** The lines of a block that is only indented. */
  indented: Span[];
  /** The line before was blank, so that an indented block can begin. */
  blank: boolean;
  /** Where the text of the list item begins that the line is in; 0 outside of lists. */
  item: number;
  /** Where an open comment began. */
  comment: number | undefined;
}

function codeOf(builder: ModuleBuilder): readonly Code[] {
  const { text } = builder;
  const reading: Reading = { text, builder, found: [], fence: undefined, around: [], indented: [], blank: true, item: 0, comment: undefined };
  for (const line of linesOf(text)) {
    if (reading.fence && !inFence(reading, reading.fence, line)) continue;
    if (!reading.fence) outside(reading, line);
  }
  closeIndented(reading);
  if (reading.fence) reading.found.push(reading.fence);
  return reading.found;
}

/** A line inside a fence; whether it is still to be looked at, for the block quote that held the fence has ended before it. */
function inFence(reading: Reading, fence: Fence, line: Span): boolean {
  const { text } = reading;
  const { start, quotes } = unquoted(text, line, fence.quotes);
  if (quotes < fence.quotes) {
    reading.found.push(fence);
    reading.fence = undefined;
    return true;
  }
  const closing = /[ \t]{0,200}([`~]{3,})[ \t]{0,200}(?:[\r\n]|$)/y;
  closing.lastIndex = start;
  const signs = closing.exec(text)?.[1] ?? "";
  if (signs.startsWith(fence.sign) && signs.length >= fence.width && signs === fence.sign.repeat(signs.length)) {
    reading.found.push(fence);
    reading.fence = undefined;
    reading.blank = true;
    return false;
  }
  const body = { start, end: line.end };
  if (fence.directive && fence.lines.length === 0 && text[start + indentOf(text, body)] === ":") return false;
  fence.lines.push({ start: start + Math.min(fence.indent, indentOf(text, body)), end: line.end });
  return false;
}

function outside(reading: Reading, line: Span): void {
  const { text } = reading;
  if (reading.comment !== undefined || isCommentAt(text, line)) return comment(reading, line);
  const { start, quotes } = unquoted(text, line, Infinity);
  const body = { start, end: line.end };
  const opened = isBlank(text, body) ? undefined : fenceAt(text, body, quotes);
  if (opened) {
    closeIndented(reading);
    open(reading, opened);
  } else indented(reading, body, quotes);
}

/** A fence that opens here, also as the first thing of a list item. */
function fenceAt(text: string, { start, end }: Span, quotes: number): (Fence & { readonly info: string }) | undefined {
  const opening = /[ \t]{0,200}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,8})?(`{3,}|~{3,})([^\r\n]*)/y;
  opening.lastIndex = start;
  const [whole, signs, info] = (end - start < 4_000 ? opening.exec(text) : undefined) ?? [];
  if (whole === undefined || signs === undefined || info === undefined) return undefined;
  const sign = signs.charAt(0);
  // Inline code: ```x```.
  if (sign === "`" && info.includes("`")) return undefined;
  return { sign, width: signs.length, quotes, indent: whole.length - signs.length - info.length, word: "", directive: info.trim().startsWith("{"), lines: [], info };
}

function open(reading: Reading, { info, ...fence }: Fence & { readonly info: string }): void {
  const closed = reading.around.at(-1);
  if (closed && info.trim() === "" && fence.sign === closed.sign && fence.width >= closed.width) {
    reading.around.pop();
    return;
  }
  const word = wordOf(info);
  if (word === undefined) reading.around.push(fence);
  else reading.fence = { ...fence, word };
}

/** Directives of MyST that hold code and name its language behind them. */
const codes: ReadonlySet<string> = new Set(["code-block", "code", "sourcecode", "code-cell", "prompt"]);

/** The language of an info string: `js {1,3}`, `python title="app.py"`, `{.python}`, `js:src/app.js`. Undefined when it is text that is fenced. */
function wordOf(info: string): string | undefined {
  const [, brace, dot, word = "", end] = /^[ \t]{0,20}(\{?)[ \t]{0,4}(\.?)([\w+#.-]{0,40})([^]?)/.exec(info) ?? [];
  if (brace === "{" && dot === "" && end === "}" && codes.has(word)) return /\}[ \t]{0,20}([\w+#.-]{1,40})/.exec(info.slice(0, 200))?.[1] ?? "";
  if (brace === "{" && dot === "" && end === "}") return undefined;
  return end === "=" ? "" : word;
}

/** Code that is only indented, by four more than what is around it, after a blank line: https://spec.commonmark.org/0.31.2/#indented-code-blocks. */
function indented(reading: Reading, line: Span, quotes: number): void {
  const { text } = reading;
  if (isBlank(text, line)) {
    reading.blank = true;
    if (reading.indented.length > 0) reading.indented.push(line);
    return;
  }
  const indent = indentOf(text, line);
  const wide = text[line.start] === "\t" ? 4 : indent;
  if (wide >= reading.item + 4 && quotes === 0 && (reading.blank || reading.indented.length > 0)) {
    reading.indented.push(line);
    return;
  }
  closeIndented(reading);
  const item = /^[ \t]{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}/.exec(text.slice(line.start, Math.min(line.end, line.start + 80)))?.[0];
  if (item !== undefined) reading.item = item.length;
  else if (reading.blank && wide < reading.item) reading.item = wide < 2 ? 0 : wide;
  reading.blank = false;
}

function closeIndented(reading: Reading): void {
  if (reading.indented.length > 0) reading.found.push({ word: "", lines: reading.indented });
  reading.indented = [];
}

function isCommentAt(text: string, { start, end }: Span): boolean {
  const at = start + indentOf(text, { start, end });
  return text.startsWith("<!--", at) && at < end;
}

/** What stands in a comment of HTML is shown to nobody. */
function comment(reading: Reading, line: Span): void {
  const { text, builder } = reading;
  closeIndented(reading);
  const start = reading.comment ?? line.start + indentOf(text, line);
  const close = text.slice(line.start, line.end).indexOf("-->", reading.comment === undefined ? start - line.start + 2 : 0);
  reading.comment = close < 0 ? start : undefined;
  if (close >= 0) builder.comment(text.slice(start + 4, Math.max(start + 4, line.start + close)).trim(), { start, end: line.start + close + 3 });
}

/** A line without the marks of block quotes, as many as wanted. */
function unquoted(text: string, { start, end }: Span, most: number): { readonly start: number; readonly quotes: number } {
  let quotes = 0;
  let from = start;
  while (quotes < most) {
    let at = from;
    while (at < end && text[at] === " " && at - from < 4) at++;
    if (at >= end || text[at] !== ">") break;
    from = at + (text[at + 1] === " " ? 2 : 1);
    quotes++;
  }
  return { start: Math.min(from, end), quotes };
}
