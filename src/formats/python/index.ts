import { ModuleBuilder } from "../builder.ts";
import { readLexically } from "../lexical.ts";
import type { Format, Module } from "../../types/module.ts";
import type { Value } from "../../types/value.ts";
import { coverTexts } from "./covers.ts";
import { expressionValue } from "./expressions.ts";
import { parse, type Parsed } from "./parse.ts";
import { statements } from "./statements.ts";
import type { Node } from "./tree.ts";
import { opaque, type Walk } from "./walk.ts";
import { kinds } from "../kinds.ts";

/** Units of text. Larger files are generated, and are read lexically: the parser does some 4 MB a second. */
const maxLength = 4_000_000;

/** What nests deeper is opaque: a stack has room for some thousand steps, and people do not write so. */
const maxDepth = 400;

/** Python 3, and Python 2 as far as it differs. */
export const python: Format = {
  ...kinds.python,
  read(path, text) {
    if (text.length > maxLength) return readLexically(path, text, "python", "too large to be parsed as Python (over 4 MB); read line by line");
    const parsed = parsedOrNothing(text);
    return parsed ? moduleOf(path, text, parsed) : readLexically(path, text, "python", "could not be parsed as Python; read line by line");
  },
};

/** The parser can run out of stack on nested f-strings. */
function parsedOrNothing(text: string): Parsed | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function moduleOf(path: string, text: string, { root, comments, damage }: Parsed): Module {
  const builder = new ModuleBuilder(path, "python", text);
  for (const { start, end } of comments) builder.comment(text.slice(start + 1, end).trim(), { start, end });
  coverTexts(builder, root);
  const walk = newWalk(builder, text);
  statements(walk, root.children, true);
  if (damage === undefined) return builder.finish();
  return builder.finish(`could not be parsed as Python near line ${lineOf(text, damage)}; read as far as understood`);
}

function newWalk(builder: ModuleBuilder, text: string): Walk {
  const known = new Map<Node, Value>();
  let depth = 0;
  const deeper = (step: () => void): void => {
    depth++;
    if (depth <= maxDepth) step();
    depth--;
  };
  const read = (node: Node | undefined, truth: boolean): Value => {
    if (node === undefined) return opaque({ start: 0, end: 0 });
    const before = known.get(node);
    if (before) return before;
    let value: Value = opaque(node);
    deeper(() => { value = expressionValue(walk, node, truth); });
    known.set(node, value);
    return value;
  };
  const walk: Walk = {
    builder,
    text,
    value: (node) => read(node, false),
    condition: (node) => read(node, true),
    block: (body, documented) => { deeper(() => { if (body) statements(walk, body.children, documented); }); },
    sent: new Map(),
    returns: undefined,
  };
  return walk;
}

/** From 1. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
