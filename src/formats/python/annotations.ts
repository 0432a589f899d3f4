import type { Value } from "../../types/value.ts";
import { decodeLiteral, stringToken } from "./literals.ts";
import type { Node } from "./tree.ts";
import { spanOf, written, type Walk } from "./walk.ts";

/** The class that an annotation names: `Flask`, `"flask.Flask"`, `Optional[Flask]`, `Flask | None`, `Annotated[Flask, …]`. */
export function annotation(walk: Walk, definition: Node | undefined): Value | undefined {
  const node = annotated(definition);
  if (node === undefined) return undefined;
  walk.value(node);
  const named = namedIn(walk, node);
  const value = named.name === "String" ? quoted(walk, named) : walk.value(named);
  return value?.kind === "reference" || value?.kind === "member" ? value : undefined;
}

/** What `Annotated[T, …]` holds besides the type. */
export function annotationNotes(walk: Walk, definition: Node | undefined): readonly Value[] {
  const node = annotated(definition);
  const [first, mark, , ...rest] = node?.children ?? [];
  if (node?.name !== "MemberExpression" || mark?.name !== "[" || !first || !/(^|\.)Annotated$/.test(written(walk, first))) return [];
  return rest.filter(({ name }) => name !== "," && name !== "]").map((part) => walk.value(part));
}

function annotated(definition: Node | undefined): Node | undefined {
  return definition?.children.find(({ name }) => name !== ":");
}

function namedIn(walk: Walk, node: Node): Node {
  const [first, mark, inner] = node.children;
  if (node.name === "MemberExpression" && mark?.name === "[" && first && inner) {
    return /(^|\.)(Optional|Annotated)$/.test(written(walk, first)) ? inner : node;
  }
  if (node.name === "BinaryExpression" && mark?.name === "BitOp" && first && inner) {
    return inner.name === "None" ? first : first.name === "None" ? inner : node;
  }
  return node;
}

/** An annotation in quotes, because the class is not there yet. */
function quoted(walk: Walk, node: Node): Value | undefined {
  const token = stringToken(walk.text, node);
  const text = decodeLiteral(written(walk, token.inner), token);
  if (text.length > 100 || !/^[\w.]+$/.test(text)) return undefined;
  const [head = "", ...rest] = text.split(".");
  const span = spanOf(node);
  const start: Value = { kind: "reference", name: head, scope: walk.builder.scope, span };
  return rest.reduce<Value>((object, name) => ({ kind: "member", object, name, span }), start);
}
