import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { Secret } from "../../types/secret.ts";
import type { Argument, Choice, Entry, FunctionValue, Guard, List, Literal, Option, Parameter, Scope, Span, Test, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";

type Node = TSESTree.Node;
type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction | TSESTree.TSEmptyBodyFunctionExpression;

/** Deeper nesting than any program has: the rest is opaque, so that a hostile file cannot overflow the stack. */
const maxDepth = 250;

const tests: Readonly<{ [operator: string]: Test["op"] }> = { "==": "equal", "===": "equal", "!=": "unequal", "!==": "unequal", "<": "less", "<=": "less", ">": "more", ">=": "more", in: "in" };
const choices: Readonly<{ [operator: string]: Choice["how"] }> = { "||": "or", "??": "nullish", "||=": "or", "??=": "nullish" };

/** What expressions need of statements: a function's body, a class's body. */
export interface Bodies {
  functionBody(node: FunctionNode): readonly Option[];
  classBody(node: TSESTree.ClassExpression | TSESTree.ClassDeclaration, scope: Scope): void;
}

/** Turns expression nodes into values; each node once. */
export class Expressions {
  readonly #builder: ModuleBuilder;
  readonly #known = new Map<Node, Value>();
  #depth = 0;
  /** Set by the statements: the two walk into each other. */
  bodies: Bodies = { functionBody: () => [], classBody: () => undefined };

  constructor(builder: ModuleBuilder) {
    this.#builder = builder;
  }

  /** A node's value. Everything inside it that matching looks at is noted on the way. */
  value(node: Node): Value {
    const known = this.#known.get(node);
    if (known) return known;
    if (this.#depth >= maxDepth) return opaque(node);
    this.#depth++;
    const value = this.#convert(node);
    this.#depth--;
    this.#known.set(node, value);
    return value;
  }

  #convert(node: Node): Value {
    switch (node.type) {
      case "Literal":
        return this.#literal(node);
      case "TemplateLiteral":
        return this.#template(node);
      case "Identifier":
        return node.name === "undefined" ? { kind: "constant", value: undefined, span: spanOf(node) } : { kind: "reference", name: node.name, scope: this.#builder.scope, span: spanOf(node) };
      case "ThisExpression":
        return { kind: "reference", name: "this", scope: this.#builder.scope, span: spanOf(node) };
      case "MemberExpression":
        return this.#member(node);
      case "CallExpression":
      case "NewExpression":
        return this.#call(node);
      case "ImportExpression":
        return this.#module(node.source, node) ?? this.#walked(node);
      case "ObjectExpression":
        return this.#object(node);
      case "ArrayExpression":
        return this.#array(node);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.function(node, undefined);
      case "ClassExpression":
        return this.class(node);
      default:
        return this.#operation(node);
    }
  }

  #operation(node: Node): Value {
    switch (node.type) {
      case "LogicalExpression":
        return this.#logical(node);
      case "BinaryExpression":
        return this.#binary(node);
      case "UnaryExpression":
        return this.#unary(node);
      case "ConditionalExpression":
        return this.#conditional(node);
      case "AssignmentExpression":
        return this.#assignment(node);
      case "SequenceExpression":
        return node.expressions.map((one) => this.value(one)).at(-1) ?? opaque(node);
      case "AwaitExpression":
        return this.value(node.argument);
      case "ChainExpression":
      case "TSNonNullExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
        return this.value(node.expression);
      default:
        return this.#walked(node);
    }
  }

  /** Opaque itself, but what is inside counts. */
  #walked(node: Node): Value {
    for (const child of childrenOf(node)) {
      if (child.type === "JSXText") this.#builder.cover(spanOf(child));
      this.value(child);
    }
    return opaque(node);
  }

  #literal(node: TSESTree.Literal): Value {
    if (typeof node.value === "string") return this.text(node.value, spanOf(node));
    if ("regex" in node || "bigint" in node) return opaque(node);
    const { value } = node;
    return typeof value === "number" || typeof value === "boolean" || value === null ? { kind: "constant", value, span: spanOf(node) } : opaque(node);
  }

  /** A literal text whose token has one quote on each side. */
  text(text: string, span: Span): Literal {
    this.#builder.cover({ start: span.start + 1, end: span.end - 1 });
    return { kind: "literal", secret: new Secret(text), form: "text", span };
  }

  #template(node: TSESTree.TemplateLiteral): Value {
    const [only] = node.quasis;
    if (only && node.quasis.length === 1) return this.text(only.value.cooked ?? only.value.raw, spanOf(node));
    const operands: Value[] = [];
    node.quasis.forEach((quasi, index) => {
      const span = spanOf(quasi);
      this.#builder.cover({ start: span.start + 1, end: span.end - 1 });
      if (quasi.value.raw !== "") operands.push({ kind: "literal", secret: new Secret(quasi.value.cooked ?? quasi.value.raw), form: "text", span });
      const hole = node.expressions[index];
      if (hole) operands.push(this.value(hole));
    });
    return { kind: "derived", by: "concat", operands, span: spanOf(node) };
  }

  #member(node: TSESTree.MemberExpression): Value {
    const object = this.value(node.object);
    const name = node.computed ? this.#name(node.property) : node.property.type === "Identifier" || node.property.type === "PrivateIdentifier" ? node.property.name : undefined;
    if (node.computed) this.value(node.property);
    return name === undefined ? opaque(node) : { kind: "member", object, name, span: spanOf(node) };
  }

  /** A key that is known as it stands: a name, a text, a number. */
  #name(node: Node): string | undefined {
    if (node.type === "Literal" && (typeof node.value === "string" || typeof node.value === "number")) return String(node.value).slice(0, 200);
    if (node.type === "TemplateLiteral" && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? undefined;
    return undefined;
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
    const { callee } = node;
    if (node.type === "CallExpression" && callee.type === "Identifier" && callee.name === "require" && node.arguments.length === 1 && node.arguments[0]) {
      const module = this.#module(node.arguments[0], node);
      if (module) return module;
    }
    const args = node.arguments.map((argument): Argument => (argument.type === "SpreadElement" ? { value: this.value(argument.argument), spread: "list" } : { value: this.value(argument) }));
    return this.#builder.note({ kind: "call", callee: this.value(callee), args, span: spanOf(node) });
  }

  #module(source: Node, node: Node): Value | undefined {
    const from = this.#name(source);
    if (from === undefined) return undefined;
    this.value(source);
    this.#builder.import(from, spanOf(node));
    return { kind: "import", from, name: undefined, span: spanOf(node) };
  }

  #object(node: TSESTree.ObjectExpression): Value {
    const entries = node.properties.flatMap((property): readonly Entry[] => {
      if (property.type === "SpreadElement") return [{ name: undefined, value: this.value(property.argument), span: spanOf(property) }];
      const name = property.computed ? this.#name(property.key) : this.propertyName(property.key);
      if (property.computed || property.key.type === "Literal") this.value(property.key);
      const made = this.value(property.value);
      const value = property.kind === "get" && made.kind === "function" && made.returns.length === 1 && made.returns[0] ? made.returns[0].value : made;
      return name === undefined ? [] : [{ name, value, span: spanOf(property.key) }];
    });
    return this.#builder.note({ kind: "record", entries, span: spanOf(node) });
  }

  /** A property's name as written: an identifier, a text, a number. */
  propertyName(key: Node): string | undefined {
    return key.type === "Identifier" || key.type === "PrivateIdentifier" ? key.name : this.#name(key);
  }

  #array(node: TSESTree.ArrayExpression): Value {
    const items = node.elements.map((element): List["items"][number] => {
      if (element === null) return { value: { kind: "constant", value: undefined, span: spanOf(node) }, spread: false };
      return element.type === "SpreadElement" ? { value: this.value(element.argument), spread: true } : { value: this.value(element), spread: false };
    });
    return { kind: "list", items, span: spanOf(node) };
  }

  #logical(node: TSESTree.LogicalExpression): Value {
    const operands = chain(node, "LogicalExpression");
    if (node.operator === "&&") {
      const values: Value[] = [];
      let guards: readonly Guard[] = [];
      for (const operand of operands) {
        const value = this.#under(guards, () => this.value(operand));
        values.push(value);
        guards = [...guards.slice(-8), { kind: "if", test: value, holds: true }];
      }
      return { kind: "test", op: "and", operands: values, span: spanOf(node) };
    }
    const options = operands.map((operand) => ({ value: this.value(operand), guards: [] }));
    return this.#builder.note({ kind: "choice", how: choices[node.operator] ?? "or", options, span: spanOf(node) });
  }

  #under<V>(guards: readonly Guard[], make: () => V): V {
    const [first, ...rest] = guards;
    if (!first) return make();
    const made: V[] = [];
    this.#builder.guarded(first, () => made.push(this.#under(rest, make)));
    return made[0] as V;
  }

  #binary(node: TSESTree.BinaryExpression): Value {
    const operands = (node.operator === "+" ? chain(node, "BinaryExpression") : [node.left, node.right]).map((operand) => this.value(operand));
    const op = tests[node.operator];
    if (op) return { kind: "test", op, operands, span: spanOf(node) };
    return node.operator === "+" ? { kind: "derived", by: "concat", operands, span: spanOf(node) } : opaque(node);
  }

  #unary(node: TSESTree.UnaryExpression): Value {
    const operand = this.value(node.argument);
    if (node.operator === "!") return { kind: "test", op: "not", operands: [operand], span: spanOf(node) };
    return node.operator === "void" ? { kind: "constant", value: undefined, span: spanOf(node) } : opaque(node);
  }

  #conditional(node: TSESTree.ConditionalExpression): Value {
    const test = this.value(node.test);
    const option = (value: Node, holds: boolean): Option => ({ value: this.value(value), guards: [{ kind: "if", test, holds }] });
    return this.#builder.note({ kind: "choice", how: "condition", options: [option(node.consequent, true), option(node.alternate, false)], span: spanOf(node) });
  }

  #assignment(node: TSESTree.AssignmentExpression): Value {
    const value = this.value(node.right);
    const how = choices[node.operator];
    const target = how ? this.value(node.left) : undefined;
    const whole = how && target ? this.#builder.note({ kind: "choice" as const, how, options: [{ value: target, guards: [] }, { value, guards: [] }], span: spanOf(node) }) : value;
    if (node.operator === "=" || how) this.bind(node.left, whole);
    else this.value(node.left);
    return whole;
  }

  /** Binds a pattern (a name, a member, a destructuring) to a value, part by part. */
  bind(pattern: Node, value: Value, declared = false): void {
    switch (pattern.type) {
      case "AssignmentPattern": {
        const options = [value, this.value(pattern.right)].map((one) => ({ value: one, guards: [] }));
        return this.bind(pattern.left, this.#builder.note({ kind: "choice", how: "default", options, span: spanOf(pattern) }), declared);
      }
      case "ObjectPattern":
        return pattern.properties.forEach((property) => {
          if (property.type === "RestElement") return this.bind(property.argument, value, declared);
          const name = property.computed ? this.#name(property.key) : this.propertyName(property.key);
          const part: Value = name === undefined ? opaque(property) : { kind: "member", object: value, name, span: spanOf(property.key) };
          this.bind(property.value, part, declared);
        });
      case "ArrayPattern":
        return pattern.elements.forEach((element, index) => {
          if (element) this.bind(element, element.type === "RestElement" ? opaque(element) : itemOf(value, index), declared);
        });
      case "RestElement":
        return this.bind(pattern.argument, opaque(pattern), declared);
      case "TSAsExpression":
      case "TSNonNullExpression":
        return this.bind(pattern.expression, value, declared);
      default:
        return this.#bindPlace(pattern, value, declared);
    }
  }

  #bindPlace(pattern: Node, value: Value, declared: boolean): void {
    const place = this.value(pattern);
    if (place.kind === "reference") {
      const scope = declared ? this.#builder.scope : (scopeOfName(this.#builder.scope, place.name) ?? this.#builder.top);
      this.#builder.define(place.name, value, place.span, scope);
    }
    if (place.kind === "member" && place.object.kind === "reference" && place.object.name === "this") {
      const owner = classOf(this.#builder.scope);
      if (owner) this.#builder.define(place.name, value, place.span, owner);
    }
    if (place.kind === "member") this.#export(place, value);
    if (place.kind === "reference" || place.kind === "member") this.#builder.bind(place, value, place.span);
  }

  /** `module.exports = v`, `module.exports.x = v`, `exports.x = v`. */
  #export({ object, name, span }: Extract<Value, { kind: "member" }>, value: Value): void {
    const isModule = (one: Value): boolean => one.kind === "reference" && one.name === "module";
    const isExports = (one: Value): boolean => (one.kind === "reference" && one.name === "exports") || (one.kind === "member" && one.name === "exports" && isModule(one.object));
    if (name === "exports" && isModule(object)) this.#builder.export("=", value, span);
    else if (isExports(object)) this.#builder.export(name, value, span);
  }

  function(node: FunctionNode, name: string | undefined): FunctionValue {
    const scope: Scope = { kind: "function", parent: this.#builder.scope, names: new Map(), ...(name === undefined ? {} : { name }) };
    const made: { value?: FunctionValue } = {};
    const of = (): FunctionValue => made.value as FunctionValue;
    const parameters: Parameter[] = [];
    let returns: readonly Option[] = [];
    this.#builder.inScope(scope, () => {
      node.params.forEach((pattern, index) => parameters.push(this.#parameter(pattern, index, of)));
      returns = this.bodies.functionBody(node);
    });
    const value: FunctionValue = { kind: "function", ...(name === undefined ? {} : { name }), parameters, returns, scope, span: spanOf(node) };
    made.value = value;
    return this.#builder.note(value);
  }

  #parameter(pattern: TSESTree.Parameter, index: number, of: () => FunctionValue): Parameter {
    const inner = pattern.type === "TSParameterProperty" ? pattern.parameter : pattern;
    const left = inner.type === "AssignmentPattern" ? inner.left : inner;
    const annotated = left.type === "Identifier" || left.type === "ObjectPattern" ? left.typeAnnotation?.typeAnnotation : undefined;
    const type = annotated?.type === "TSTypeReference" ? this.#typeName(annotated.typeName) : undefined;
    const parameter: Parameter = {
      kind: "parameter",
      name: left.type === "Identifier" ? left.name : "",
      index,
      ...(left.type === "RestElement" ? { rest: "list" as const } : {}),
      ...(inner.type === "AssignmentPattern" ? { default: this.value(inner.right) } : {}),
      ...(type ? { type } : {}),
      of,
      span: spanOf(left),
    };
    if (left.type === "Identifier") this.#builder.define(left.name, parameter, spanOf(left));
    else this.bind(left, parameter, true);
    if (pattern.type === "TSParameterProperty" && left.type === "Identifier") {
      const owner = classOf(this.#builder.scope);
      if (owner) this.#builder.define(left.name, parameter, spanOf(left), owner);
    }
    return parameter;
  }

  #typeName(node: TSESTree.EntityName): Value | undefined {
    if (node.type === "Identifier") return this.value(node);
    if (node.type !== "TSQualifiedName") return undefined;
    const object = this.#typeName(node.left);
    return object && { kind: "member", object, name: node.right.name, span: spanOf(node) };
  }

  class(node: TSESTree.ClassExpression | TSESTree.ClassDeclaration): Value {
    const name = node.id?.name;
    const scope: Scope = { kind: "class", parent: this.#builder.scope, names: new Map(), ...(name === undefined ? {} : { name }) };
    for (const decorator of node.decorators) this.value(decorator.expression);
    const bases = node.superClass ? [this.value(node.superClass)] : [];
    this.#builder.inScope(scope, () => this.bodies.classBody(node, scope));
    return { kind: "class", ...(name === undefined ? {} : { name }), bases, scope, span: spanOf(node) };
  }
}

