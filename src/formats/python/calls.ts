import type { Argument, Call, Entry, List, Member, Record, Value } from "../../types/value.ts";
import { builtinValue } from "./builtins.ts";
import { comprehensionValue, isComprehension, quantified } from "./comprehensions.ts";
import { numberValue } from "./literals.ts";
import { nameText } from "./strings.ts";
import { assign } from "./targets.ts";
import { child, grouped, inside, split, type Node } from "./tree.ts";
import { opaque, spanOf, written, type Walk } from "./walk.ts";

export function callValue(walk: Walk, node: Node): Value {
  const callee = walk.value(node.children[0]);
  const list = child(node, "ArgList");
  const args = quantifiedArgument(walk, callee, list) ?? argumentsOf(walk, list);
  const call: Call = { kind: "call", callee, args, span: spanOf(node) };
  return builtinValue(walk, call) ?? walk.builder.note(call);
}

/** `any(… for … in …)`, of which the truth is asked. */
function quantifiedArgument(walk: Walk, callee: Value, list: Node | undefined): readonly Argument[] | undefined {
  const name = callee.kind === "reference" && (callee.name === "any" || callee.name === "all") ? callee.name : undefined;
  const [only, ...others] = list ? inside(list) : [];
  const parts = only && others.length === 0 && /^(Array)?ComprehensionExpression$/.test(only.name) ? inside(only) : list ? inside(list) : [];
  return list && name && isComprehension(parts) ? [{ value: quantified(walk, parts, list, name) }] : undefined;
}

export function argumentsOf(walk: Walk, list: Node | undefined): readonly Argument[] {
  if (list === undefined) return [];
  const parts = inside(list);
  if (isComprehension(parts)) return [{ value: comprehensionValue(walk, parts, list) }];
  return split(parts, ",").map((nodes) => argumentOf(walk, nodes));
}

function argumentOf(walk: Walk, nodes: readonly Node[]): Argument {
  const [first, second, ...rest] = nodes;
  if (first?.name === "*") return { value: walk.value(second), spread: "list" };
  if (first?.name === "**") return { value: walk.value(second), spread: "record" };
  if (first && second?.name === "AssignOp") {
    const value = walk.value(grouped(rest));
    if (written(walk, second) === "=") return { value, name: written(walk, first) };
    assign(walk, first, value);
    return { value };
  }
  for (const node of nodes.slice(1)) walk.value(node);
  return { value: walk.value(first) };
}

/** `{"a": x, **y}`. A key that is no constant text or whole number is no name, but its value is walked. */
export function recordValue(walk: Walk, node: Node): Record {
  const entries = split(inside(node), ",").flatMap((nodes): readonly Entry[] => {
    const [first, second] = nodes;
    if (first?.name === "**") return [{ name: undefined, value: walk.value(second), span: spanOf(second ?? first) }];
    const colon = nodes.findIndex(({ name }) => name === ":");
    const key = first && colon === 1 ? keyText(walk, first) : undefined;
    if (key === undefined) walk.value(grouped(colon < 0 ? nodes : nodes.slice(0, colon)));
    const value = colon < 0 ? undefined : walk.value(grouped(nodes.slice(colon + 1)));
    return first && key !== undefined && value ? [{ name: key, value, span: spanOf(first) }] : [];
  });
  return walk.builder.note({ kind: "record", entries, span: spanOf(node) });
}

export function listValue(walk: Walk, node: Node): List {
  const items = split(inside(node), ",").map((nodes) => {
    const spread = nodes[0]?.name === "*";
    const [first, ...others] = spread ? nodes.slice(1) : nodes;
    // Where a comma is missing the file is broken; what stands there is walked all the same.
    for (const other of others) walk.value(other);
    return { value: walk.value(first), spread };
  });
  return { kind: "list", items, span: spanOf(node) };
}

/** `a.b`, `a["b"]`, `a[0]`, `a[b]`, `a[:2]`. */
export function memberValue(walk: Walk, node: Node): Value {
  const [first, mark, ...rest] = node.children;
  const object = walk.value(first);
  const member = (name: string): Member => ({ kind: "member", object, name, span: spanOf(node) });
  if (mark?.name === ".") return rest[0] ? member(written(walk, rest[0])) : opaque(node);
  const indexes = rest.filter(({ name }) => name !== "]");
  if (indexes.some((index) => index.name === ":")) return slice(walk, object, indexes, node);
  const name = indexes.length === 1 && indexes[0] ? keyText(walk, indexes[0]) : undefined;
  if (name !== undefined) return member(name);
  const [key, ...more] = indexes.map((index) => walk.value(index));
  return key && key.kind !== "opaque" && more.length === 0 ? { kind: "item", object, key, span: spanOf(node) } : opaque(node);
}

/** `a[1:2]`: the object and two positions, None where one is left out. With a step it is opaque. */
function slice(walk: Walk, object: Value, indexes: readonly Node[], node: Node): Value {
  const colons = indexes.filter(({ name }) => name === ":").length;
  const at = indexes.findIndex(({ name }) => name === ":");
  const position = (one: Node | undefined): Value => (one && one.name !== ":" ? walk.value(one) : { kind: "constant", value: null, span: spanOf(node) });
  const positions = [position(at > 0 ? indexes[at - 1] : undefined), position(indexes[at + 1])];
  return colons > 1 || indexes.length > 3 ? opaque(node) : { kind: "derived", by: "slice", operands: [object, ...positions], span: spanOf(node) };
}

function keyText(walk: Walk, node: Node): string | undefined {
  if (node.name !== "Number") return nameText(walk, node);
  const value = numberValue(written(walk, node));
  return value !== undefined && Number.isSafeInteger(value) ? String(value) : undefined;
}
