import type { Choice, Guard, Value } from "../../types/value.ts";
import { callValue, listValue, memberValue, recordValue } from "./calls.ts";
import { comprehensionValue } from "./comprehensions.ts";
import { lambdaValue } from "./functions.ts";
import { numberValue } from "./literals.ts";
import { isOperation, operatorValue } from "./operators.ts";
import { stringValue } from "./strings.ts";
import { assign } from "./targets.ts";
import { inside, type Node } from "./tree.ts";
import { opaque, reference, spanOf, written, type Walk } from "./walk.ts";

const readers: Readonly<{ [name: string]: (walk: Walk, node: Node) => Value }> = {
  String: stringValue,
  FormatString: stringValue,
  ContinuedString: stringValue,
  Number: (walk, node) => {
    const value = numberValue(written(walk, node));
    return value === undefined ? opaque(node) : { kind: "constant", value, span: spanOf(node) };
  },
  Boolean: (walk, node) => ({ kind: "constant", value: written(walk, node) === "True", span: spanOf(node) }),
  None: (_walk, node) => ({ kind: "constant", value: null, span: spanOf(node) }),
  VariableName: reference,
  MemberExpression: memberValue,
  CallExpression: callValue,
  DictionaryExpression: recordValue,
  TupleExpression: listValue,
  ArrayExpression: listValue,
  SetExpression: listValue,
  ComprehensionExpression: comprehension,
  ArrayComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  LambdaExpression: lambdaValue,
  ConditionalExpression: conditional,
  NamedExpression: named,
  ParenthesizedExpression: parenthesized,
  AwaitExpression: (walk, node) => walk.value(node.children.at(-1)),
  UnaryExpression: unary,
};

/** What an expression is; `truth` when only its truth is asked. Nodes that are no expressions are opaque, with all in them walked. */
export function expressionValue(walk: Walk, node: Node, truth: boolean): Value {
  if (isOperation(node)) return operatorValue(walk, node, truth);
  if (truth && node.name === "ParenthesizedExpression" && whole(walk, node)) return walk.condition(inside(node)[0]);
  const read = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
  if (read) return read(walk, node);
  for (const part of node.children) walk.value(part);
  return opaque(node);
}

function comprehension(walk: Walk, node: Node): Value {
  return comprehensionValue(walk, inside(node), node);
}

/** `(x)` is x. Python 2's `` `x` ``, which the repair turns into brackets, is not. */
function parenthesized(walk: Walk, node: Node): Value {
  const values = inside(node).map((part) => walk.value(part));
  const [first] = values;
  return first && values.length === 1 && whole(walk, node) ? first : opaque(node);
}

function whole(walk: Walk, node: Node): boolean {
  return walk.text[node.start] === "(" && inside(node).length === 1;
}

/** `x if c else y`. */
function conditional(walk: Walk, node: Node): Value {
  const [first, , asked, , last] = node.children;
  const test = walk.condition(asked);
  const option = (part: Node | undefined, holds: boolean) => {
    const guards: readonly Guard[] = [{ kind: "if", test, holds }];
    return { value: walk.builder.under(guards, () => walk.value(part)), guards };
  };
  const choice: Choice = { kind: "choice", how: "condition", options: [option(first, true), option(last, false)], span: spanOf(node) };
  return walk.builder.note(choice);
}

/** `x := v`. */
function named(walk: Walk, node: Node): Value {
  const value = walk.value(node.children.at(-1));
  assign(walk, node.children[0], value);
  return value;
}

/** `-8` is a number; other signs are not followed. */
function unary(walk: Walk, node: Node): Value {
  const value = walk.value(node.children.at(-1));
  const sign = node.children[0] && written(walk, node.children[0]);
  if (value.kind !== "constant" || typeof value.value !== "number" || sign === "~") return opaque(node);
  return { kind: "constant", value: sign === "-" ? -value.value : value.value, span: spanOf(node) };
}
