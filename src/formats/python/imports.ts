import type { Import } from "../../types/value.ts";
import { split, type Node } from "./tree.ts";
import { spanOf, written, type Walk } from "./walk.ts";

/** `import a.b`, `import a.b as c`, `from .x import y as z`, `from x import *`. */
export function importStatement(walk: Walk, node: Node): void {
  const [first, ...rest] = node.children;
  if (first?.name === "import") {
    for (const names of split(rest, ",")) importModule(walk, names);
    return;
  }
  const at = rest.findIndex(({ name }) => name === "import");
  if (at < 0) return;
  const from = dotted(walk, rest.slice(0, at));
  walk.builder.import(from, spanOf(node));
  const names = rest.slice(at + 1).filter(({ name }) => name !== "(" && name !== ")");
  if (names[0]?.name === "*") walk.builder.star(from);
  else for (const one of split(names, ",")) importName(walk, from, one);
}

function importModule(walk: Walk, nodes: readonly Node[]): void {
  const [path = [], alias] = split(nodes, "as");
  const [head] = path;
  const last = path.at(-1);
  if (head === undefined || last === undefined) return;
  const from = dotted(walk, path);
  const span = { start: head.start, end: last.end };
  walk.builder.import(from, span);
  const [name] = alias ?? [head];
  const value: Import = { kind: "import", from: alias ? from : written(walk, head), name: undefined, span };
  if (name) walk.builder.define(written(walk, name), value, spanOf(name));
}

function importName(walk: Walk, from: string, nodes: readonly Node[]): void {
  const [[named] = [], alias] = split(nodes, "as");
  const name = alias?.[0] ?? named;
  if (named === undefined || name === undefined || named.name !== "VariableName") return;
  const value: Import = { kind: "import", from, name: written(walk, named), span: spanOf(named) };
  walk.builder.define(written(walk, name), value, spanOf(name));
}

function dotted(walk: Walk, nodes: readonly Node[]): string {
  return nodes.map((node) => written(walk, node)).join("");
}
