import type { Value } from "../../types/value.ts";
import type { Node } from "./tree.ts";
import { grouped, inside, split } from "./tree.ts";
import { opaque, reference, spanOf, written, type Walk } from "./walk.ts";

/** Binds a value to all that stands left of `=`, and defines its names: `a`, `a, b`, `a.b`, `a["b"]`. */
export function assign(walk: Walk, target: Node | undefined, value: Value, depth = 0): void {
  if (target === undefined || depth > 32) return;
  switch (target.name) {
    case "VariableName":
      assignName(walk, target, value);
      break;
    case "MemberExpression":
      assignMember(walk, target, value);
      break;
    case "ParenthesizedExpression":
      assign(walk, inside(target)[0], value, depth + 1);
      break;
    case "TupleExpression":
    case "ArrayExpression":
      assignParts(walk, target, value, depth);
      break;
    default:
      walk.value(target);
  }
}

function assignName(walk: Walk, target: Node, value: Value): void {
  const { builder } = walk;
  const name = written(walk, target);
  const names = maskedNames(name);
  if (names !== undefined) {
    for (const one of names) builder.define(one, opaque(target), spanOf(target));
    return;
  }
  const elsewhere = walk.sent.get(builder.scope)?.get(name);
  const bind = (): void => {
    builder.bind(reference(walk, target), value, spanOf(target));
    builder.define(name, value, spanOf(target));
  };
  if (elsewhere === undefined) bind();
  // The function may never be called: what it assigns elsewhere does not hide what was assigned there.
  else walk.builder.within(elsewhere, () => walk.builder.under([{ kind: "if", test: opaque(target), holds: true }], bind));
}

/** Where the repair put one name in the place of a nested target (`(a, b)`, `a.b`): the names in it. */
export function maskedNames(text: string): readonly string[] | undefined {
  return /^[\p{L}_]/u.test(text) && !/[.[(,]/.test(text) ? undefined : (text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
}

function assignMember(walk: Walk, target: Node, value: Value): void {
  const member = walk.value(target);
  if (member.kind !== "member") return;
  walk.builder.bind(member, value, spanOf(target));
  const { object, name } = member;
  const fields = object.kind === "reference" ? selfScope(walk, object.name) : undefined;
  if (fields) walk.builder.define(name, value, spanOf(target), fields);
}

/** The class that a method's first parameter stands for. */
function selfScope({ builder }: Walk, name: string) {
  for (let scope = builder.scope; scope.kind === "function"; scope = scope.parent ?? builder.top) {
    const known = scope.names.get(name)?.[0];
    if (known) return known.value.kind === "parameter" && known.value.index < 0 ? scope.parent : undefined;
  }
  return undefined;
}

function assignParts(walk: Walk, target: Node, value: Value, depth: number): void {
  const targets = split(inside(target), ",");
  const starred = targets.findIndex(([first]) => first?.name === "*");
  const items = value.kind === "list" && !value.items.some(({ spread }) => spread) ? value.items : undefined;
  const pairs = items !== undefined && (starred >= 0 || items.length === targets.length);
  for (const [index, nodes] of targets.entries()) {
    const star = nodes[0]?.name === "*";
    const known = starred < 0 || index < starred;
    const item = pairs && known ? items[index]?.value : undefined;
    const part: Value = star || !known ? opaque(target) : (item ?? { kind: "member", object: value, name: String(index), span: value.span });
    assign(walk, grouped(star ? nodes.slice(1) : nodes), part, depth + 1);
  }
}
