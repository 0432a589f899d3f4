import type { Guard, Test, Value } from "../../types/value.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { holds, type Walk } from "./walk.ts";

/** `if`, `else if`, `else`: each runs when its test holds and those before did not. */
export function ifStatement(walk: Walk, node: TSESTree.IfStatement): void {
  const before: Guard[] = [];
  let at: Node | null = node;
  for (; at?.type === "IfStatement"; at = at.alternate) {
    const clause: TSESTree.IfStatement = at;
    const test = walk.builder.under(before, () => walk.condition(clause.test));
    walk.tests.set(clause, test);
    walk.builder.under([...before, holds(test, true)], () => { walk.block([clause.consequent]); });
    // A hostile chain of tests has no end; what comes after the first few dozen says nothing more.
    if (before.length < 48) before.push(holds(test, false));
  }
  const last = at;
  if (last) walk.builder.under(before, () => { walk.block([last]); });
}

/** A case runs when the value is its own or that of an empty case before it; `default` when it is none of all. */
export function switchStatement(walk: Walk, { discriminant, cases }: TSESTree.SwitchStatement): void {
  const subject = walk.value(discriminant);
  const truth = subject.kind === "constant" && subject.value === true;
  const tests = cases.map(({ test }): Value | undefined => {
    if (!test) return undefined;
    return truth ? walk.condition(test) : { kind: "test", op: "equal", operands: [subject, walk.value(test)], span: spanOf(test) };
  });
  let open = new Set<Value | undefined>();
  for (const [index, one] of cases.entries()) {
    open.add(tests[index]);
    if (one.consequent.length === 0) continue;
    const guard = caseGuard(tests, open, one);
    walk.builder.under([guard], () => { walk.block(one.consequent); });
    open = new Set();
  }
}

/** `open`: the tests that lead to this case, nothing for `default`. */
function caseGuard(tests: readonly (Value | undefined)[], open: ReadonlySet<Value | undefined>, node: Node): Guard {
  const other = open.has(undefined);
  const asked = tests.filter((test) => test !== undefined).filter((test) => open.has(test) !== other);
  return holds(either(asked, node), !other);
}

function either(tests: readonly Value[], node: Node): Value {
  const [only] = tests;
  const test: Test = { kind: "test", op: "or", operands: tests, span: spanOf(node) };
  return only && tests.length === 1 ? only : test;
}

export function tryStatement(walk: Walk, { block, handler, finalizer }: TSESTree.TryStatement): void {
  walk.block(block.body);
  if (handler) {
    walk.builder.under([{ kind: "except" }], () => {
      if (handler.param) walk.assign(handler.param, { kind: "opaque", span: spanOf(handler.param) }, true);
      walk.block(handler.body.body);
    });
  }
  if (finalizer) walk.block(finalizer.body);
}

/**
 * What must be so for the statements after this one to run: `if (c) return` leaves only the way on which c does not hold, a `try`
 * that returns only the way on which it failed.
 */
export function afterwards(walk: Walk, node: Node): readonly Guard[] {
  if (node.type === "TryStatement") return node.handler && leaves(node.block) && !leaves(node.handler.body) ? [{ kind: "except" }] : [];
  const guards: Guard[] = [];
  let at: Node | null = node;
  for (; at?.type === "IfStatement" && leaves(at.consequent); at = at.alternate) addGuard(walk, guards, at, false, at.consequent);
  if (at?.type === "IfStatement" && at.alternate && at.alternate.type !== "IfStatement" && leaves(at.alternate)) addGuard(walk, guards, at, true, at.alternate);
  return guards;
}

function addGuard({ tests, stops }: Walk, guards: Guard[], node: TSESTree.IfStatement, is: boolean, gone: Node): void {
  const test = tests.get(node);
  if (!test) return;
  const guard = holds(test, is);
  if (last(gone)?.type === "ThrowStatement" || isExitStatement(last(gone))) stops.add(guard);
  guards.push(guard);
}

/** Whether a branch never goes on to the statement after it. */
function leaves(node: Node): boolean {
  const type = last(node)?.type;
  return type === "ReturnStatement" || type === "ThrowStatement" || type === "ContinueStatement" || type === "BreakStatement" || isExitStatement(last(node));
}

function last(node: Node): Node | undefined {
  return node.type === "BlockStatement" ? node.body.at(-1) : node;
}

/** `process.exit(1);` */
function isExitStatement(node: Node | undefined): boolean {
  if (node?.type !== "ExpressionStatement" || node.expression.type !== "CallExpression") return false;
  const { callee } = node.expression;
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "process" && callee.property.type === "Identifier" && callee.property.name === "exit";
}
