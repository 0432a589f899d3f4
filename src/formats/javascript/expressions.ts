import type { Value } from "../../types/value.ts";
import { chainValue, moduleValue } from "./chains.ts";
import { classValue } from "./classes.ts";
import { functionValue } from "./functions.ts";
import { identifierValue, literalValue, taggedValue, templateValue } from "./literals.ts";
import { binaryValue, conditionalValue, logicalTest, logicalValue, notValue, unaryValue } from "./operators.ts";
import { listValue, recordValue } from "./records.ts";
import { assignmentValue } from "./targets.ts";
import { childrenOf, spanOf, type Node } from "./tree.ts";
import { opaque, reference, type Readers, type Walk } from "./walk.ts";

const readers: Readers<Value> = {
  Literal: literalValue,
  TemplateLiteral: (walk, node) => templateValue(walk, node),
  TaggedTemplateExpression: taggedValue,
  Identifier: identifierValue,
  ThisExpression: (walk, node) => reference(walk, "this", node),
  Super: (walk, node) => reference(walk, "super", node),
  // `import.meta`: `import` can be nobody's name.
  MetaProperty: (walk, node) => ({ kind: "member", object: reference(walk, node.meta.name, node.meta), name: node.property.name, span: spanOf(node) }),
  MemberExpression: chainValue,
  CallExpression: chainValue,
  NewExpression: chainValue,
  ChainExpression: chainValue,
  TSNonNullExpression: chainValue,
  ImportExpression: (walk, node) => moduleValue(walk, node.source, node) ?? walked(walk, node),
  ObjectExpression: recordValue,
  ArrayExpression: listValue,
  ArrowFunctionExpression: (walk, node) => functionValue(walk, node, undefined),
  FunctionExpression: (walk, node) => functionValue(walk, node, undefined),
  ClassExpression: (walk, node) => classValue(walk, node, undefined),
  LogicalExpression: logicalValue,
  BinaryExpression: binaryValue,
  UnaryExpression: unaryValue,
  ConditionalExpression: conditionalValue,
  AssignmentExpression: assignmentValue,
  SequenceExpression: (walk, node) => node.expressions.map((one) => walk.value(one)).at(-1) ?? opaque(node),
  AwaitExpression: (walk, node) => walk.value(node.argument),
  TSAsExpression: (walk, node) => walk.value(node.expression),
  TSSatisfiesExpression: (walk, node) => walk.value(node.expression),
  TSTypeAssertion: (walk, node) => walk.value(node.expression),
  TSInstantiationExpression: (walk, node) => walk.value(node.expression),
};

/** What an expression is. Nodes that are no expressions are opaque, with all in them walked. */
export function expressionValue(walk: Walk, node: Node): Value {
  const read = readers[node.type] as ((walk: Walk, node: Node) => Value) | undefined;
  return read ? read(walk, node) : walked(walk, node);
}

/** What an expression is that a name is given to. */
export function namedValue(walk: Walk, node: Node, name: string | undefined): Value {
  if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression") return functionValue(walk, node, name);
  return node.type === "ClassExpression" ? classValue(walk, node, name) : expressionValue(walk, node);
}

/** What an expression is of which only the truth is asked. */
export function conditionValue(walk: Walk, node: Node): Value {
  if (node.type === "LogicalExpression" && node.operator !== "??") return logicalTest(walk, node);
  return node.type === "UnaryExpression" && node.operator === "!" ? notValue(walk, node) : expressionValue(walk, node);
}

function walked(walk: Walk, node: Node): Value {
  for (const child of childrenOf(node)) walk.value(child);
  return opaque(node);
}
