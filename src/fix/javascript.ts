import { parse } from "../formats/javascript/parse.ts";
import { childrenOf, spanOf, type Node } from "../formats/javascript/tree.ts";
import type { Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import type { Change } from "./change.ts";
import { withoutDefault } from "./default.ts";
import { checkedBefore, firstOf } from "./javascript-check.ts";
import { callAt, meaningAt, textAt, type Place } from "./place.ts";

/** In JavaScript and TypeScript: `process.env.NAME`, and before the statement a check that throws where it is missing. */
export function inJavascript({ path, text }: Module): (place: Place) => readonly Change[] | undefined {
  let parsed: ReturnType<typeof parse> | undefined;
  return (place) => {
    parsed ??= parse(path, text);
    return "program" in parsed ? mend(place, parsed.program) : undefined;
  };
}

function mend(place: Place, program: Node): readonly Change[] | undefined {
  const { origin } = place.key;
  const [node, ...around] = wayTo(program, origin.place.span).toReversed();
  if (!node || !isText(node, origin.place.span)) return undefined;
  return origin.role === "default" ? mendDefault(place, node, around) : mendValue(place, node, around);
}

/** The nodes from the program to the smallest that holds the place. */
function wayTo(program: Node, { start, end }: Span): readonly Node[] {
  const way: Node[] = [program];
  for (;;) {
    const inner = childrenOf(way.at(-1) ?? program).find((node) => firstOf(node) <= start && node.range[1] >= end);
    if (!inner || inner.type === "TemplateElement") return way;
    way.push(inner);
  }
}

function isText(node: Node, { start, end }: Span): boolean {
  const isWhole = node.range[0] === start && node.range[1] === end;
  return isWhole && ((node.type === "Literal" && typeof node.value === "string") || (node.type === "TemplateLiteral" && node.expressions.length === 0));
}

function mendValue(place: Place, node: Node, around: readonly Node[]): readonly Change[] | undefined {
  if (!isPlainValue(place, node, around)) return undefined;
  const read = checkedBefore(place, around);
  return read && [...read.changes, { ...spanOf(node), text: read.text }];
}

/** A value that a name, an entry or an argument is given as it is; not one of several, nor what a variable of the process is given. */
function isPlainValue(place: Place, node: Node, [holder, ...outer]: readonly Node[]): boolean {
  switch (holder?.type) {
    case "VariableDeclarator":
      return holder.init === node && holder.id.type === "Identifier" && !/["'`]/.test(textAt(place, spanOf(holder.id)));
    case "AssignmentExpression":
      return holder.right === node && holder.operator === "=" && !/\benv\b/.test(textAt(place, spanOf(holder.left)));
    case "Property":
      return holder.value === node && outer[0]?.type === "ObjectExpression" && isGiven(place, outer[0], outer.slice(1));
    case "ArrayExpression":
      return holder.elements.length === 1 && isPlainValue(place, holder, outer);
    case "CallExpression":
    case "NewExpression":
      return (holder.arguments as readonly Node[]).includes(node) && !/\benv\b/.test(textAt(place, spanOf(holder.callee)));
    case "PropertyDefinition":
      return holder.value === node;
    case "ReturnStatement":
    case "ExportDefaultDeclaration":
      return true;
    case "ArrowFunctionExpression":
      return holder.body === node;
    default:
      return false;
  }
}

/** An object is given somewhere, not put together from several with the variables of the process among them. */
function isGiven(place: Place, node: Node, [holder, ...outer]: readonly Node[]): boolean {
  if (holder?.type === "TSAsExpression" || holder?.type === "TSSatisfiesExpression") return textAt(place, spanOf(holder.typeAnnotation)) !== "const" && isGiven(place, holder, outer);
  if (holder?.type === "Property") return holder.value === node;
  return holder?.type !== "AssignmentExpression" || !/\benv\b/.test(textAt(place, spanOf(holder.left)));
}

function mendDefault(place: Place, node: Node, [holder, ...outer]: readonly Node[]): readonly Change[] | undefined {
  switch (holder?.type) {
    case "LogicalExpression":
      return holder.right === node && holder.operator !== "&&" ? instead(place, holder.left, holder, outer) : undefined;
    case "ConditionalExpression":
      return holder.alternate === node && textAt(place, spanOf(holder.test)) === textAt(place, spanOf(holder.consequent)) ? instead(place, holder.test, holder, outer) : undefined;
    case "CallExpression":
      return ofCall(place, node, holder);
    case "Property":
      return ofEntry(place, holder, outer);
    case "AssignmentPattern":
      return ofPattern(place, node, holder, outer);
    default:
      return undefined;
  }
}

/** `process.env.NAME || "x"`. */
function instead(place: Place, read: Node, either: Node, around: readonly Node[]): readonly Change[] | undefined {
  if (!readsVariable(place, read)) return undefined;
  const checked = checkedBefore(place, around);
  return checked && [...checked.changes, { ...spanOf(either), text: checked.text }];
}

function readsVariable({ variable, ...place }: Place, node: Node): boolean {
  const text = textAt({ variable, ...place }, spanOf(node));
  return [`process.env.${variable}`, `process.env["${variable}"]`, `process.env['${variable}']`].includes(text);
}

/** `config.get("NAME", "x")`, and of a schema `z.string().default("x")`. */
function ofCall(place: Place, node: Node, holder: Node): readonly Change[] | undefined {
  const call = callAt(place, spanOf(holder));
  const meaning = call && meaningAt(call, place);
  if (!call || (meaning?.means !== "env" && meaning?.means !== "default") || meaning.strict === undefined) return undefined;
  if (meaning.means === "env") return withoutDefault(place, call, meaning.strict, spanOf(node));
  if (call.callee.kind !== "member" || call.args.length !== 1) return undefined;
  const before = textAt(place, call.callee.object.span);
  if (/\.\s*(optional|nullish|nullable|catch)\s*\(/.test(before)) return undefined;
  return [{ start: call.callee.object.span.end, end: call.span.end, text: meaning.strict === true ? "" : `.${meaning.strict}()` }];
}

/** `str({ default: "x" })` of envalid and envsafe. */
function ofEntry(place: Place, entry: Extract<Node, { type: "Property" }>, [object, holder]: readonly Node[]): readonly Change[] | undefined {
  if (object?.type !== "ObjectExpression" || holder?.type !== "CallExpression" || textAt(place, spanOf(entry.key)) !== "default") return undefined;
  if (!place.module.imports.some(({ from }) => from === "envalid" || from === "envsafe") || holder.arguments.length !== 1) return undefined;
  const index = object.properties.indexOf(entry);
  const [before, next] = [object.properties[index - 1], object.properties[index + 1]];
  if (!before && !next) return [{ ...spanOf(object), text: "" }];
  if (before) return [{ start: before.range[1], end: entry.range[1], text: "" }];
  return [{ start: entry.range[0], end: next?.range[0] ?? entry.range[1], text: "" }];
}

/** `const { NAME = "x" } = process.env`. TypeScript would then take it for perhaps undefined. */
function ofPattern(place: Place, node: Node, pattern: Extract<Node, { type: "AssignmentPattern" }>, around: readonly Node[]): readonly Change[] | undefined {
  const [property, object, declarator] = around;
  if (property?.type !== "Property" || object?.type !== "ObjectPattern" || declarator?.type !== "VariableDeclarator") return undefined;
  if (!declarator.init || textAt(place, spanOf(declarator.init)) !== "process.env" || textAt(place, spanOf(property.key)) !== place.variable || /\.[cm]?tsx?$/i.test(place.module.path)) return undefined;
  const checked = checkedBefore(place, around);
  return checked && !checked.isHeld ? [...checked.changes, { start: pattern.left.range[1], end: node.range[1], text: "" }] : undefined;
}
