import type { Argument, Call, Import, Value } from "../../types/value.ts";
import { builtinValue } from "./builtins.ts";
import { keyName } from "./literals.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { holds, opaque, refuse, type Walk } from "./walk.ts";

/** What can follow one another in `a.b(c)!?.d`. */
type Link = TSESTree.MemberExpression | TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.ChainExpression | TSESTree.TSNonNullExpression;

/** Members and calls, from the left: a chain of ten thousand calls is no deeper than one of two. */
export function chainValue(walk: Walk, node: Link): Value {
  const links: Link[] = [];
  let at: Node = node;
  while (isLink(at)) {
    links.push(at);
    at = before(at);
  }
  return links.reduceRight((value, link) => linkValue(walk, link, value), walk.value(at));
}

function isLink(node: Node): node is Link {
  return node.type === "MemberExpression" || node.type === "CallExpression" || node.type === "NewExpression" || node.type === "ChainExpression" || node.type === "TSNonNullExpression";
}

function before(link: Link): Node {
  if (link.type === "MemberExpression") return link.object;
  return link.type === "CallExpression" || link.type === "NewExpression" ? link.callee : link.expression;
}

function linkValue(walk: Walk, link: Link, value: Value): Value {
  if (link.type === "MemberExpression") return memberValue(walk, link, value);
  if (link.type === "NewExpression") return walk.builder.note({ kind: "call", callee: value, args: argumentsOf(walk, link.arguments), span: spanOf(link) });
  return link.type === "CallExpression" ? callValue(walk, link, value) : value;
}

function memberValue(walk: Walk, node: TSESTree.MemberExpression, object: Value): Value {
  const key = node.computed ? walk.value(node.property) : undefined;
  const name = keyName(node.property, node.computed);
  const span = spanOf(node);
  if (name !== undefined) return { kind: "member", object, name, span };
  return key ? { kind: "item", object, key, span } : opaque(node);
}

/** A call; what the program does when it is one that stops it. `require` of a known name is a module. */
function callValue(walk: Walk, node: TSESTree.CallExpression, callee: Value): Value {
  const [first, ...rest] = node.arguments;
  if (node.callee.type === "Identifier" && node.callee.name === "require" && first && rest.length === 0) {
    const module = moduleValue(walk, first, node);
    if (module) return module;
  }
  const stops = stopOf(callee);
  const asked = stops === "assertion" && first && first.type !== "SpreadElement" ? walk.condition(first) : undefined;
  const args = asked ? [{ value: asked }, ...walk.builder.under([holds(asked, false)], () => argumentsOf(walk, rest))] : argumentsOf(walk, node.arguments);
  const test = asked ?? compared(callee, args, node);
  if (stops === "exit") refuse(walk, node);
  if (test) walk.builder.under([holds(test, false)], () => { refuse(walk, node); });
  const call: Call = { kind: "call", callee, args, span: spanOf(node) };
  return builtinValue(walk, call) ?? walk.builder.note(call);
}

function argumentsOf(walk: Walk, nodes: readonly Node[]): readonly Argument[] {
  return nodes.map((node) => (node.type === "SpreadElement" ? { value: walk.value(node.argument), spread: "list" } : { value: walk.value(node) }));
}

const assertions = new Set(["assert", "invariant"]);
const exits = new Set(["exit", "abort"]);

/** `process.exit()` stops the program; `assert(x)`, `assert.ok(x)` and `invariant(x)` stop it when x does not hold. */
function stopOf(callee: Value): "exit" | "assertion" | undefined {
  if (callee.kind === "reference") return assertions.has(callee.name) ? "assertion" : undefined;
  if (callee.kind !== "member" || callee.object.kind !== "reference") return undefined;
  if (callee.object.name === "process" && exits.has(callee.name)) return "exit";
  return callee.object.name === "assert" && callee.name === "ok" ? "assertion" : undefined;
}

const comparisons: Readonly<{ [name: string]: "equal" | "unequal" }> = { equal: "equal", strictEqual: "equal", notEqual: "unequal", notStrictEqual: "unequal" };

/** `assert.notStrictEqual(x, y)` stops the program when the two are the same. */
function compared(callee: Value, [left, right]: readonly Argument[], node: Node): Value | undefined {
  if (callee.kind !== "member" || callee.object.kind !== "reference" || callee.object.name !== "assert" || !left || !right) return undefined;
  const op = Object.hasOwn(comparisons, callee.name) ? comparisons[callee.name] : undefined;
  return op && { kind: "test", op, operands: [left.value, right.value], span: spanOf(node) };
}

/** `require("x")` and `import("x")`: the module, when its name is known. */
export function moduleValue(walk: Walk, source: Node, whole: Node): Import | undefined {
  const from = source.type === "Literal" && typeof source.value === "number" ? undefined : keyName(source, true);
  if (from === undefined) return undefined;
  const span = spanOf(whole);
  walk.builder.import(from, span);
  return { kind: "import", from, name: undefined, span };
}
