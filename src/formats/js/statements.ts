import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Guard, Option, Scope, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { childrenOf, opaque, spanOf, type Expressions } from "./expressions.ts";

type Node = TSESTree.Node;

/** Functions that throw when their first argument does not hold. */
const assertions = /^(assert|invariant|assert\.(ok|equal|strict|strictEqual|notEqual)|console\.assert)$/;

/** Walks statements: what they bind, import, export, guard and refuse. */
export class Statements {
  readonly #builder: ModuleBuilder;
  readonly #expressions: Expressions;
  #returns: Option[] = [];
  #depth = 0;

  constructor(builder: ModuleBuilder, expressions: Expressions) {
    this.#builder = builder;
    this.#expressions = expressions;
    expressions.bodies = {
      functionBody: (node) => this.#functionBody(node.body),
      classBody: (node, scope) => this.#classBody(node.body, scope),
    };
  }

  /** A list of statements; what follows `if (c) return` runs only when c does not hold. */
  block(nodes: readonly Node[]): void {
    if (this.#depth > 200) return;
    this.#depth++;
    let guards: readonly Guard[] = [];
    for (const node of nodes) {
      this.#guarded(guards, () => this.#statement(node));
      if (node.type === "IfStatement" && !node.alternate && leaves(node.consequent) && guards.length < 8) {
        guards = [...guards, { kind: "if", test: this.#expressions.value(node.test), holds: false }];
      }
    }
    this.#depth--;
  }

  #guarded(guards: readonly Guard[], walk: () => void): void {
    const [first, ...rest] = guards;
    if (first) this.#builder.guarded(first, () => this.#guarded(rest, walk));
    else walk();
  }

  #statement(node: Node): void {
    switch (node.type) {
      case "VariableDeclaration":
        return node.declarations.forEach((one) => this.#declare(one));
      case "ExpressionStatement":
        return this.#expression(node.expression);
      case "FunctionDeclaration":
      case "TSDeclareFunction":
        return void this.#function(node);
      case "ClassDeclaration":
        return void this.#class(node);
      case "IfStatement":
        return this.#if(node);
      case "SwitchStatement":
        return this.#switch(node);
      case "TryStatement":
        return this.#try(node);
      case "ReturnStatement":
        if (node.argument) this.#returns.push({ value: this.#expressions.value(node.argument), guards: this.#builder.guards });
        return;
      case "ThrowStatement":
        this.#expressions.value(node.argument);
        return this.#builder.refuse(spanOf(node));
      case "BlockStatement":
      case "Program":
      case "StaticBlock":
        return this.block(node.body);
      default:
        return this.#other(node);
    }
  }

  #other(node: Node): void {
    switch (node.type) {
      case "ImportDeclaration":
        return this.#import(node);
      case "ExportNamedDeclaration":
        return this.#exportNamed(node);
      case "ExportDefaultDeclaration":
        return this.#exportDefault(node);
      case "ExportAllDeclaration":
        return this.#exportAll(node);
      case "TSEnumDeclaration":
        return this.#enum(node);
      case "TSImportEqualsDeclaration":
        return this.#importEquals(node);
      case "TSExportAssignment":
        return this.#builder.export("=", this.#expressions.value(node.expression), spanOf(node));
      case "TSModuleDeclaration":
        return node.body ? this.#statement(node.body) : undefined;
      case "TSModuleBlock":
        return this.block(node.body);
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
        return;
      default:
        // Loops, labels and the like: their statements and expressions, in order.
        for (const child of childrenOf(node)) {
          if (/Statement$|Declaration$/.test(child.type)) this.#statement(child);
          else this.#expressions.value(child);
        }
    }
  }

  #declare(node: TSESTree.VariableDeclarator): void {
    const value: Value = node.init ? this.#named(node.id, node.init) : { kind: "constant", value: undefined, span: spanOf(node) };
    this.#expressions.bind(node.id, value, true);
  }

