import type { Import, Value } from "../../types/value.ts";
import { moduleValue } from "./chains.ts";
import { classValue } from "./classes.ts";
import { namesOf } from "./declarations.ts";
import { functionValue, typeName } from "./functions.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { lasting, newScope, type Walk } from "./walk.ts";

/** `import a, { b as c } from "x"`, `import * as d from "x"`, `import "x"`; of types, too. */
export function importDeclaration({ builder }: Walk, node: TSESTree.ImportDeclaration): void {
  const from = textOf(node.source);
  if (from === undefined) return;
  builder.import(from, spanOf(node));
  for (const one of node.specifiers) {
    const name = one.type === "ImportSpecifier" ? nameOf(one.imported) : one.type === "ImportDefaultSpecifier" ? "default" : undefined;
    builder.define(one.local.name, { kind: "import", from, name, span: spanOf(one) }, spanOf(one.local));
  }
}

/** `import a = require("x")`, `import a = B.C`. */
export function importEquals(walk: Walk, node: TSESTree.TSImportEqualsDeclaration): void {
  const { id, moduleReference } = node;
  const value = moduleReference.type === "TSExternalModuleReference" ? moduleValue(walk, moduleReference.expression, node) : typeName(walk, moduleReference);
  if (value) walk.builder.define(id.name, value, spanOf(id));
}

/** `export const a = 1`, `export { a as b }`, `export { a } from "x"`. */
export function exportNamed(walk: Walk, node: TSESTree.ExportNamedDeclaration): void {
  const { builder } = walk;
  const { declaration, source } = node;
  if (declaration) {
    walk.block([declaration]);
    if (isFile(walk)) for (const name of namesOf(declaration)) exportName(walk, name, declaration);
  }
  const from = source ? textOf(source) : undefined;
  if (from !== undefined) builder.import(from, spanOf(node));
  if (!isFile(walk) || (source && from === undefined)) return;
  for (const { local, exported } of node.specifiers) {
    const value = from !== undefined ? imported(from, nameOf(local), node) : lasting(walk, nameOf(local), builder.top);
    builder.export(nameOf(exported), value, spanOf(exported));
  }
}

/** What a namespace or `declare module` exports is not the file's. */
function isFile({ builder }: Walk): boolean {
  return builder.scope === builder.top;
}

/** What may be assigned anew is exported by its name, all else as what it is. */
function exportName(walk: Walk, { name, range }: TSESTree.Identifier, declaration: Node): void {
  const { builder } = walk;
  const definition = builder.top.names.get(name)?.at(-1);
  const changes = declaration.type === "VariableDeclaration" && (declaration.kind === "let" || declaration.kind === "var");
  if (definition) builder.export(name, changes ? lasting(walk, name, builder.top) : definition.value, { start: range[0], end: range[1] });
}

export function exportDefault(walk: Walk, { declaration }: TSESTree.ExportDefaultDeclaration): void {
  const value = defaultValue(walk, declaration);
  if (value && isFile(walk)) walk.builder.export("default", value, spanOf(declaration));
}

/** A function or a class with a name is defined under it, too. */
function defaultValue(walk: Walk, node: TSESTree.DefaultExportDeclarations): Value | undefined {
  const [name] = namesOf(node).filter(() => node.type !== "Identifier");
  if (name) {
    walk.block([node]);
    return walk.builder.scope.names.get(name.name)?.at(-1)?.value;
  }
  switch (node.type) {
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return functionValue(walk, node, undefined);
    case "ClassDeclaration":
      return classValue(walk, node, undefined);
    case "TSInterfaceDeclaration":
      return undefined;
    default:
      return walk.value(node);
  }
}

/** `export * from "x"`, `export * as a from "x"`. */
export function exportAll(walk: Walk, node: TSESTree.ExportAllDeclaration): void {
  const { builder } = walk;
  const from = textOf(node.source);
  if (from === undefined) return;
  builder.import(from, spanOf(node));
  if (!isFile(walk)) return;
  if (node.exported) builder.export(nameOf(node.exported), imported(from, undefined, node), spanOf(node));
  else builder.star(from);
}

/** `export = v`. */
export function exportAssignment(walk: Walk, node: TSESTree.TSExportAssignment): void {
  const value = walk.value(node.expression);
  if (isFile(walk)) walk.builder.export("=", value, spanOf(node));
}

/** `namespace A { … }` has names of its own; those that it exports are A's entries. `declare module "x"` says only types. */
export function namespaceDeclaration(walk: Walk, { id, body, range }: TSESTree.TSModuleDeclaration): void {
  if (!body) return;
  const name = id.type === "Identifier" ? id.name : undefined;
  const scope = newScope(walk, "function", name);
  walk.builder.inScope(scope, () => { walk.block(body.body); });
  if (name === undefined) return;
  const entries = body.body.flatMap((node) => (node.type === "ExportNamedDeclaration" && node.declaration ? namesOf(node.declaration) : []));
  const record: Value = {
    kind: "record",
    entries: entries.map((entry) => ({ name: entry.name, value: lasting(walk, entry.name, scope), span: spanOf(entry) })),
    span: { start: range[0], end: range[1] },
  };
  walk.builder.define(name, record, spanOf(id));
}

function imported(from: string, name: string | undefined, node: Node): Import {
  return { kind: "import", from, name, span: spanOf(node) };
}

/** Where something is imported from. The parser takes any expression there, whatever its types say. */
function textOf({ value }: { readonly value: unknown }): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}
