import type { FunctionValue, Option, Parameter, Value } from "../../types/value.ts";
import { ownedBy } from "../builder.ts";
import { spanOf, type TSESTree } from "./tree.ts";
import { classAround, newScope, reference, type Walk } from "./walk.ts";

export type FunctionNode =
  | TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction | TSESTree.TSEmptyBodyFunctionExpression;

/** A function with its parameters and what it returns. `ready` is told of it before its body is walked. */
export function functionValue(walk: Walk, node: FunctionNode, name: string | undefined, ready?: (value: FunctionValue) => void): FunctionValue {
  const known = node.id?.name ?? name;
  const scope = newScope(walk, "function", known);
  const returns: Option[] = [];
  const parameters: Parameter[] = [];
  const value: FunctionValue = { kind: "function", ...(known === undefined ? {} : { name: known }), parameters, returns, scope, span: spanOf(node) };
  ready?.(value);
  walk.builder.note(value);
  walk.builder.inScope(scope, () => {
    const counted = node.params.filter((param) => param.type !== "Identifier" || param.name !== "this");
    for (const [index, param] of counted.entries()) parameters.push(addParameter(walk, param, index, ownedBy(value)));
    const outer = walk.returns;
    walk.returns = returns;
    if (node.body?.type === "BlockStatement") walk.block(node.body.body);
    else if (node.body) returns.push({ value: walk.value(node.body), guards: [] });
    walk.returns = outer;
  });
  return value;
}

/** A parameter, and the names that it defines. A constructor's can be a field of the class, too. */
function addParameter(walk: Walk, node: TSESTree.Parameter, index: number, of: () => FunctionValue): Parameter {
  const decorators = node.decorators.map((decorator) => walk.value(decorator.expression));
  const inner = node.type === "TSParameterProperty" ? node.parameter : node;
  const given = inner.type === "AssignmentPattern" ? inner.left : inner;
  const target = given.type === "RestElement" ? given.argument : given;
  const type = typeOf(walk, given);
  const parameter: Parameter = {
    kind: "parameter",
    name: target.type === "Identifier" ? target.name : "",
    index,
    ...(given.type === "RestElement" ? { rest: "list" } : {}),
    ...(inner.type === "AssignmentPattern" ? { default: walk.value(inner.right) } : {}),
    ...(type === undefined ? {} : { type }),
    ...(decorators.length === 0 ? {} : { decorators }),
    of,
    span: spanOf(target),
  };
  if (target.type !== "Identifier") walk.assign(target, parameter, true);
  else walk.builder.define(target.name, parameter, spanOf(target));
  const owner = node.type === "TSParameterProperty" ? classAround(walk.builder.scope) : undefined;
  if (owner) walk.builder.define(parameter.name, parameter, parameter.span, owner);
  return parameter;
}

/** The annotation's name: of `Express`, `Promise<Express>`, `Express | undefined` the first. */
export function typeOf(walk: Walk, node: TSESTree.Parameter | TSESTree.ClassElement): Value | undefined {
  let annotation = "typeAnnotation" in node ? node.typeAnnotation?.typeAnnotation : undefined;
  if (annotation?.type === "TSUnionType") annotation = annotation.types.find(({ type }) => type === "TSTypeReference");
  return annotation?.type === "TSTypeReference" ? typeName(walk, annotation.typeName) : undefined;
}

/** `A.B.C` in a type. */
export function typeName(walk: Walk, node: TSESTree.EntityName, depth = 0): Value | undefined {
  if (node.type === "Identifier") return reference(walk, node.name, node);
  if (node.type !== "TSQualifiedName" || depth > 20) return undefined;
  const object = typeName(walk, node.left, depth + 1);
  return object && { kind: "member", object, name: node.right.name, span: spanOf(node) };
}
