import type { ClassValue } from "../../types/value.ts";
import { gotten } from "../getters.ts";
import { functionValue, typeOf } from "./functions.ts";
import { keyName } from "./literals.ts";
import { spanOf, type TSESTree } from "./tree.ts";
import { newScope, type Walk } from "./walk.ts";

type ClassNode = TSESTree.ClassExpression | TSESTree.ClassDeclaration;

/** A class with its fields and methods. `ready` is told of it before its body is walked. */
export function classValue(walk: Walk, node: ClassNode, name: string | undefined, ready?: (value: ClassValue) => void): ClassValue {
  const known = node.id?.name ?? name;
  for (const decorator of node.decorators) walk.value(decorator.expression);
  const bases = node.superClass ? [walk.value(node.superClass)] : [];
  const scope = newScope(walk, "class", known);
  const value: ClassValue = { kind: "class", ...(known === undefined ? {} : { name: known }), bases, scope, span: spanOf(node) };
  ready?.(value);
  walk.builder.within(scope, () => {
    for (const member of node.body.body) classMember(walk, member);
  });
  return value;
}

function classMember(walk: Walk, member: TSESTree.ClassElement): void {
  if (member.type === "TSIndexSignature") return;
  if (member.type === "StaticBlock") return initialised(walk, () => { walk.block(member.body); });
  initialised(walk, () => {
    for (const decorator of member.decorators) walk.value(decorator.expression);
    if (member.computed) walk.value(member.key);
  });
  const name = keyName(member.key, member.computed);
  if (member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition") method(walk, member, name);
  else field(walk, member, name);
}

function method(walk: Walk, node: TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition, name: string | undefined): void {
  const { builder } = walk;
  const value = functionValue(walk, node.value, name);
  if (name === undefined || node.kind === "set") return;
  builder.define(name, node.kind === "get" ? gotten(builder, value, spanOf(node)) : value, spanOf(node.key));
}

type FieldNode = TSESTree.PropertyDefinition | TSESTree.AccessorProperty | TSESTree.TSAbstractPropertyDefinition | TSESTree.TSAbstractAccessorProperty;

function field(walk: Walk, node: FieldNode, name: string | undefined): void {
  const { builder } = walk;
  const type = typeOf(walk, node);
  if (name !== undefined && !node.static) builder.declare(name, { ...(type ? { type } : {}), notes: [], span: spanOf(node.key) });
  if (!node.value) return;
  const value = initialised(walk, () => walk.named(node.value, name));
  if (name === undefined) return;
  const span = spanOf(node.key);
  builder.define(name, value, span);
  builder.bind({ kind: "reference", name, scope: builder.scope, span }, value, span);
}

/** Runs `walk` where the class's own names are not visible, only `this`: in the language they are not. */
function initialised<T>(walk: Walk, run: () => T): T {
  return walk.builder.within(newScope(walk, "function", undefined), run);
}
