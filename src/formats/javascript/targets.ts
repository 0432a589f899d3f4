import type { Choice, Guard, Member, Option, Reference, Scope, Value } from "../../types/value.ts";
import { keyName } from "./literals.ts";
import { joined, missing } from "./operators.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { classAround, holds, opaque, reference, type Walk } from "./walk.ts";

/** `a = v` is v. `a ||= v`, `a ??= v` and `a += v` are put together from both. */
export function assignmentValue(walk: Walk, node: TSESTree.AssignmentExpression): Value {
  const { left, operator } = node;
  if (operator === "=") {
    const value = walk.named(node.right, left.type === "Identifier" ? left.name : left.type === "MemberExpression" ? keyName(left.property, left.computed) : undefined);
    walk.assign(left, value, false);
    return value;
  }
  const target = walk.value(left);
  if (operator === "&&=") {
    return walk.builder.under([holds(target, true)], () => {
      const value = walk.value(node.right);
      place(walk, target, left, value);
      return value;
    });
  }
  const how = operator === "||=" ? "or" : operator === "??=" ? "nullish" : undefined;
  const right = how === undefined ? walk.value(node.right) : walk.builder.under([missing(how, target)], () => walk.value(node.right));
  const value = how === undefined ? (operator === "+=" ? joined([target, right], node) : opaque(node)) : choice(walk, how, [target, right], node);
  place(walk, target, left, value);
  return value;
}

function choice({ builder }: Walk, how: Choice["how"], values: readonly Value[], node: Node): Choice {
  return builder.note({ kind: "choice", how, options: values.map((value): Option => ({ value, guards: [] })), span: spanOf(node) });
}

/** Binds a value to all that stands left of `=`, taken apart: `a`, `a.b`, `{ a, b: c = d }`, `[a, , b]`. */
export function assign(walk: Walk, target: Node, value: Value, declares: boolean): void {
  switch (target.type) {
    case "Identifier":
      return declares ? declare(walk, target, value) : place(walk, reference(walk, target.name, target), target, value);
    case "AssignmentPattern":
      return walk.assign(target.left, choice(walk, "default", [value, walk.value(target.right)], target), declares);
    case "ObjectPattern":
      return assignProperties(walk, target, value, declares);
    case "ArrayPattern":
      for (const [index, element] of target.elements.entries()) {
        if (!element) continue;
        if (element.type === "RestElement") walk.assign(element.argument, opaque(element), declares);
        else walk.assign(element, part(value, String(index), element), declares);
      }
      return;
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return walk.assign(target.expression, value, declares);
    default:
      return place(walk, walk.value(target), target, value);
  }
}

/** What is left over after the named properties is taken for the whole. */
function assignProperties(walk: Walk, target: TSESTree.ObjectPattern, value: Value, declares: boolean): void {
  for (const property of target.properties) {
    if (property.type === "RestElement") {
      walk.assign(property.argument, value, declares);
      continue;
    }
    if (property.computed) walk.value(property.key);
    const name = keyName(property.key, property.computed);
    walk.assign(property.value, name === undefined ? opaque(property) : part(value, name, property.key), declares);
  }
}

function part(object: Value, name: string, node: Node): Member {
  return { kind: "member", object, name, span: spanOf(node) };
}

function declare(walk: Walk, target: TSESTree.Identifier, value: Value): void {
  const name = reference(walk, target.name, target);
  walk.builder.bind(name, value, name.span);
  walk.builder.define(target.name, value, name.span);
}

/** Binds a value to a name or a member that is there already. */
function place(walk: Walk, target: Value, node: Node, value: Value): void {
  if (target.kind !== "reference" && target.kind !== "member") return;
  const { builder } = walk;
  builder.bind(target, value, spanOf(node));
  if (target.kind === "reference") return defineOutside(walk, target.name, node, value, scopeOf(target) ?? builder.top);
  const owner = target.object.kind === "reference" && target.object.name === "this" ? classAround(builder.scope) : undefined;
  if (owner) defineOutside(walk, target.name, node, value, owner);
  exportMember(walk, target, value);
}

/**
 * Defines a name of another scope. A function that is not the class's constructor may never be called: what it assigns elsewhere
 * does not hide what was assigned there.
 */
function defineOutside(walk: Walk, name: string, node: Node, value: Value, scope: Scope): void {
  const { builder } = walk;
  const sure = builder.scope === scope || (builder.scope.parent === scope && scope.kind === "class" && (builder.scope.name ?? "constructor") === "constructor");
  const guards: readonly Guard[] = sure ? [] : [holds(opaque(node), true)];
  walk.builder.under(guards, () => { builder.define(name, value, spanOf(node), scope); });
}

/** The nearest scope that has the name so far. */
function scopeOf({ name, scope: start }: Reference): Scope | undefined {
  for (let scope: Scope | undefined = start; scope; scope = scope.parent) if (scope.kind !== "class" && scope.names.has(name)) return scope;
  return undefined;
}

/** `module.exports = v`, `module.exports.x = v`, `exports.x = v`. */
function exportMember({ builder }: Walk, { object, name, span }: Member, value: Value): void {
  if (name === "exports" && isNamed(object, "module")) builder.export("=", value, span);
  else if (isNamed(object, "exports") || (object.kind === "member" && object.name === "exports" && isNamed(object.object, "module"))) builder.export(name, value, span);
}

function isNamed(value: Value, name: string): boolean {
  return value.kind === "reference" && value.name === name;
}
