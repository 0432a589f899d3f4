import type { Format, Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import { ModuleBuilder } from "./builder.ts";
import { blockOf, indentOf, isBlank, linesOf, type Code, type Readers } from "./documents/code.ts";
import { embedBlocks } from "./documents/programs.ts";
import { kinds } from "./kinds.ts";

/** reStructuredText: its code blocks, each by its language. */
export function makeRst(readers: Readers): Format {
  return {
    ...kinds.rst,
    read(path, text): Module {
      const builder = new ModuleBuilder(path, "config", text);
      const blocks = codeOf(builder).flatMap(({ own, ...code }) => blockOf(text, code, readers, own) ?? []);
      embedBlocks(builder, blocks);
      return builder.finish();
    },
  };
}

/** Code, and the language that the document has for blocks that name none. */
interface Found extends Code {
  readonly own: string;
}

/** What is known while the lines of a document are read. */
interface Reading {
  readonly text: string;
  readonly lines: readonly Span[];
  readonly builder: ModuleBuilder;
  readonly found: Found[];
  /** Sphinx takes what names no language for Python: https://www.sphinx-doc.org/en/master/usage/configuration.html#confval-highlight_language. */
  own: string;
}

/** https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#literal-blocks and #directives. */
function codeOf(builder: ModuleBuilder): readonly Found[] {
  const { text } = builder;
  const lines = linesOf(text);
  const reading: Reading = { text, lines, builder, found: [], own: "python" };
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    at = line ? lineAt(reading, at, line) : lines.length;
  }
  return reading.found;
}

/** Reads a line and what belongs to it; gives the next one. */
function lineAt(reading: Reading, at: number, line: Span): number {
  const { text, found, own } = reading;
  const written = text.slice(line.start, Math.min(line.end, line.start + 1_000)).trim();
  const indent = indentOf(text, line);
  if (written.startsWith(">>>")) {
    const end = until(reading, at, (next) => isBlank(text, next));
    found.push({ word: "python", lines: reading.lines.slice(at, end), own });
    return end;
  }
  if (written.startsWith("..") && (written === ".." || written[2] === " ")) return explicit(reading, at, written.slice(2).trim(), indent);
  if (!written.endsWith("::")) return at + 1;
  const list = /^(?:[-*+•]|(?:#|\d{1,9}|[A-Za-z])[.)]|\((?:#|\d{1,9}|[A-Za-z])\))[ \t]{1,8}/.exec(written)?.[0].length ?? 0;
  return body(reading, at + 1, indent + list, "");
}

/** Directives whose body is code, and its language when they name none. */
const codes: ReadonlyMap<string, string> = new Map([
  ["code-block", ""], ["code", ""], ["sourcecode", ""], ["prompt", "bash"], ["code-cell", "python"],
  ["doctest", "python"], ["testcode", "python"], ["testsetup", "python"], ["ipython", "python"], ["parsed-literal", "text"],
]);

/** What begins with two dots: a directive, or a comment, whose body is skipped. */
function explicit(reading: Reading, at: number, written: string, indent: number): number {
  const { text, builder } = reading;
  const [, name, rest = ""] = /^([\w:.+-]+?)[ ]?::(?:[ \t](.*))?$/.exec(written) ?? [];
  if (name === undefined) {
    if (/^[_|[]/.test(written)) return at + 1;
    const end = until(reading, at + 1, (next) => !isBlank(text, next) && indentOf(text, next) <= indent);
    const span = { start: (reading.lines[at]?.start ?? 0) + indent, end: reading.lines[end - 1]?.end ?? 0 };
    builder.comment(text.slice(span.start + 2, span.end).trim(), span);
    return end;
  }
  const [word = ""] = rest.trim().split(/[ \t]/, 1);
  if (name === "highlight") reading.own = word === "" ? "text" : word;
  const own = codes.get(name);
  return own === undefined ? at + 1 : body(reading, at + 1, indent, word === "" ? own : word, true);
}

/** The lines that are indented by more; `options`: lines of options may come first. */
function body(reading: Reading, from: number, indent: number, word: string, options = false): number {
  const { text, lines, found, own } = reading;
  const end = until(reading, from, (next) => !isBlank(text, next) && indentOf(text, next) <= indent);
  let first = from;
  const isOption = (line: Span | undefined): boolean => line !== undefined && /^[ \t]{1,200}:[\w-]{1,40}:/.test(text.slice(line.start, Math.min(line.end, line.start + 300)));
  while (options && first < end && isOption(lines[first])) first++;
  if (first < end) found.push({ word, lines: lines.slice(first, end), own });
  return Math.max(end, from);
}

function until({ lines }: Reading, from: number, ends: (line: Span) => boolean): number {
  let at = from;
  for (let line = lines[at]; line && !ends(line); line = lines[at]) at++;
  return at;
}
