import type { Guard, Value } from "../../types/value.ts";
import { branchStatement, afterwards, loopStatement, matchStatement, tryStatement, withStatement } from "./compound.ts";
import { callValue } from "./calls.ts";
import { defineClass, defineFunction } from "./functions.ts";
import { importStatement } from "./imports.ts";
import { annotation, annotationNotes } from "./annotations.ts";
import { docstring, isPlainString } from "./strings.ts";
import { assign } from "./targets.ts";
import { child, grouped, split, type Node } from "./tree.ts";
import { opaque, reference, spanOf, written, type Walk } from "./walk.ts";

const readers: Readonly<{ [name: string]: (walk: Walk, node: Node) => void }> = {
  AssignStatement: assignment,
  UpdateStatement: update,
  ImportStatement: importStatement,
  FunctionDefinition: (walk, node) => { defineFunction(walk, node, []); },
  ClassDefinition: (walk, node) => { defineClass(walk, node, []); },
  DecoratedStatement: decorated,
  ReturnStatement: returned,
  RaiseStatement: raised,
  AssertStatement: asserted,
  ExpressionStatement: expression,
  ScopeStatement: sent,
  IfStatement: branchStatement,
  WhileStatement: loopStatement,
  ForStatement: loopStatement,
  TryStatement: tryStatement,
  WithStatement: withStatement,
  MatchStatement: matchStatement,
  StatementGroup: (walk, node) => { statements(walk, node.children); },
};

/** Statements one after the other. `documented`: the first may be a docstring. */
export function statements(walk: Walk, nodes: readonly Node[], documented = false): void {
  const { builder } = walk;
  const outer = builder.guards;
  const first = nodes.find(({ name }) => name !== ":");
  for (const node of nodes) {
    const text = documented && node === first && node.name === "ExpressionStatement" && node.children.length === 1 ? node.children[0] : undefined;
    if (text && isPlainString(text)) docstring(walk, text);
    else statement(walk, node);
    builder.addGuards(afterwards(walk, node));
  }
  builder.guards = outer;
}

function statement(walk: Walk, node: Node): void {
  const read = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
  if (read) read(walk, node);
  else walk.value(node);
}

/** `a = b = v`, `a: T = v`. */
function assignment(walk: Walk, node: Node): void {
  const groups = split(node.children, "AssignOp");
  const type = child(node, "TypeDef");
  const named = annotation(walk, type);
  const targets = groups.map((nodes) => grouped(nodes.filter((part) => part !== type)));
  const right = groups.length > 1 ? targets.pop() : undefined;
  const [field] = targets;
  if (type && field?.name === "VariableName") walk.builder.declare(written(walk, field), { ...(named ? { type: named } : {}), notes: annotationNotes(walk, type), span: spanOf(field) });
  if (right === undefined) {
    for (const target of targets) if (target?.name !== "VariableName") walk.value(target);
    return;
  }
  const value = walk.value(right);
  for (const target of targets) assign(walk, target, value);
}

/** `x += y` is `x + y`, bound to x again. */
function update(walk: Walk, node: Node): void {
  const at = node.children.findIndex(({ name }) => name === "UpdateOp");
  const operator = node.children[at];
  const target = grouped(node.children.slice(0, at));
  if (operator === undefined || target === undefined) return;
  const added = walk.value(grouped(node.children.slice(at + 1)));
  const before = target.name === "VariableName" ? reference(walk, target) : walk.value(target);
  assign(walk, target, updated(walk, written(walk, operator), [before, added], node));
}

function updated(walk: Walk, operator: string, operands: readonly Value[], node: Node): Value {
  const span = spanOf(node);
  const by = operator === "+=" ? "concat" : operator === "*=" ? "repeat" : operator === "%=" ? "format" : undefined;
  if (by !== undefined) return { kind: "derived", by, operands, span };
  if (operator !== "|=") return opaque(node);
  return walk.builder.note({ kind: "record", entries: operands.map((value) => ({ name: undefined, value, span: value.span })), span });
}

/** The grammar lays the parts of a decorator's name out beside its arguments. */
function decorated(walk: Walk, node: Node): void {
  const decorators: Value[] = [];
  for (const part of node.children) {
    if (part.name === "Decorator") decorators.push(...decorator(walk, part));
    else if (part.name === "FunctionDefinition") defineFunction(walk, part, decorators);
    else if (part.name === "ClassDefinition") defineClass(walk, part, decorators);
    else statement(walk, part);
  }
}

function decorator(walk: Walk, node: Node): readonly Value[] {
  const parts = node.children.filter(({ name }) => name === "VariableName");
  const [head] = parts;
  const list = child(node, "ArgList");
  if (head === undefined) return [];
  const callee = parts.slice(1).reduce<Node>(
    (object, name) => ({ name: "MemberExpression", start: object.start, end: name.end, children: [object, { ...name, name: ".", children: [] }, name] }), head);
  return [list ? callValue(walk, { name: "CallExpression", start: head.start, end: list.end, children: [callee, list] }) : walk.value(callee)];
}

function returned(walk: Walk, node: Node): void {
  const given = grouped(node.children.slice(1));
  if (given === undefined) return;
  const value = walk.value(given);
  walk.returns?.push({ value, guards: walk.builder.guards });
}

function raised(walk: Walk, node: Node): void {
  for (const part of node.children.slice(1)) walk.value(part);
  walk.builder.refuse(spanOf(node));
}

function asserted(walk: Walk, node: Node): void {
  const [, test, ...rest] = node.children;
  const guard: Guard = { kind: "if", test: walk.condition(test), holds: false };
  walk.builder.under([guard], () => {
    walk.builder.refuse(spanOf(node));
    for (const part of rest) walk.value(part);
  });
}

function expression(walk: Walk, node: Node): void {
  const value = walk.value(grouped(node.children));
  if (value.kind === "call" && isExit(value.callee)) walk.builder.refuse(spanOf(node));
}

const exits = new Set(["exit", "_exit", "quit", "abort"]);
const exitModules = new Set(["sys", "os", "flask"]);

/** `sys.exit()`, `exit()`, `os._exit(1)`, `abort(500)`. */
function isExit(callee: Value): boolean {
  if (callee.kind === "reference") return exits.has(callee.name);
  return callee.kind === "member" && exits.has(callee.name) && callee.object.kind === "reference" && exitModules.has(callee.object.name);
}

/** `global x`: from here on the function's assignments to x go to the module; `nonlocal x`: to the function around. */
function sent(walk: Walk, node: Node): void {
  const { builder } = walk;
  const known = walk.sent.get(builder.scope) ?? new Map<string, typeof builder.scope>();
  walk.sent.set(builder.scope, known);
  for (const part of node.children.slice(1)) {
    if (part.name !== "VariableName") continue;
    const name = written(walk, part);
    let scope = node.children[0]?.name === "global" ? builder.top : (builder.scope.parent ?? builder.top);
    while (scope.parent && scope !== builder.top && !scope.names.has(name)) scope = scope.parent;
    if (scope !== builder.scope) known.set(name, scope);
  }
}