export function spanOf({ range: [start, end] }: Node): Span {
  return { start, end };
}

export function opaque(node: Node): Value {
  return { kind: "opaque", span: spanOf(node) };
}

/** `a + b + c` or `a || b || c` as one list of operands: the left side is walked down in a loop, however long it is. */
function chain(node: TSESTree.BinaryExpression | TSESTree.LogicalExpression, type: "BinaryExpression" | "LogicalExpression"): readonly Node[] {
  const operands: Node[] = [];
  let at: Node = node;
  while (at.type === type && (at as typeof node).operator === node.operator) {
    operands.push((at as typeof node).right);
    at = (at as typeof node).left;
  }
  operands.push(at);
  return operands.reverse();
}

function itemOf(value: Value, index: number): Value {
  const item = value.kind === "list" && value.items.every(({ spread }) => !spread) ? value.items[index]?.value : undefined;
  return item ?? { kind: "member", object: value, name: String(index), span: value.span };
}

function scopeOfName(start: Scope, name: string): Scope | undefined {
  for (let scope: Scope | undefined = start; scope; scope = scope.parent) if (scope.kind !== "class" && scope.names.has(name)) return scope;
  return undefined;
}

function classOf(start: Scope): Scope | undefined {
  for (let scope: Scope | undefined = start; scope; scope = scope.parent) if (scope.kind === "class") return scope;
  return undefined;
}

/** The nodes directly inside a node, types left out. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const [key, child] of Object.entries(node)) {
    if (key === "parent" || key === "typeAnnotation" || key === "typeArguments" || key === "typeParameters" || key === "returnType") continue;
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) found.push(one);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "range" in value;
}
