import type { Entry, List, Record, Value } from "../../types/value.ts";
import { gotten } from "../getters.ts";
import { keyName } from "./literals.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { holds, type Walk } from "./walk.ts";

/** `{ a: 1, b, "c": 2, ...d, e() {}, get f() {} }`. */
export function recordValue(walk: Walk, node: TSESTree.ObjectExpression): Record {
  const entries = node.properties.flatMap((property): readonly Entry[] => {
    if (property.type === "SpreadElement") return [{ name: undefined, value: spreadValue(walk, property.argument), span: spanOf(property) }];
    if (property.computed) walk.value(property.key);
    const name = keyName(property.key, property.computed);
    const value = walk.named(property.value, name);
    if (name === undefined || property.kind === "set") return [];
    return [{ name, value: property.kind === "get" ? gotten(walk.builder, value, spanOf(property)) : value, span: spanOf(property.key) }];
  });
  return walk.builder.note({ kind: "record", entries, span: spanOf(node) });
}

/** `...(c && { a: 1 })` is `{ a: 1 }` when c holds. */
function spreadValue(walk: Walk, node: Node): Value {
  if (node.type !== "LogicalExpression" || node.operator !== "&&") return walk.value(node);
  const guards = [holds(walk.condition(node.left), true)];
  const value = walk.builder.under(guards, () => walk.value(node.right));
  return walk.builder.note({ kind: "choice", how: "condition", options: [{ value, guards }], span: spanOf(node) });
}

/** `[a, , ...b]`. */
export function listValue(walk: Walk, node: TSESTree.ArrayExpression): List {
  const items = node.elements.map((element): List["items"][number] => {
    if (element === null) return { value: { kind: "constant", value: undefined, span: spanOf(node) }, spread: false };
    return element.type === "SpreadElement" ? { value: walk.value(element.argument), spread: true } : { value: walk.value(element), spread: false };
  });
  return { kind: "list", items, span: spanOf(node) };
}
