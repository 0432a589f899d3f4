import { afterwards, ifStatement, switchStatement, tryStatement } from "./branches.ts";
import { defineClass, defineFunction, enumDeclaration, variables } from "./declarations.ts";
import { exportAll, exportAssignment, exportDefault, exportNamed, importDeclaration, importEquals, namespaceDeclaration } from "./modules.ts";
import { childrenOf, type Node, type TSESTree } from "./tree.ts";
import type { Value } from "../../types/value.ts";
import { opaque, refuse, type Readers, type Walk } from "./walk.ts";

const readers: Readers<void> = {
  VariableDeclaration: variables,
  FunctionDeclaration: defineFunction,
  TSDeclareFunction: defineFunction,
  ClassDeclaration: defineClass,
  IfStatement: ifStatement,
  SwitchStatement: switchStatement,
  TryStatement: tryStatement,
  ReturnStatement: returned,
  ThrowStatement: thrown,
  BlockStatement: (walk, node) => { walk.block(node.body); },
  ForStatement: (walk, node) => { loop(walk, [node.init, node.test, node.update], node.body); },
  ForInStatement: (walk, node) => { each(walk, node); },
  ForOfStatement: (walk, node) => { each(walk, node); },
  WhileStatement: (walk, node) => { loop(walk, [node.test], node.body); },
  DoWhileStatement: (walk, node) => { loop(walk, [node.test], node.body); },
  WithStatement: (walk, node) => { loop(walk, [node.object], node.body); },
  LabeledStatement: (walk, node) => { loop(walk, [], node.body); },
  ExpressionStatement: (walk, node) => { walk.value(node.expression); },
  ImportDeclaration: importDeclaration,
  TSImportEqualsDeclaration: importEquals,
  ExportNamedDeclaration: exportNamed,
  ExportDefaultDeclaration: exportDefault,
  ExportAllDeclaration: exportAll,
  TSExportAssignment: exportAssignment,
  TSEnumDeclaration: enumDeclaration,
  TSModuleDeclaration: namespaceDeclaration,
  TSInterfaceDeclaration: () => undefined,
  TSTypeAliasDeclaration: () => undefined,
};

/** Statements one after the other; what follows `if (c) return` runs only when c does not hold. */
export function statements(walk: Walk, nodes: readonly Node[]): void {
  const outer = walk.builder.guards;
  for (const node of nodes) {
    statement(walk, node);
    walk.builder.addGuards(afterwards(walk, node));
  }
  walk.builder.guards = outer;
}

function statement(walk: Walk, node: Node): void {
  const read = readers[node.type] as ((walk: Walk, node: Node) => void) | undefined;
  if (read) read(walk, node);
  else for (const child of childrenOf(node)) walk.value(child);
}

function returned(walk: Walk, { argument }: TSESTree.ReturnStatement): void {
  if (!argument) return;
  const value = walk.value(argument);
  walk.returns?.push({ value, guards: walk.builder.guards });
}

function thrown(walk: Walk, node: TSESTree.ThrowStatement): void {
  walk.value(node.argument);
  refuse(walk, node);
}

function loop(walk: Walk, head: readonly (Node | null)[], body: Node): void {
  for (const part of head) {
    if (part?.type === "VariableDeclaration") walk.block([part]);
    else if (part) walk.value(part);
  }
  walk.block([body]);
}

/** `for (const a of b)`: the name is any item of b. `for (const a in b)`: it is a name. */
function each(walk: Walk, node: TSESTree.ForInStatement | TSESTree.ForOfStatement): void {
  const { left, right, body } = node;
  const object = walk.value(right);
  const one = (name: Node): Value => (node.type === "ForOfStatement" ? { kind: "item", object, key: opaque(name), span: object.span } : opaque(name));
  if (left.type !== "VariableDeclaration") walk.assign(left, one(left), false);
  else for (const { id } of left.declarations) walk.assign(id, one(id), true);
  walk.block([body]);
}
