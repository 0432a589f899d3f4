import { Secret } from "../../types/secret.ts";
import type { Derived, Literal, Span, Value } from "../../types/value.ts";
import { decodeLiteral, stringToken } from "./literals.ts";
import type { Node } from "./tree.ts";
import { grouped } from "./tree.ts";
import { opaque, spanOf, written, type Walk } from "./walk.ts";

/** A piece of a text: constant, or a hole with a value. */
type Piece = { readonly text: string; readonly token: Node } | { readonly hole: Value };

/** `"a"`, `b"a"`, `"a" "b"`: a literal. `f"{a}b"`: a concatenation. */
export function stringValue(walk: Walk, node: Node): Value {
  const parts = partsOf(node);
  const [first] = parts;
  if (first === undefined) return opaque(node);
  const { form } = stringToken(walk.text, first);
  const pieces = merged(parts.flatMap((part) => piecesOf(walk, part)));
  const literal = (text: string, token: Span): Literal => ({ kind: "literal", secret: new Secret(text), form, span: spanOf(token) });
  if (pieces.every((piece) => "text" in piece)) return literal(pieces.map(({ text }) => text).join(""), first);
  const operands = pieces.map((piece) => ("hole" in piece ? piece.hole : literal(piece.text, piece.token)));
  return { kind: "derived", by: "concat", operands, span: spanOf(node) };
}

/** The text of a string that is used as a name: a key of a dict, a subscript. Undefined for other expressions and for long texts. */
export function nameText(walk: Walk, node: Node): string | undefined {
  if (!isPlainString(node)) return undefined;
  const text = partsOf(node).flatMap((part) => piecesOf(walk, part)).map((piece) => ("text" in piece ? piece.text : "")).join("");
  return text.length <= 200 ? text : undefined;
}

/** A string without holes: what a docstring or a name can be. */
export function isPlainString(node: Node): boolean {
  return partsOf(node).length > 0 && partsOf(node).every(({ name }) => name === "String");
}

/** A docstring is a comment for people; it is nobody's value. */
export function docstring(walk: Walk, node: Node): void {
  for (const part of partsOf(node)) {
    const { inner } = stringToken(walk.text, part);
    walk.builder.comment(written(walk, inner), spanOf(part));
  }
}

function partsOf(node: Node): readonly Node[] {
  if (node.name === "ContinuedString") return node.children;
  return node.name === "String" || node.name === "FormatString" ? [node] : [];
}

function piecesOf(walk: Walk, part: Node): readonly Piece[] {
  const token = stringToken(walk.text, part);
  const pieces: Piece[] = [];
  let from = token.inner.start;
  const constant = (to: number): void => {
    const text = walk.text.slice(from, to);
    const unbraced = part.name === "FormatString" ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
    if (to > from) pieces.push({ text: decodeLiteral(unbraced, token), token: part });
  };
  for (const hole of part.children) {
    if (hole.name !== "FormatReplacement") continue;
    constant(hole.start);
    pieces.push({ hole: holeValue(walk, hole) });
    from = hole.end;
  }
  constant(token.inner.end);
  return pieces;
}

/** `{x}` is x; `{x:>8}` and `{x!r}` are made of x. */
function holeValue(walk: Walk, hole: Node): Value {
  const expression = hole.children.filter(({ name }) => !["{", "}", "FormatSelfDoc", "FormatConversion", "FormatSpec"].includes(name));
  const value = walk.value(grouped(expression));
  const specs = hole.children.filter(({ name }) => name === "FormatSpec");
  for (const spec of specs) for (const inner of spec.children) if (inner.name === "FormatReplacement") holeValue(walk, inner);
  const plain = specs.length === 0 && !hole.children.some(({ name }) => name === "FormatConversion");
  if (plain) return value;
  const formatted: Derived = { kind: "derived", by: "format", operands: [value], span: spanOf(hole) };
  return formatted;
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && "text" in last && "text" in piece) result[result.length - 1] = { text: last.text + piece.text, token: last.token };
    else result.push(piece);
  }
  return result;
}
