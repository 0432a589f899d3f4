import type { SyntaxNode } from "@lezer/common";
import { Secret } from "../../types/secret.ts";
import type { Argument, Entry, FunctionValue, List, Option, Parameter, Scope, Span, Test, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { stringToken, unescape } from "./strings.ts";

/** Deeper nesting than any program has: the rest is opaque, so that a hostile file cannot overflow the stack. */
const maxDepth = 250;

const comparisons: Readonly<{ [operator: string]: Test["op"] }> = { "==": "equal", "!=": "unequal", "<>": "unequal", "<": "less", "<=": "less", ">": "more", ">=": "more", in: "in", is: "equal" };

/** A part of a string: text that is known, or a hole's value. */
interface Piece {
  readonly value: Value;
  readonly text?: string;
  readonly form?: "text" | "bytes";
}

/** Turns expression nodes into values; each node once. */
export class Expressions {
  readonly #builder: ModuleBuilder;
  readonly #known = new Map<number, Value>();
  #depth = 0;

  constructor(builder: ModuleBuilder) {
    this.#builder = builder;
  }

  /** A node's value. Everything inside it that matching looks at is noted on the way. */
  value(node: SyntaxNode): Value {
    const key = node.from * 8191 + node.to + node.type.id / 1024;
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#depth >= maxDepth) return this.#opaque(node);
    this.#depth++;
    const value = this.#convert(node);
    this.#depth--;
    this.#known.set(key, value);
    return value;
  }

  span(node: SyntaxNode): Span {
    return { start: node.from, end: node.to };
  }

  text(node: SyntaxNode): string {
    return this.#builder.text.slice(node.from, node.to);
  }

  #opaque(node: SyntaxNode): Value {
    return { kind: "opaque", span: this.span(node) };
  }

  /** Opaque itself, but what is inside counts. */
  #walked(node: SyntaxNode): Value {
    for (const child of children(node)) if (isExpression(child)) this.value(child);
    return this.#opaque(node);
  }

  #convert(node: SyntaxNode): Value {
    const span = this.span(node);
    switch (node.name) {
      case "String":
      case "ContinuedString":
      case "FormatString":
        return this.#string(node);
      case "Number":
        return this.#number(node);
      case "Boolean":
        return { kind: "constant", value: this.text(node) === "True", span };
      case "None":
        return { kind: "constant", value: null, span };
      case "VariableName":
        return { kind: "reference", name: this.text(node), scope: this.#builder.scope, span };
      case "ParenthesizedExpression":
      case "AwaitExpression":
        return this.#inner(node);
      case "NamedExpression":
        return this.#named(node);
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "ConditionalExpression":
        return this.#conditional(node);
      case "DictionaryExpression":
        return this.#dictionary(node);
      case "TupleExpression":
      case "ArrayExpression":
      case "SetExpression":
        return this.#list(node);
      case "LambdaExpression":
        return this.#lambda(node);
      case "CallExpression":
        return this.#call(node);
      case "MemberExpression":
        return this.#member(node);
      default:
        return this.#walked(node);
    }
  }

  #inner(node: SyntaxNode): Value {
    const inner = children(node).find(isExpression);
    return inner ? this.value(inner) : this.#opaque(node);
  }

  #string(node: SyntaxNode): Value {
    const parts = node.name === "ContinuedString" ? children(node).filter(({ name }) => name === "String" || name === "FormatString") : [node];
    const pieces = parts.flatMap((part): readonly Piece[] => (part.name === "FormatString" ? this.#format(part) : [this.#plain(part)]));
    const first = pieces[0];
    if (!first || pieces.some(({ text }) => text === undefined)) {
      return { kind: "derived", by: "concat", operands: pieces.map(({ value }) => value), span: this.span(node) };
    }
    const form = pieces.some((piece) => piece.form === "bytes") ? "bytes" : "text";
    return { kind: "literal", secret: new Secret(pieces.map(({ text }) => text).join("")), form, span: this.span(parts[0] ?? node) };
  }

  #plain(node: SyntaxNode): Piece {
    const token = this.text(node);
    const parsed = stringToken(token);
    const text = unescape(token.slice(parsed.start, parsed.end), parsed);
    this.#builder.cover({ start: node.from + parsed.start, end: node.from + parsed.end });
    return { value: { kind: "literal", secret: new Secret(text), form: parsed.form, span: this.span(node) }, text, form: parsed.form };
  }

  /** An f-string: its texts and holes in order; one without holes is a literal. */
  #format(node: SyntaxNode): readonly Piece[] {
    const holes = children(node).filter(({ name }) => name === "FormatReplacement");
    const token = this.text(node);
    const parsed = stringToken(token);
    this.#builder.cover({ start: node.from + parsed.start, end: node.from + parsed.end });
    const pieces: Piece[] = [];
    let at = node.from + parsed.start;
    const textUntil = (end: number): void => {
      const inside = this.#builder.text.slice(at, end).replaceAll("{{", "{").replaceAll("}}", "}");
      if (inside !== "" || holes.length === 0) pieces.push({ value: { kind: "literal", secret: new Secret(unescape(inside, parsed)), form: "text", span: this.span(node) }, text: unescape(inside, parsed), form: "text" });
    };
    for (const hole of holes) {
      textUntil(hole.from);
      const inner = children(hole).find(isExpression);
      pieces.push({ value: inner ? this.value(inner) : this.#opaque(hole) });
      at = hole.to;
    }
    textUntil(node.from + parsed.end);
    return pieces;
  }

  #number(node: SyntaxNode): Value {
    const text = this.text(node).replaceAll("_", "").replace(/[lLjJ]$/, "");
    const value = /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
    return Number.isFinite(value) ? { kind: "constant", value, span: this.span(node) } : this.#opaque(node);
  }

  #named(node: SyntaxNode): Value {
    const [target, source] = children(node).filter(isExpression);
    if (!target || !source) return this.#opaque(node);
    const value = this.value(source);
    this.#builder.define(this.text(target), value, this.span(target));
    this.#builder.bind(this.value(target), value, this.span(target));
    return value;
  }

  #binary(node: SyntaxNode): Value {
    const { operator, operands } = this.#chain(node);
    const span = this.span(node);
    if (operator === "or") {
      return this.#builder.note({ kind: "choice", how: "or", options: operands.map((operand) => ({ value: this.value(operand), guards: [] })), span });
    }
    const values = operands.map((operand) => this.value(operand));
    if (operator === "and") return { kind: "test", op: "and", operands: values, span };
    if (operator === "not in") return { kind: "test", op: "not", operands: [{ kind: "test", op: "in", operands: values, span }], span };
    if (operator === "is not") return { kind: "test", op: "unequal", operands: values, span };
    const test = comparisons[operator];
    if (test) return { kind: "test", op: test, operands: values, span };
    if (operator === "+") return { kind: "derived", by: "concat", operands: values, span };
    if (operator === "*") return { kind: "derived", by: "repeat", operands: values, span };
    if (operator === "%") return { kind: "derived", by: "format", operands: values, span };
    return { kind: "opaque", span };
  }

  /** `a + b + c` as one operation: the left side is walked down in a loop, however long it is. */
  #chain(node: SyntaxNode): { operator: string; operands: readonly SyntaxNode[] } {
    const operator = this.#operator(node);
    const operands: SyntaxNode[] = [];
    let at: SyntaxNode = node;
    for (;;) {
      const [left, right] = operandsOf(at);
      if (right) operands.push(right);
      if (!left) break;
      if (left.name !== "BinaryExpression" || !["+", "or", "and"].includes(operator) || this.#operator(left) !== operator) {
        operands.push(left);
        break;
      }
      at = left;
    }
    return { operator, operands: operands.reverse() };
  }

  #operator(node: SyntaxNode): string {
    return children(node).filter((child) => !isExpression(child) && child.name !== "Comment").map((child) => this.text(child)).join(" ");
  }

  #unary(node: SyntaxNode): Value {
    const operand = children(node).find(isExpression);
    if (!operand) return this.#opaque(node);
    const value = this.value(operand);
    return node.firstChild?.name === "not" ? { kind: "test", op: "not", operands: [value], span: this.span(node) } : this.#opaque(node);
  }

  #conditional(node: SyntaxNode): Value {
    const [yes, condition, no] = children(node).filter(isExpression);
    if (!yes || !condition || !no) return this.#walked(node);
    const test = this.value(condition);
    const option = (value: SyntaxNode, holds: boolean): Option => ({ value: this.value(value), guards: [{ kind: "if", test, holds }] });
    return this.#builder.note({ kind: "choice", how: "condition", options: [option(yes, true), option(no, false)], span: this.span(node) });
  }

  #dictionary(node: SyntaxNode): Value {
    const entries: Entry[] = [];
    const parts = children(node);
    parts.forEach((part, index) => {
      const [before, after] = [parts[index - 1], parts[index + 1]];
      if (before?.name === "**") entries.push({ name: undefined, value: this.value(part), span: this.span(part) });
      if (part.name !== ":" || !before || !after) return;
      const key = this.value(before);
      const value = this.value(after);
      const name = key.kind === "literal" ? this.#name(before) : undefined;
      if (name !== undefined) entries.push({ name, value, span: this.span(before) });
    });
    return this.#builder.note({ kind: "record", entries, span: this.span(node) });
  }

  /** The text of a string that is used as a name. */
  #name(node: SyntaxNode): string | undefined {
    if (node.name !== "String" || node.to - node.from > 220) return undefined;
    const token = this.text(node);
    const parsed = stringToken(token);
    return unescape(token.slice(parsed.start, parsed.end), parsed);
  }

  #list(node: SyntaxNode): Value {
    const items: List["items"][number][] = [];
    let spread = false;
    for (const child of children(node)) {
      if (child.name === "*") spread = true;
      if (!isExpression(child)) continue;
      items.push({ value: this.value(child), spread });
      spread = false;
    }
    return { kind: "list", items, span: this.span(node) };
  }

  #call(node: SyntaxNode): Value {
    const [calleeNode, argList] = children(node);
    if (!calleeNode || argList?.name !== "ArgList") return this.#walked(node);
    const callee = this.value(calleeNode);
    return this.#builder.note({ kind: "call", callee, args: this.arguments(argList), span: this.span(node) });
  }

  arguments(node: SyntaxNode): readonly Argument[] {
    const found: Argument[] = [];
    const parts = children(node);
    parts.forEach((part, index) => {
      const before = parts[index - 1];
      if (part.name === "AssignOp" || !isExpression(part) || parts[index + 1]?.name === "AssignOp") return;
      const value = this.value(part);
      const keyword = before?.name === "AssignOp" ? parts[index - 2] : undefined;
      if (keyword) found.push({ value, name: this.text(keyword) });
      else if (before?.name === "*" || before?.name === "**") found.push({ value, spread: before.name === "*" ? "list" : "record" });
      else found.push({ value });
    });
    return found;
  }

  #member(node: SyntaxNode): Value {
    const parts = children(node);
    const [objectNode] = parts;
    if (!objectNode) return this.#opaque(node);
    const object = this.value(objectNode);
    const property = parts.find(({ name }) => name === "PropertyName");
    const span = this.span(node);
    if (property) return { kind: "member", object, name: this.text(property), span };
    const indexes = parts.slice(1).filter(isExpression);
    const [index] = indexes;
    for (const one of indexes) this.value(one);
    if (!index || indexes.length > 1 || parts.some(({ name }) => name === ":" || name === ",")) return { kind: "opaque", span };
    const name = index.name === "Number" ? this.text(index) : this.#name(index);
    return name === undefined ? { kind: "opaque", span } : { kind: "member", object, name, span };
  }

  #lambda(node: SyntaxNode): Value {
    const parameters = children(node).find(({ name }) => name === "ParamList");
    const body = children(node).findLast(isExpression);
    return this.function(node, parameters, undefined, false, () => (body && body.name !== "ParamList" ? [{ value: this.value(body), guards: [] }] : []));
  }

  /** A function with a scope of its own; `walk` walks its body and gives what it returns. */
  function(node: SyntaxNode, parameters: SyntaxNode | undefined, name: string | undefined, method: boolean, walk: () => readonly Option[]): FunctionValue {
    const scope: Scope = { kind: "function", parent: this.#builder.scope, names: new Map(), ...(name === undefined ? {} : { name }) };
    const made: { value?: FunctionValue } = {};
    const of = (): FunctionValue => made.value as FunctionValue;
    const listed = parameters ? this.#parameters(parameters, method, of) : [];
    let returns: readonly Option[] = [];
    this.#builder.inScope(scope, () => {
      for (const parameter of listed) this.#builder.define(parameter.name, parameter, parameter.span);
      returns = walk();
    });
    const value: FunctionValue = { kind: "function", ...(name === undefined ? {} : { name }), parameters: listed, returns, scope, span: this.span(node) };
    made.value = value;
    return this.#builder.note(value);
  }

  #parameters(node: SyntaxNode, method: boolean, of: () => FunctionValue): readonly Parameter[] {
    const found: Parameter[] = [];
    const parts = children(node);
    parts.forEach((part, index) => {
      const before = parts[index - 1];
      if (part.name !== "VariableName" || before?.name === "AssignOp") return;
      const typeNode = parts[index + 1]?.name === "TypeDef" ? parts[index + 1] : undefined;
      const equals = parts[index + (typeNode ? 2 : 1)];
      const defaultNode = equals?.name === "AssignOp" ? parts[index + (typeNode ? 3 : 2)] : undefined;
      const type = typeNode && children(typeNode).find(isExpression);
      found.push({
        kind: "parameter",
        name: this.text(part),
        index: method ? found.length - 1 : found.length,
        ...(before?.name === "*" ? { rest: "list" as const } : before?.name === "**" ? { rest: "record" as const } : {}),
        ...(defaultNode ? { default: this.value(defaultNode) } : {}),
        ...(type ? { type: this.value(type) } : {}),
        of,
        span: this.span(part),
      });
    });
    return found;
  }
}

/** The direct children, comments left out. */
export function children(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name !== "Comment") found.push(child);
  return found;
}

function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return children(node).filter(isExpression);
}

/** Nodes that have a value: operators, keywords and punctuation are written in lower case or signs, and some nodes carry none. */
export function isExpression(node: SyntaxNode): boolean {
  return /^[A-Z]/.test(node.name) && !notValues.has(node.name);
}

const notValues = new Set(["AssignOp", "UpdateOp", "CompareOp", "ArithOp", "BitOp", "ArgList", "ParamList", "TypeDef", "PropertyName", "Comment", "Body", "At", "FormatConversion", "FormatSpec", "Decorator"]);
