import type { Derived, Test, Value } from "../../types/value.ts";
import type { Node } from "./tree.ts";
import { opaque, spanOf, written, type Walk } from "./walk.ts";

/** A value and how far it reaches in the text, brackets included. */
interface Operand {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

type Token = { readonly operator: string } | { readonly node: Node };

/** The operators of an expression still to be put together. `truth`: only its truth is asked. */
interface Chain {
  readonly walk: Walk;
  readonly tokens: readonly Token[];
  readonly truth: boolean;
  at: number;
  /** Where the last operand ended. */
  reached: number;
}

/**
 * `a + b`, `not a`, `a and b == c`. The grammar takes `not a and b` for `not (a and b)`, so operators and operands are laid out
 * in a row and put together again: https://docs.python.org/3/reference/expressions.html#operator-precedence.
 * A row of ten thousand is no deeper than a row of two.
 */
export function operatorValue(walk: Walk, node: Node, truth: boolean): Value {
  const chain: Chain = { walk, tokens: row(walk, node), truth, at: 0, reached: node.start };
  const { value } = disjunction(chain);
  for (const rest of chain.tokens.slice(chain.at)) if ("node" in rest) walk.value(rest.node);
  return value;
}

/** Whether a node is put together from operators: `-x` is not. */
export function isOperation(node: Node): boolean {
  return node.name === "BinaryExpression" || (node.name === "UnaryExpression" && node.children[0]?.name === "not");
}

const words = new Set(["or", "and", "not", "in", "is"]);
const signs = new Set(["ArithOp", "BitOp", "CompareOp"]);

function row(walk: Walk, node: Node): readonly Token[] {
  const tokens: Token[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isOperation(next)) for (const part of next.children.toReversed()) open.push(part);
    else if (words.has(next.name)) tokens.push({ operator: next.name });
    else if (signs.has(next.name)) tokens.push({ operator: written(walk, next) });
    else tokens.push({ node: next });
  }
  return tokens;
}

function take(chain: Chain, ...operators: readonly string[]): string | undefined {
  const token = chain.tokens[chain.at];
  if (!token || !("operator" in token) || !operators.includes(token.operator)) return undefined;
  chain.at++;
  return token.operator;
}

function several(chain: Chain, operator: string, next: (chain: Chain) => Operand): readonly Operand[] {
  const operands = [next(chain)];
  while (take(chain, operator) !== undefined) operands.push(next(chain));
  return operands;
}

function reach(operands: readonly Operand[]): { readonly start: number; readonly end: number } {
  return { start: operands[0]?.start ?? 0, end: operands.at(-1)?.end ?? 0 };
}

function test(op: Test["op"], operands: readonly Operand[]): Operand {
  const span = reach(operands);
  return { ...span, value: { kind: "test", op, operands: operands.map(({ value }) => value), span } };
}

function disjunction(chain: Chain): Operand {
  const operands = several(chain, "or", conjunction);
  if (operands.length === 1 && operands[0]) return operands[0];
  if (chain.truth) return test("or", operands);
  const span = reach(operands);
  const options = operands.map(({ value }) => ({ value, guards: [] }));
  return { ...span, value: chain.walk.builder.note({ kind: "choice", how: "or", options, span }) };
}

function conjunction(chain: Chain): Operand {
  const operands = several(chain, "and", negation);
  return operands.length === 1 && operands[0] ? operands[0] : test("and", operands);
}

/** `not not x` stays, because it is no longer x; more say nothing new. */
function negation(chain: Chain): Operand {
  let count = 0;
  while (take(chain, "not") !== undefined) count++;
  let operand = comparison(chain);
  for (let left = count > 2 ? 2 - (count % 2) : count; left > 0; left--) operand = test("not", [operand]);
  return operand;
}

const comparisons: Readonly<{ [operator: string]: { readonly op: Test["op"]; readonly negated: boolean } }> = {
  "==": { op: "equal", negated: false }, is: { op: "equal", negated: false }, "!=": { op: "unequal", negated: false },
  "<>": { op: "unequal", negated: false }, "is not": { op: "unequal", negated: false }, "<": { op: "less", negated: false },
  ">": { op: "more", negated: false }, "<=": { op: "more", negated: true }, ">=": { op: "less", negated: true },
  in: { op: "in", negated: false }, "not in": { op: "in", negated: true },
};

const comparators = [...Object.keys(comparisons), "not"];

/** `a <= b` is `not a > b`. `a < b < c` is `a < b and b < c`. */
function comparison(chain: Chain): Operand {
  const links: Operand[] = [];
  let left = sums(chain);
  for (let sign = comparator(chain); sign !== undefined; sign = comparator(chain)) {
    const right = sums(chain);
    const { op, negated } = comparisons[sign] ?? { op: "other" as const, negated: false };
    const compared = test(op, [left, right]);
    links.push(negated ? test("not", [compared]) : compared);
    left = right;
  }
  const [first] = links;
  if (first === undefined) return left;
  return links.length === 1 ? first : test("and", links);
}

