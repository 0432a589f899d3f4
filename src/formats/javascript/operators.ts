import type { Choice, Guard, Option, Test, Value } from "../../types/value.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { holds, opaque, type Walk } from "./walk.ts";

/** `a || b` and `a ?? b` are choices, `a && b` is a test. */
export function logicalValue(walk: Walk, node: TSESTree.LogicalExpression): Value {
  if (node.operator === "&&") return logicalTest(walk, node);
  const how = node.operator === "||" ? "or" : "nullish";
  const before: Guard[] = [];
  const options = operandsOf(node).map((operand): Option => {
    const value = walk.builder.under(before, () => walk.value(operand));
    before.push(missing(how, value));
    return { value, guards: [] };
  });
  return walk.builder.note({ kind: "choice", how, options, span: spanOf(node) });
}

/** What is so where the next one is taken: the value is falsy, or null. */
export function missing(how: "or" | "nullish", value: Value): Guard {
  if (how === "or") return holds(value, false);
  return holds({ kind: "test", op: "equal", operands: [value, { kind: "constant", value: null, span: value.span }], span: value.span }, true);
}

/** `a && b`, and `a || b` where only the truth is asked. Each runs only when those before did not settle it. */
export function logicalTest(walk: Walk, node: TSESTree.LogicalExpression): Test {
  const and = node.operator === "&&";
  const before: Guard[] = [];
  const operands = operandsOf(node).map((operand) => {
    const value = walk.builder.under(before, () => walk.condition(operand));
    before.push(holds(value, and));
    return value;
  });
  return { kind: "test", op: and ? "and" : "or", operands, span: spanOf(node) };
}

/** The operands of `a || b || c` or `a + b + c`, however they are bracketed, without going deeper for each. */
function operandsOf(node: TSESTree.LogicalExpression | TSESTree.BinaryExpression): readonly Node[] {
  const operands: Node[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if ((next.type === "LogicalExpression" || next.type === "BinaryExpression") && next.operator === node.operator) open.push(next.right, next.left);
    else operands.push(next);
  }
  return operands;
}

const comparisons: Readonly<{ [operator: string]: { readonly op: Test["op"]; readonly negated?: true } }> = {
  "===": { op: "equal" }, "==": { op: "equal" }, "!==": { op: "unequal" }, "!=": { op: "unequal" }, "<": { op: "less" }, ">": { op: "more" },
  "<=": { op: "more", negated: true }, ">=": { op: "less", negated: true }, in: { op: "in" }, instanceof: { op: "other" },
};

const arithmetic: Readonly<{ [operator: string]: (a: number, b: number) => number }> = {
  "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b, "**": (a, b) => a ** b,
};

/** `a + b` is put together, comparisons are tests, and numbers are reckoned. */
export function binaryValue(walk: Walk, node: TSESTree.BinaryExpression): Value {
  const span = spanOf(node);
  if (node.operator === "+") return joined(operandsOf(node).map((operand) => walk.value(operand)), node);
  const comparison = comparisons[node.operator];
  if (comparison) {
    const test: Test = { kind: "test", op: comparison.op, operands: compared(walk, node), span };
    return comparison.negated ? { kind: "test", op: "not", operands: [test], span } : test;
  }
  const [left, right] = [walk.value(node.left), walk.value(node.right)];
  const number = isNumber(left) && isNumber(right) ? arithmetic[node.operator]?.(left.value, right.value) : undefined;
  return number === undefined || !Number.isFinite(number) ? opaque(node) : { kind: "constant", value: number, span };
}

/** `a + b`, as the value of a whole. */
export function joined(operands: readonly Value[], whole: Node): Value {
  const span = spanOf(whole);
  if (operands.every(isNumber)) return { kind: "constant", value: operands.reduce((sum, operand) => sum + operand.value, 0), span };
  return { kind: "derived", by: "concat", operands, span };
}

/** `null == x` is `x == null`, and `typeof x == "undefined"` says the same. */
function compared(walk: Walk, { left, right }: TSESTree.BinaryExpression): readonly Value[] {
  if (left.type === "UnaryExpression" && left.operator === "typeof" && right.type === "Literal" && right.value === "undefined") {
    return [walk.value(left.argument), { kind: "constant", value: undefined, span: spanOf(right) }];
  }
  const [first, second] = [walk.value(left), walk.value(right)];
  return first.kind === "constant" && second.kind !== "constant" && (first.value === null || first.value === undefined) ? [second, first] : [first, second];
}

export function notValue(walk: Walk, node: TSESTree.UnaryExpression): Test {
  return { kind: "test", op: "not", operands: [walk.condition(node.argument)], span: spanOf(node) };
}

/** `!a`, `void 0`, `-1`. */
export function unaryValue(walk: Walk, node: TSESTree.UnaryExpression): Value {
  if (node.operator === "!") return notValue(walk, node);
  const operand = walk.value(node.argument);
  if (node.operator === "void") return { kind: "constant", value: undefined, span: spanOf(node) };
  const sign = node.operator === "-" ? -1 : node.operator === "+" ? 1 : 0;
  return sign !== 0 && isNumber(operand) ? { kind: "constant", value: sign * operand.value, span: spanOf(node) } : opaque(node);
}

/** `c ? a : b`. */
export function conditionalValue(walk: Walk, node: TSESTree.ConditionalExpression): Choice {
  const test = walk.condition(node.test);
  const option = (part: Node, is: boolean): Option => {
    const guards = [holds(test, is)];
    return { value: walk.builder.under(guards, () => walk.value(part)), guards };
  };
  return walk.builder.note({ kind: "choice", how: "condition", options: [option(node.consequent, true), option(node.alternate, false)], span: spanOf(node) });
}

function isNumber(value: Value): value is Extract<Value, { kind: "constant" }> & { readonly value: number } {
  return value.kind === "constant" && typeof value.value === "number";
}
