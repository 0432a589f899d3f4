import type { SyntaxNode } from "@lezer/common";
import type { Guard, Option, Parameter, Scope, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { children, isExpression, type Expressions } from "./expressions.ts";
import { stringToken } from "./strings.ts";

/** Calls that end the program. */
const exits = new Set(["exit", "quit", "sys.exit", "os._exit", "abort"]);

/** Walks statements: what they bind, import, define, guard and refuse. */
export class Statements {
  readonly #builder: ModuleBuilder;
  readonly #expressions: Expressions;
  /** Names that a function has declared global. */
  #globals = new Set<string>();
  #returns: Option[] = [];
  /** Nested blocks so far; deeper ones than any program has are left out. */
  #depth = 0;

  constructor(builder: ModuleBuilder, expressions: Expressions) {
    this.#builder = builder;
    this.#expressions = expressions;
  }

  /** The statements of a script or body; the first string of one is its docstring. */
  block(node: SyntaxNode, documented: boolean): void {
    if (this.#depth > 120) return;
    this.#depth++;
    let first = documented;
    for (const child of children(node)) {
      if (!/^[A-Z]/.test(child.name)) continue;
      if (first && this.#docstring(child)) continue;
      first = false;
      this.#statement(child);
    }
    this.#depth--;
  }

  #docstring(node: SyntaxNode): boolean {
    const text = node.name === "ExpressionStatement" ? node.firstChild : null;
    if (!text || (text.name !== "String" && text.name !== "ContinuedString") || text.nextSibling) return false;
    const token = this.#expressions.text(text);
    const { start, end } = stringToken(token);
    this.#builder.comment(token.slice(start, end), { start: text.from + start, end: text.from + end });
    return true;
  }

  #statement(node: SyntaxNode): void {
    switch (node.name) {
      case "AssignStatement":
        return this.#assign(node);
      case "UpdateStatement":
        return this.#update(node);
      case "ImportStatement":
        return this.#import(node);
      case "FunctionDefinition":
        return this.#function(node);
      case "ClassDefinition":
        return this.#class(node);
      case "DecoratedStatement":
        return this.#decorated(node);
      case "IfStatement":
      case "WhileStatement":
        return this.#conditional(node);
      case "TryStatement":
        return this.#try(node);
      case "WithStatement":
      case "ForStatement":
        return this.#bound(node);
      case "ReturnStatement":
        return this.#return(node);
      case "RaiseStatement":
        this.#walk(node);
        return this.#builder.refuse(span(node));
      case "AssertStatement":
        return this.#assert(node);
      case "ScopeStatement":
        return this.#scope(node);
      case "ExpressionStatement":
        return this.#expression(node);
      case "StatementGroup":
        return this.block(node, false);
      default:
        return this.#walk(node);
    }
  }

  /** Values and bodies of statements that have no meaning of their own here. */
  #walk(node: SyntaxNode): void {
    for (const child of children(node)) {
      if (child.name === "Body") this.block(child, false);
      else if (/Statement$|Definition$/.test(child.name)) this.#statement(child);
      else if (isExpression(child)) this.#expressions.value(child);
    }
  }

  #expression(node: SyntaxNode): void {
    for (const child of children(node)) {
      if (!isExpression(child)) continue;
      const value = this.#expressions.value(child);
      const callee = value.kind === "call" ? value.callee : undefined;
      if (callee && exits.has(this.#builder.text.slice(callee.span.start, Math.min(callee.span.end, callee.span.start + 20)))) this.#builder.refuse(span(node));
    }
  }

  /** `a = b = v`, `a, b = v`, `x: T = v`: groups of targets between the equal signs, the value last. */
  #assign(node: SyntaxNode): void {
    const groups: SyntaxNode[][] = [[]];
    for (const child of children(node)) {
      if (child.name === "AssignOp") groups.push([]);
      else if (child.name === "TypeDef") for (const part of children(child)) { if (isExpression(part)) this.#expressions.value(part); }
      else if (isExpression(child)) groups.at(-1)?.push(child);
    }
    if (groups.length < 2) return this.#walk(node);
    const sources = groups.pop() ?? [];
    const values = sources.map((source) => this.#expressions.value(source));
    const [only] = values;
    const value: Value | undefined = values.length > 1 ? { kind: "list", items: values.map((one) => ({ value: one, spread: false })), span: { start: values[0]?.span.start ?? node.from, end: node.to } } : only;
    if (!value) return;
    for (const targets of groups) {
      const [target] = targets;
      if (targets.length === 1 && target) this.#bind(target, value);
      else targets.forEach((one, index) => this.#bind(one, partOf(value, index)));
    }
  }

  #bind(target: SyntaxNode, value: Value): void {
    if (/^(Tuple|Array|Parenthesized)Expression$/.test(target.name)) {
      const inner = children(target).filter(isExpression);
      const single = target.name === "ParenthesizedExpression";
      return inner.forEach((one, index) => this.#bind(one, single ? value : partOf(value, index)));
    }
    const place = this.#expressions.value(target);
    if (place.kind === "reference") {
      const scope = this.#globals.has(place.name) ? this.#builder.top : this.#builder.scope;
      this.#builder.define(place.name, value, place.span, scope);
    }
    if (place.kind === "member" && place.object.kind === "reference") this.#field(place.object.name, place.name, value, place.span);
    if (place.kind === "reference" || place.kind === "member") this.#builder.bind(place, value, place.span);
  }

  /** `self.x = v` in a method is a field of its class. */
  #field(receiver: string, name: string, value: Value, at: Span): void {
    const { scope } = this.#builder;
    const isSelf = scope.names.get(receiver)?.some((definition) => definition.value.kind === "parameter" && (definition.value as Parameter).index < 0);
    if (isSelf && scope.parent?.kind === "class") this.#builder.define(name, value, at, scope.parent);
  }

  #update(node: SyntaxNode): void {
    const [target, source] = children(node).filter(isExpression);
    if (!target || !source) return this.#walk(node);
    const value = this.#expressions.value(source);
    const before = this.#expressions.value(target);
    const operator = children(node).find(({ name }) => name === "UpdateOp");
    if (operator && this.#expressions.text(operator) === "+=") this.#bind(target, { kind: "derived", by: "concat", operands: [before, value], span: span(node) });
  }

  #import(node: SyntaxNode): void {
    const parts = children(node);
    const from = parts[0]?.name === "from";
    const at = parts.findIndex(({ name }) => name === "import");
    const module = from ? parts.slice(1, at).map((part) => (part.name === "VariableName" || part.name === "." ? this.#expressions.text(part) : this.#expressions.text(part))).join("") : "";
    if (from) this.#builder.import(module, span(node));
    for (const group of split(parts.slice(at + 1).filter(({ name }) => name !== "(" && name !== ")"))) {
      const alias = group.findIndex(({ name }) => name === "as");
      const path = group.slice(0, alias < 0 ? undefined : alias).map((part) => this.#expressions.text(part)).join("");
      const nameNode = alias < 0 ? group[0] : group[alias + 1];
      if (!nameNode || path === "") continue;
      const local = this.#expressions.text(nameNode);
      if (from && path === "*") this.#builder.star(module);
      else if (from) this.#builder.define(local, { kind: "import", from: module, name: path, span: span(nameNode) }, span(nameNode));
      else {
        this.#builder.import(path, span(node));
        const whole = alias < 0 ? (path.split(".")[0] ?? path) : path;
        this.#builder.define(local, { kind: "import", from: whole, name: undefined, span: span(nameNode) }, span(nameNode));
      }
    }
  }

  #function(node: SyntaxNode): void {
    const parts = children(node);
    const nameNode = parts.find(({ name }) => name === "VariableName");
    const body = parts.find(({ name }) => name === "Body");
    const name = nameNode && this.#expressions.text(nameNode);
    const method = this.#builder.scope.kind === "class" && !this.#isStatic(node);
    const outer = { globals: this.#globals, returns: this.#returns };
    const value = this.#expressions.function(node, parts.find((part) => part.name === "ParamList"), name, method, () => {
      this.#globals = new Set();
      this.#returns = [];
      if (body) this.block(body, true);
      return this.#returns;
    });
    this.#globals = outer.globals;
    this.#returns = outer.returns;
    if (name !== undefined && nameNode) this.#builder.define(name, value, span(nameNode));
  }

  #isStatic(node: SyntaxNode): boolean {
    const parent = node.parent;
    return parent?.name === "DecoratedStatement" && children(parent).some((child) => child.name === "Decorator" && this.#expressions.text(child).startsWith("@staticmethod"));
  }

  #class(node: SyntaxNode): void {
    const parts = children(node);
    const nameNode = parts.find(({ name }) => name === "VariableName");
    const list = parts.find(({ name }) => name === "ArgList");
    const body = parts.find(({ name }) => name === "Body");
    const name = nameNode && this.#expressions.text(nameNode);
    const bases = list ? this.#expressions.arguments(list).flatMap((arg) => (arg.name === undefined && !arg.spread ? [arg.value] : [])) : [];
    const scope: Scope = { kind: "class", parent: this.#builder.scope, names: new Map(), ...(name === undefined ? {} : { name }) };
    if (name !== undefined && nameNode) this.#builder.define(name, { kind: "class", name, bases, scope, span: span(node) }, span(nameNode));
    this.#builder.inScope(scope, () => body && this.block(body, true));
  }

  #decorated(node: SyntaxNode): void {
    for (const child of children(node)) {
      if (child.name === "Decorator") this.#decorator(child);
      else this.#statement(child);
    }
  }

  /** A decorator is written as parts, not as one expression: its arguments are what counts here. */
  #decorator(node: SyntaxNode): void {
    for (const child of children(node)) if (child.name === "ArgList") this.#expressions.arguments(child);
  }

  /** `if`, `elif`, `else`: each body under its own test and the failed tests before it. */
  #conditional(node: SyntaxNode): void {
    let guards: Guard[] = [];
    let failed: Guard[] = [];
    for (const child of children(node)) {
      if (child.name === "else") guards = failed;
      else if (child.name === "Body") this.#guarded(guards, () => this.block(child, false));
      else if (isExpression(child)) {
        const test = this.#expressions.value(child);
        guards = [...failed, { kind: "if", test, holds: true }];
        failed = [...failed, { kind: "if", test, holds: false }];
      }
    }
  }

  #guarded(guards: readonly Guard[], walk: () => void): void {
    const [first, ...rest] = guards;
    if (first) this.#builder.guarded(first, () => this.#guarded(rest, walk));
    else walk();
  }

  #try(node: SyntaxNode): void {
    let handler = false;
    for (const child of children(node)) {
      if (child.name === "except") handler = true;
      else if (child.name === "else" || child.name === "finally") handler = false;
      else if (child.name === "Body") this.#guarded(handler ? [{ kind: "except" }] : [], () => this.block(child, false));
      else if (isExpression(child) && handler) this.#expressions.value(child);
    }
  }

  /** `with open() as f`, `for x in xs`: the names are bound to something that is not followed. */
  #bound(node: SyntaxNode): void {
    const parts = children(node);
    const loop = node.name === "ForStatement";
    let target = loop;
    for (const child of parts) {
      if (child.name === "as") target = true;
      else if (child.name === "in") target = false;
      else if (child.name === "Body") this.block(child, false);
      else if (isExpression(child)) {
        if (target && child.name === "VariableName") this.#builder.define(this.#expressions.text(child), { kind: "opaque", span: span(child) }, span(child));
        else this.#expressions.value(child);
        target = loop && target;
      }
    }
  }

  #return(node: SyntaxNode): void {
    const values = children(node).filter(isExpression).map((child) => this.#expressions.value(child));
    const [only] = values;
    if (!only) return;
    const value: Value = values.length === 1 ? only : { kind: "list", items: values.map((one) => ({ value: one, spread: false })), span: span(node) };
    this.#returns.push({ value, guards: this.#builder.guards });
  }

  #assert(node: SyntaxNode): void {
    const [first, ...rest] = children(node).filter(isExpression);
    if (!first) return;
    const test = this.#expressions.value(first);
    for (const one of rest) this.#expressions.value(one);
    this.#builder.guarded({ kind: "if", test, holds: false }, () => this.#builder.refuse(span(node)));
  }

  #scope(node: SyntaxNode): void {
    if (node.firstChild?.name !== "global") return;
    for (const child of children(node)) if (child.name === "VariableName") this.#globals.add(this.#expressions.text(child));
  }
}

function span(node: SyntaxNode): Span {
  return { start: node.from, end: node.to };
}

/** One part of a value that is taken apart. */
function partOf(value: Value, index: number): Value {
  const item = value.kind === "list" && value.items.every(({ spread }) => !spread) ? value.items[index]?.value : undefined;
  return item ?? { kind: "member", object: value, name: String(index), span: value.span };
}

function split(parts: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of parts) {
    if (part.name === ",") groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups;
}