  /** `const f = () => …`: the function takes the name, which tells the context. */
  #named(id: Node, init: Node): Value {
    if (id.type === "Identifier" && (init.type === "ArrowFunctionExpression" || init.type === "FunctionExpression")) return this.#expressions.function(init, id.name);
    return this.#expressions.value(init);
  }

  #expression(node: TSESTree.Expression): void {
    const value = this.#expressions.value(node);
    if (value.kind !== "call") return;
    const callee = this.#builder.text.slice(value.callee.span.start, Math.min(value.callee.span.end, value.callee.span.start + 40));
    if (callee === "process.exit") this.#builder.refuse(spanOf(node));
    const test = value.args[0]?.value;
    if (test && assertions.test(callee)) this.#builder.guarded({ kind: "if", test, holds: false }, () => this.#builder.refuse(spanOf(node)));
  }

  #functionBody(body: Node | null | undefined): readonly Option[] {
    if (!body) return [];
    if (body.type !== "BlockStatement") return [{ value: this.#expressions.value(body), guards: [] }];
    const outer = this.#returns;
    this.#returns = [];
    this.block(body.body);
    const found = this.#returns;
    this.#returns = outer;
    return found;
  }

  #function(node: TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction): Value {
    const value = this.#expressions.function(node, node.id?.name);
    if (node.id) this.#builder.define(node.id.name, value, spanOf(node.id));
    return value;
  }

  #class(node: TSESTree.ClassDeclaration): Value {
    const value = this.#expressions.class(node);
    if (node.id) this.#builder.define(node.id.name, value, spanOf(node.id));
    return value;
  }

  #classBody(body: TSESTree.ClassBody, scope: Scope): void {
    for (const member of body.body) {
      if (member.type === "StaticBlock") this.block(member.body);
      if (member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") continue;
      for (const decorator of member.decorators) this.#expressions.value(decorator.expression);
      const name = member.computed ? undefined : this.#expressions.propertyName(member.key);
      const value: Value = member.type === "MethodDefinition" ? this.#expressions.function(member.value, name) : member.value ? this.#expressions.value(member.value) : opaque(member);
      if (name === undefined) continue;
      this.#builder.define(name, value, spanOf(member.key), scope);
      if (member.type === "PropertyDefinition" && member.value) this.#builder.bind({ kind: "reference", name, scope, span: spanOf(member.key) }, value, spanOf(member.key));
    }
  }

  #if(node: TSESTree.IfStatement): void {
    const test = this.#expressions.value(node.test);
    this.#builder.guarded({ kind: "if", test, holds: true }, () => this.#statement(node.consequent));
    const { alternate } = node;
    if (alternate) this.#builder.guarded({ kind: "if", test, holds: false }, () => this.#statement(alternate));
  }

  #switch(node: TSESTree.SwitchStatement): void {
    const subject = this.#expressions.value(node.discriminant);
    for (const one of node.cases) {
      const test: Value | undefined = one.test ? { kind: "test", op: "equal", operands: [subject, this.#expressions.value(one.test)], span: spanOf(one) } : undefined;
      if (test) this.#builder.guarded({ kind: "if", test, holds: true }, () => this.block(one.consequent));
      else this.block(one.consequent);
    }
  }

  #try({ block, handler, finalizer }: TSESTree.TryStatement): void {
    this.block(block.body);
    if (handler) this.#builder.guarded({ kind: "except" }, () => this.block(handler.body.body));
    if (finalizer) this.block(finalizer.body);
  }

  #import(node: TSESTree.ImportDeclaration): void {
    const from = node.source.value;
    this.#builder.import(from, spanOf(node));
    this.#builder.cover(spanOf(node.source));
    for (const specifier of node.specifiers) {
      const name = specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) : specifier.type === "ImportDefaultSpecifier" ? "default" : undefined;
      this.#builder.define(specifier.local.name, { kind: "import", from, name, span: spanOf(specifier) }, spanOf(specifier.local));
    }
  }

  #importEquals(node: TSESTree.TSImportEqualsDeclaration): void {
    if (node.moduleReference.type !== "TSExternalModuleReference" || node.moduleReference.expression.type !== "Literal") return;
    const from = String(node.moduleReference.expression.value);
    this.#builder.import(from, spanOf(node));
    this.#builder.define(node.id.name, { kind: "import", from, name: undefined, span: spanOf(node) }, spanOf(node.id));
  }

  #exportNamed(node: TSESTree.ExportNamedDeclaration): void {
    const { declaration, source } = node;
    if (declaration) {
      const before = new Map([...this.#builder.top.names].map(([name, definitions]) => [name, definitions.length]));
      this.#statement(declaration);
      for (const [name, definitions] of this.#builder.top.names) {
        for (const { value, span } of definitions.slice(before.get(name) ?? 0)) this.#builder.export(name, value, span);
      }
    }
    if (source) this.#builder.import(source.value, spanOf(node));
    for (const { local, exported } of node.specifiers) {
      const [inner, outer] = [nameOf(local), nameOf(exported)];
      const value: Value = source ? { kind: "import", from: source.value, name: inner, span: spanOf(node) } : { kind: "reference", name: inner, scope: this.#builder.top, span: { start: this.#builder.text.length, end: this.#builder.text.length } };
      this.#builder.export(outer, value, spanOf(exported));
    }
  }

  #exportDefault({ declaration }: TSESTree.ExportDefaultDeclaration): void {
    if (declaration.type === "TSInterfaceDeclaration") return;
    const value = declaration.type === "FunctionDeclaration" || declaration.type === "TSDeclareFunction" ? this.#function(declaration) : declaration.type === "ClassDeclaration" ? this.#class(declaration) : this.#expressions.value(declaration);
    this.#builder.export("default", value, spanOf(declaration));
  }

  #exportAll({ source, exported, range }: TSESTree.ExportAllDeclaration): void {
    const span = { start: range[0], end: range[1] };
    this.#builder.import(source.value, span);
    if (exported) this.#builder.export(nameOf(exported), { kind: "import", from: source.value, name: undefined, span }, span);
    else this.#builder.star(source.value);
  }

  #enum(node: TSESTree.TSEnumDeclaration): void {
    const entries = node.body.members.flatMap((member) => {
      const name = this.#expressions.propertyName(member.id);
      return name === undefined || !member.initializer ? [] : [{ name, value: this.#expressions.value(member.initializer), span: spanOf(member.id) }];
    });
    this.#builder.define(node.id.name, { kind: "record", entries, span: spanOf(node) }, spanOf(node.id));
  }
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

/** Whether a branch never goes on to the statement after it. */
function leaves(node: Node): boolean {
  if (node.type === "BlockStatement") {
    const last = node.body.at(-1);
    return last !== undefined && leaves(last);
  }
  return node.type === "ReturnStatement" || node.type === "ThrowStatement" || node.type === "ContinueStatement" || node.type === "BreakStatement";
}
