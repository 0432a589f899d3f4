import type { JSONScanner, SyntaxKind } from "jsonc-parser";
import { load } from "../load.ts";
import type { Format, Module } from "../types/module.ts";
import { ModuleBuilder } from "./builder.ts";
import { readLines } from "./settings/lines.ts";
import type { Node, Pair, Scalar } from "./settings/node.ts";
import { SettingsWalk, type Inside } from "./settings/walk.ts";
import { unescapedAt } from "./json/escapes.ts";

/** Units of a file that are read as a tree; larger ones are data, and are read line by line. */
const largest = 8 * 1024 * 1024;

/** Nothing deeper is kept: settings are never so deep. */
const deepest = 200;

/** The library's kinds of tokens (its enum is for the compiler only): https://github.com/microsoft/node-jsonc-parser */
const kinds = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, comma: 5, colon: 6, text: 10, number: 11, lineComment: 12, blockComment: 13, end: 17 } as const;

/** JSON, with comments and trailing commas where people write them. */
export function json(inside: Inside): Format {
  return {
    id: "json",
    files: ["*.{json,jsonc,json5,webmanifest}", "*.json.{example,sample,template,dist,default,tpl}", "*.json[-_]{example,sample,template,dist}", ".*rc", "*.code-workspace"],
    supplies: true,
    read: (path, text) => read(path, text, inside),
  };
}

function read(path: string, text: string, inside: Inside): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.length > largest) return readLines(builder, inside, "is larger than 8 MB of JSON, so it was read line by line");
  const begin = /^[\s\uFEFF]*(?:\/[/*][^]*?)?[{["]/.test(text.slice(0, 4_000));
  // A `.somethingrc` may be anything; what does not begin as JSON is looked at by the line.
  if (!begin) return readLines(builder, inside, undefined);
  const walk = new SettingsWalk(builder, inside);
  for (const root of rootsIn(builder)) walk.walk(root);
  return builder.finish();
}

/** An object or array that is not closed yet. */
interface Open {
  readonly kind: "mapping" | "sequence";
  readonly start: number;
  readonly entries: Pair[];
  readonly items: Node[];
  /** The name that waits for its value. */
  name?: { readonly text: string; readonly start: number; readonly end: number };
}

/** The values of a text, one after the other; what is broken is passed over. No recursion: a hostile file nests without end. */
function rootsIn(builder: ModuleBuilder): readonly Node[] {
  const { text } = builder;
  const scanner = load("jsonc-parser").createScanner(text, false);
  const roots: Node[] = [];
  const open: Open[] = [];
  let depth = 0;
  const put = (node: Node): void => {
    const holder = open.at(-1);
    if (!holder) roots.push(node);
    else if (holder.kind === "sequence") holder.items.push(node);
    else if (holder.name) {
      const { text: name, start, end } = holder.name;
      holder.entries.push({ name, span: { start, end }, value: node });
      delete holder.name;
    }
  };
  const close = (): void => {
    const last = open.pop();
    if (last) put(last.kind === "mapping" ? { kind: "mapping", entries: last.entries } : { kind: "sequence", items: last.items, span: { start: last.start, end: scanner.getPosition() } });
  };
  for (let token: number = scanner.scan(); token !== kinds.end; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    if (token === kinds.openBrace || token === kinds.openBracket) {
      depth++;
      if (depth <= deepest) open.push({ kind: token === kinds.openBrace ? "mapping" : "sequence", start, entries: [], items: [] });
    } else if (token === kinds.closeBrace || token === kinds.closeBracket) {
      if (depth <= deepest) close();
      depth = Math.max(0, depth - 1);
    } else if (depth > deepest) continue;
    else if (token === kinds.lineComment || token === kinds.blockComment) comment(builder, start, scanner.getPosition());
    else if (token === kinds.text || token === kinds.number) {
      const holder = open.at(-1);
      if (holder?.kind === "mapping" && !holder.name) holder.name = { text: scanner.getTokenValue(), start, end: scanner.getPosition() };
      else put(scalarOf(scanner, token as SyntaxKind, text));
    } else if (token === kinds.comma || (token > kinds.colon && token < kinds.text)) delete open.at(-1)?.name;
  }
  while (open.length > 0) close();
  return roots;
}

function comment(builder: ModuleBuilder, start: number, end: number): void {
  const text = builder.text.slice(start + 2, end);
  builder.comment((text.endsWith("*/") ? text.slice(0, -2) : text).trim(), { start, end });
}

function scalarOf(scanner: JSONScanner, kind: SyntaxKind, source: string): Scalar {
  const token = { start: scanner.getTokenOffset(), end: scanner.getPosition() };
  const isText = (kind as number) === kinds.text;
  const closed = isText && token.end - token.start >= 2 && source[token.end - 1] === '"';
  const inner = isText ? { start: token.start + 1, end: closed ? token.end - 1 : token.end } : token;
  return { kind: "scalar", text: scanner.getTokenValue(), isText, token, inner, escaped: isText, at: unescapedAt(source, inner) };
}
