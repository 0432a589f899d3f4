import type { Opaque, Scope, Test, Value } from "../../types/value.ts";
import { assign } from "./targets.ts";
import { grouped, type Node } from "./tree.ts";
import { opaque, spanOf, type Walk } from "./walk.ts";

const clauses = new Set(["for", "if", "async"]);

export function isComprehension(nodes: readonly Node[]): boolean {
  return nodes.some(({ name }) => name === "for");
}

/** `x for x in y if z`, the brackets taken off. What it gives is not known; all that stands in it is walked, in its own scope. */
export function comprehensionValue(walk: Walk, nodes: readonly Node[], whole: Node): Opaque {
  const { tests } = walked(walk, nodes, (part) => walk.value(part));
  return tests.length === 0 ? opaque(whole) : { ...opaque(whole), some: all(tests, whole) };
}

/** `any(x for x in y if z)`: some x is so. `all(…)`: none is not so. */
export function quantified(walk: Walk, nodes: readonly Node[], whole: Node, name: "any" | "all"): Test {
  const { tests, items } = walked(walk, nodes, (part) => walk.condition(part));
  if (name === "any") return all([...tests, ...items], whole);
  return not(all([...tests, ...items.map((item) => not(item, whole))], whole), whole);
}

function all(operands: readonly Value[], whole: Node): Test {
  return { kind: "test", op: "and", operands, span: spanOf(whole) };
}

function not(operand: Value, whole: Node): Test {
  return { kind: "test", op: "not", operands: [operand], span: spanOf(whole) };
}

function walked(walk: Walk, nodes: readonly Node[], read: (node: Node) => Value): { readonly tests: readonly Value[]; readonly items: readonly Value[] } {
  const from = nodes.findIndex(({ name }) => clauses.has(name));
  const scope: Scope = { kind: "function", parent: walk.builder.scope, names: new Map() };
  // The first iterable is looked up outside: in a class body it sees the class's names.
  walk.value(iterable(nodes, from));
  return walk.builder.within(scope, () => {
    const tests = clausesOf(walk, nodes, from);
    const items = walk.builder.under(tests.map((test) => ({ kind: "if", test, holds: true })), () => nodes.slice(0, from).map(read));
    return { tests, items };
  });
}

function clausesOf(walk: Walk, nodes: readonly Node[], from: number): readonly Value[] {
  const tests: Value[] = [];
  for (let at = from; at < nodes.length; at++) {
    const name = nodes[at]?.name;
    if (name === "if") tests.push(walk.condition(nodes[at + 1]));
    if (name !== "for") continue;
    const values = nextIn(nodes, at);
    if (values >= nodes.length) break;
    assign(walk, grouped(nodes.slice(at + 1, values)), eachOf(walk, walk.value(iterable(nodes, at))));
    at = values;
  }
  return tests;
}

/** What stands after the next `in`. */
function iterable(nodes: readonly Node[], from: number): Node | undefined {
  return nodes[nextIn(nodes, from) + 1];
}

function nextIn(nodes: readonly Node[], from: number): number {
  let at = from + 1;
  while (at < nodes.length && nodes[at]?.name !== "in") at++;
  return at;
}

/** What a loop's name is, one after the other: the items of a short list, or of what is called so. */
export function eachOf({ builder }: Walk, list: Value): Value {
  const few = list.kind === "list" && list.items.length > 0 && list.items.length <= 32 && !list.items.some(({ spread }) => spread);
  if (!few) return list.kind === "reference" || list.kind === "member" ? { kind: "item", object: list, key: opaque(list.span), span: list.span } : opaque(list.span);
  const options = list.items.map(({ value }) => ({ value, guards: [] }));
  return builder.note({ kind: "choice", how: "branch", options, span: list.span });
}