function comparator(chain: Chain): string | undefined {
  const sign = take(chain, ...comparators);
  if (sign === "not") return take(chain, "in") === undefined ? sign : "not in";
  return sign === "is" && take(chain, "not") !== undefined ? "is not" : sign;
}

/** Signs by how tightly they bind, the loosest first; all of them from the left. */
const levels: readonly (readonly string[])[] = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "@", "/", "%", "//"]];

function sums(chain: Chain, level = 0): Operand {
  const operators = levels[level];
  if (operators === undefined) return power(chain);
  let left = sums(chain, level + 1);
  let run: Operand[] = [left];
  for (let sign = take(chain, ...operators); sign !== undefined; sign = take(chain, ...operators)) {
    const right = sums(chain, level + 1);
    if (sign === "+" && !(isNumber(left.value) && isNumber(right.value))) {
      run.push(right);
      left = { ...reach(run), value: opaque(left) };
      continue;
    }
    left = combine(chain.walk, sign, run.length > 1 ? joined(run) : left, right);
    run = [left];
  }
  return run.length > 1 ? joined(run) : left;
}

/** `a + b + c`. Lists make a list, all else is taken for text. */
function joined(operands: readonly Operand[]): Operand {
  const span = reach(operands);
  const values = operands.map(({ value }) => value);
  if (!values.some(({ kind }) => kind === "list")) return { ...span, value: { kind: "derived", by: "concat", operands: values, span } };
  const items = values.flatMap((value) => (value.kind === "list" ? value.items : [{ value, spread: true }]));
  return { ...span, value: { kind: "list", items, span } };
}

function power(chain: Chain): Operand {
  const operands = [atom(chain)];
  while (take(chain, "**") !== undefined) operands.push(atom(chain));
  const [base, exponent] = operands;
  if (base && exponent && operands.length === 2) return combine(chain.walk, "**", base, exponent);
  return operands.length === 1 && base ? base : { ...reach(operands), value: opaque(reach(operands)) };
}

/** Where an operand is missing the file is broken: an opaque value stands for it. */
function atom(chain: Chain): Operand {
  const token = chain.tokens[chain.at];
  if (!token || "operator" in token) {
    const here = { start: chain.reached, end: chain.reached };
    return { ...here, value: opaque(here) };
  }
  const truth = onlyTruth(chain);
  chain.at++;
  chain.reached = token.node.end;
  return { ...spanOf(token.node), value: truth ? chain.walk.condition(token.node) : chain.walk.value(token.node) };
}

/** Whether the operand at hand stands between `and`, `or`, `not` and nothing that needs its value. */
function onlyTruth({ tokens, at, truth }: Chain): boolean {
  const operatorAt = (index: number): string | undefined => {
    const token = tokens[index];
    return token && "operator" in token ? token.operator : undefined;
  };
  const [before, after] = [operatorAt(at - 1), operatorAt(at + 1)];
  if (after !== undefined && after !== "and" && after !== "or") return false;
  return before === "not" ? operatorAt(at - 2) !== "is" : truth && (before === undefined || before === "and" || before === "or");
}

function isNumber(value: Value | undefined): value is Extract<Value, { kind: "constant" }> & { readonly value: number } {
  return value?.kind === "constant" && typeof value.value === "number";
}

const arithmetic: Readonly<{ [sign: string]: (a: number, b: number) => number }> = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "//": (a, b) => Math.floor(a / b), "**": (a, b) => a ** b,
};

function combine(walk: Walk, sign: string, left: Operand, right: Operand): Operand {
  const span = reach([left, right]);
  const [a, b] = [left.value, right.value];
  const derived = (by: Derived["by"], operands: readonly Value[]): Operand => ({ ...span, value: { kind: "derived", by, operands, span } });
  const number = isNumber(a) && isNumber(b) ? arithmetic[sign]?.(a.value, b.value) : undefined;
  if (number !== undefined && Number.isFinite(number)) return { ...span, value: { kind: "constant", value: number, span } };
  if (sign === "*" && (isText(a) || isText(b) || isNumber(a) !== isNumber(b))) return derived("repeat", [a, b]);
  if (sign === "/" && isText(b)) return derived("path", [a, b]);
  if (sign === "%" && (isText(a) || b.kind === "list" || b.kind === "record")) return derived("format", b.kind === "list" ? [a, ...b.items.map(({ value }) => value)] : [a, b]);
  if (sign === "|" && (a.kind === "record" || b.kind === "record")) {
    const entries = [left, right].map((part) => ({ name: undefined, value: part.value, span: spanOf(part) }));
    return { ...span, value: walk.builder.note({ kind: "record", entries, span }) };
  }
  return { ...span, value: opaque(span) };
}

function isText({ kind }: Value): boolean {
  return kind === "literal" || kind === "derived";
}
