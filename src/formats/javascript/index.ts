import { ModuleBuilder } from "../builder.ts";
import { readLexically } from "../lexical.ts";
import type { Format, Module } from "../../types/module.ts";
import type { Value } from "../../types/value.ts";
import { coverTexts } from "./covers.ts";
import { conditionValue, expressionValue, namedValue } from "./expressions.ts";
import { parse, type Parsed } from "./parse.ts";
import { statements } from "./statements.ts";
import { assign } from "./targets.ts";
import type { Node, TSESTree } from "./tree.ts";
import { opaque, type Walk } from "./walk.ts";
import { kinds } from "../kinds.ts";

/**
 * UTF-16 units. Longer texts are read lexically: people do not write them, and the parser takes 2.3 s and 436 MB for 1.4 MB
 * (measured with @typescript-eslint/parser 8.73 on Node 20).
 */
const maxLength = 512 * 1024;

/**
 * What a bundler pressed together is read lexically, too: its sources are looked at themselves. People's own files of this size have 30 to 130
 * units in a line on average, pressed ones 430 and more (measured over 70 repositories).
 */
const leastPressed = { length: 20_000, perLine: 400 };

/** What nests deeper is opaque: a stack has room for some thousand steps, and people do not write so. */
const maxDepth = 400;

/** JavaScript and TypeScript, with JSX. */
export const javascript: Format = {
  ...kinds.javascript,
  read(path, text) {
    if (text.length > maxLength) return readLexically(path, text, "javascript", "too large to be parsed as JavaScript (over 512 KB); read line by line");
    if (isPressed(text)) return readLexically(path, text, "javascript", "minified JavaScript; read line by line");
    const parsed = parse(path, text);
    const module = "program" in parsed ? moduleOf(path, text, parsed.program) : undefined;
    return module ?? readLexically(path, text, "javascript", `${failureOf(parsed)}; read line by line`);
  },
};

function isPressed(text: string): boolean {
  if (text.length < leastPressed.length) return false;
  let left = text.length / leastPressed.perLine;
  for (let at = text.indexOf("\n"); at >= 0 && left > 0; at = text.indexOf("\n", at + 1)) left--;
  return left > 0;
}

/** Without a line it was the stack that ran over: in the parser, or here because the caller had used most of it. */
function failureOf(parsed: Parsed): string {
  if ("late" in parsed) return "takes too long to be parsed as JavaScript";
  const line = "line" in parsed ? parsed.line : undefined;
  return line === undefined ? "nested too deeply to be parsed as JavaScript" : `could not be parsed as JavaScript (line ${line})`;
}

/** Nothing when the tree cannot be walked: an invalid file can have a tree that no type foresees. */
function moduleOf(path: string, text: string, program: TSESTree.Program): Module | undefined {
  const builder = new ModuleBuilder(path, "javascript", text);
  for (const comment of program.comments ?? []) builder.comment(commentText(comment), { start: comment.range[0], end: comment.range[1] });
  coverTexts(builder, program);
  try {
    newWalk(builder).block(program.body);
  } catch {
    return undefined;
  }
  return builder.finish();
}

/** A comment without its marks, and without the second star of a documentation comment. */
function commentText({ value }: TSESTree.Comment): string {
  return (value.startsWith("*") ? value.slice(1) : value).trim();
}

function newWalk(builder: ModuleBuilder): Walk {
  let depth = 0;
  const deeper = <T>(step: () => T, otherwise: T): T => {
    if (depth >= maxDepth) return otherwise;
    depth++;
    const result = step();
    depth--;
    return result;
  };
  const nothing: Value = { kind: "opaque", span: { start: 0, end: 0 } };
  const walk: Walk = {
    builder,
    value: (node) => (node ? deeper(() => expressionValue(walk, node), opaque(node)) : nothing),
    named: (node, name) => (node ? deeper(() => namedValue(walk, node, name), opaque(node)) : nothing),
    condition: (node) => deeper(() => conditionValue(walk, node), opaque(node)),
    block: (nodes) => { deeper(() => { statements(walk, nodes); }, undefined); },
    assign: (target, value, declares) => { deeper(() => { assign(walk, target, value, declares); }, undefined); },
    tests: new Map<Node, Value>(),
    stops: new WeakSet(),
    returns: undefined,
  };
  return walk;
}
