import { classValue } from "./classes.ts";
import { functionValue } from "./functions.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { opaque, type Walk } from "./walk.ts";

/**
 * `const a = 1, { b } = c`. A name without a value is defined but not bound; one that only tells a type is unknown. `var a` changes
 * nothing when there is an `a`.
 */
export function variables(walk: Walk, node: TSESTree.VariableDeclaration): void {
  const { builder } = walk;
  for (const { id, init, range } of node.declarations) {
    if (init) walk.assign(id, walk.named(init, id.type === "Identifier" ? id.name : undefined), true);
    else if (id.type !== "Identifier") walk.assign(id, opaque(id), true);
    else if (!builder.scope.names.has(id.name)) builder.define(id.name, node.declare ? opaque(id) : { kind: "constant", value: undefined, span: { start: range[0], end: range[1] } }, spanOf(id));
  }
}

/** Known by its name before its body is walked, as the body may use it. */
export function defineFunction(walk: Walk, node: TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction): void {
  const { id } = node;
  functionValue(walk, node, undefined, (value) => { if (id) walk.builder.define(id.name, value, spanOf(id)); });
}

export function defineClass(walk: Walk, node: TSESTree.ClassDeclaration): void {
  const { id } = node;
  classValue(walk, node, undefined, (value) => { if (id) walk.builder.define(id.name, value, spanOf(id)); });
}

/** `enum A { B = "b" }` is a mapping. What has no value of its own is counted by the language, and is not followed. */
export function enumDeclaration(walk: Walk, node: TSESTree.TSEnumDeclaration): void {
  const entries = node.body.members.flatMap(({ id, initializer, range }) => {
    const name = id.type === "Identifier" ? id.name : typeof id.value === "string" ? id.value : undefined;
    const span = { start: range[0], end: range[1] };
    return name === undefined ? [] : [{ name, value: initializer ? walk.value(initializer) : { kind: "opaque" as const, span }, span: spanOf(id) }];
  });
  walk.builder.define(node.id.name, { kind: "record", entries, span: spanOf(node) }, spanOf(node.id));
}

/** The names that a declaration makes. */
export function namesOf(declaration: Node): readonly TSESTree.Identifier[] {
  const names: TSESTree.Identifier[] = [];
  const open: (Node | null | undefined)[] = [declaration];
  while (open.length > 0) {
    const node = open.pop();
    if (node?.type === "Identifier") names.push(node);
    else if (node) for (const part of partsOf(node).toReversed()) open.push(part);
  }
  return names;
}

/** The nodes inside a declaration or a pattern that can make names. */
function partsOf(node: Node): readonly (Node | null | undefined)[] {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.map(({ id }) => id);
    case "ObjectPattern":
      return node.properties.map((property) => (property.type === "Property" ? property.value : property.argument));
    case "ArrayPattern":
      return node.elements;
    case "AssignmentPattern":
      return [node.left];
    case "RestElement":
      return [node.argument];
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
    case "TSImportEqualsDeclaration":
      return [node.id?.type === "Identifier" ? node.id : undefined];
    default:
      return [];
  }
}
