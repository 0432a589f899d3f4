import { Secret } from "../../types/secret.ts";
import type { Literal, Span, Value } from "../../types/value.ts";
import { insideOf } from "./covers.ts";
import { spanOf, type Node, type TSESTree } from "./tree.ts";
import { opaque, reference, type Walk } from "./walk.ts";

/** A text, a number, a truth value or null. Patterns and big numbers are not followed. */
export function literalValue(_walk: Walk, node: TSESTree.Literal): Value {
  if (typeof node.value === "string") return textValue(node.value, spanOf(node));
  if ("regex" in node || "bigint" in node) return opaque(node);
  const { value } = node;
  return typeof value === "number" || typeof value === "boolean" || value === null ? { kind: "constant", value, span: spanOf(node) } : opaque(node);
}

export function identifierValue(walk: Walk, node: TSESTree.Identifier): Value {
  return node.name === "undefined" ? { kind: "constant", value: undefined, span: spanOf(node) } : reference(walk, node.name, node);
}

/** A template without holes is a text. */
export function templateValue(walk: Walk, node: TSESTree.TemplateLiteral, raw = false, span = spanOf(node)): Value {
  const [only] = node.quasis;
  if (only && node.quasis.length === 1) return textValue(pieceText(only, raw), span);
  const operands: Value[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    const text = pieceText(quasi, raw);
    if (text !== "") operands.push(textValue(text, insideOf(quasi)));
    const hole = node.expressions[index];
    if (hole) operands.push(walk.value(hole));
  }
  return { kind: "derived", by: "concat", operands, span };
}

/** `String.raw` keeps the text as written; what other tags make of it is not known. */
export function taggedValue(walk: Walk, node: TSESTree.TaggedTemplateExpression): Value {
  const tag = walk.value(node.tag);
  const raw = tag.kind === "member" && tag.name === "raw" && tag.object.kind === "reference" && tag.object.name === "String";
  const value = templateValue(walk, node.quasi, raw, spanOf(node));
  return raw ? value : opaque(node);
}

function pieceText({ value }: TSESTree.TemplateElement, raw: boolean): string {
  return raw ? value.raw : (value.cooked ?? value.raw);
}

function textValue(text: string, span: Span): Literal {
  return { kind: "literal", secret: new Secret(text), form: "text", span };
}

/** A property's key as far as it is known from the file: a name, a text, a number. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (key.type === "Identifier") return computed ? undefined : key.name;
  if (key.type === "PrivateIdentifier") return key.name;
  if (key.type === "Literal") return typeof key.value === "string" || typeof key.value === "number" ? shortName(String(key.value)) : undefined;
  if (key.type !== "TemplateLiteral") return undefined;
  const [only] = key.quasis;
  return only && key.quasis.length === 1 ? shortName(pieceText(only, false)) : undefined;
}

/** A text that is no name any more is no key either. */
function shortName(text: string): string | undefined {
  return text.length <= 200 ? text : undefined;
}
