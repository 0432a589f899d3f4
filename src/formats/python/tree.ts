import type { Tree } from "@lezer/common";
import type { Span } from "../../types/value.ts";

/** A part of a Python file as the grammar of `@lezer/python` names it; without errors and comments. */
export interface Node extends Span {
  readonly name: string;
  readonly children: readonly Node[];
}

/** The syntax of a file, and what stands beside it. */
export interface Syntax {
  readonly root: Node;
  readonly comments: readonly Span[];
  /** Where the parser did not understand the text, in order. */
  readonly errors: readonly number[];
}

interface Growing extends Node {
  readonly children: Growing[];
}

/** The parser's tree as plain nodes. Iterative: a hostile file nests as deep as it is long. */
export function syntaxOf(tree: Tree): Syntax {
  const root: Growing = { name: tree.type.name, start: 0, end: tree.length, children: [] };
  const comments: Span[] = [];
  const errors: number[] = [];
  const above: Growing[] = [root];
  const cursor = tree.cursor();
  if (!cursor.firstChild()) return { root, comments, errors };
  for (;;) {
    const node: Growing = { name: cursor.name, start: cursor.from, end: cursor.to, children: [] };
    const kept = !cursor.type.isError && node.name !== "Comment";
    if (kept) above.at(-1)?.children.push(node);
    else if (cursor.type.isError) errors.push(node.start);
    else comments.push(node);
    if (kept && cursor.firstChild()) {
      above.push(node);
      continue;
    }
    while (!cursor.nextSibling()) {
      above.pop();
      if (!cursor.parent() || above.length === 0) return { root, comments, errors };
    }
  }
}

/** The first child of a name. */
export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((one) => one.name === name);
}

/** Nodes between the separators of a name: the items of a list, the parts of a chained assignment. Empty groups are left out. */
export function split(nodes: readonly Node[], separator: string): readonly (readonly Node[])[] {
  const groups: Node[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}

/** The children of a bracketed node, without its brackets. */
export function inside(node: Node): readonly Node[] {
  return node.children.filter(({ name }, index) => {
    const outer = index === 0 || index === node.children.length - 1;
    return !(outer && brackets.has(name));
  });
}

const brackets = new Set(["(", ")", "[", "]", "{", "}"]);

/** Several nodes as one: `a, b` without brackets is a tuple, `*a` too; a single node is itself. */
export function grouped(nodes: readonly Node[]): Node | undefined {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (nodes.length === 1) return first;
  return { name: "TupleExpression", start: first.start, end: last.end, children: nodes };
}
