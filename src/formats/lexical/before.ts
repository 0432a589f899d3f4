import { asName } from "../../types/secret.ts";
import type { Argument, Call, Literal, Member, Opaque, Reference, Scope, Span, Value } from "../../types/value.ts";

/** Units of a name; longer ones are no names that people give. */
const longestName = 80;
const longestChain = 8;
const mostBlanks = 100;

/** What stands before a place is read backwards, a bounded number of units each time. */
export interface Before {
  readonly text: string;
  /** The scope that every name is taken to stand in. */
  readonly top: Scope;
  /** A literal read before, by the place of its end. */
  literalEndingAt(end: number): Literal | undefined;
}

/** Back over blanks of the same line. */
export function skipBlanks(text: string, at: number): number {
  let to = at;
  while (to > 0 && at - to < mostBlanks && (text[to - 1] === " " || text[to - 1] === "\t")) to--;
  return to;
}

/** The name that ends here. */
export function nameBefore(text: string, end: number): Span & { name: string } | undefined {
  let start = end;
  while (start > 0 && end - start <= longestName && isNamePart(text.charCodeAt(start - 1))) start--;
  const name = text.slice(start, end);
  return name.length === 0 || name.length > longestName || /^\d/.test(name) ? undefined : { name, start, end };
}

function isNamePart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code > 127;
}

/** A quoted name that ends here: `"SECRET_KEY"` in a mapping, in brackets, as an argument. */
export function quotedBefore(before: Before, end: number): Span & { name: string } | undefined {
  const literal = before.literalEndingAt(end);
  const name = literal && literal.secret.length <= longestName ? asName(literal.secret) : undefined;
  return literal && name !== undefined ? { name, start: literal.span.start, end } : undefined;
}

/** `NAME`, `a.b.NAME`, `a["NAME"]` that ends here; an object that cannot be read is opaque. */
export function chainBefore(before: Before, end: number): Reference | Member | undefined {
  const parts: (Span & { name: string; whole: number })[] = [];
  const { base } = collect(before, end, parts);
  let value: Reference | Member | undefined = base;
  for (const part of parts.toReversed()) {
    const object: Reference | Member | Opaque = value ?? { kind: "opaque", span: { start: part.whole, end: part.whole } };
    value = { kind: "member", object, name: part.name, span: { start: object.span.start, end: part.end } };
  }
  return value;
}

function collect(before: Before, end: number, parts: (Span & { name: string; whole: number })[]): { base?: Reference } {
  const { text, top } = before;
  for (let at = end; parts.length < longestChain;) {
    const item = text[at - 1] === "]" ? quotedBefore(before, skipBlanks(text, at - 1)) : undefined;
    if (item && text[skipBlanks(text, item.start) - 1] === "[") {
      const open = skipBlanks(text, item.start) - 1;
      parts.push({ name: item.name, start: item.start, end: at, whole: open });
      at = open;
      continue;
    }
    const word = nameBefore(text, at);
    if (!word) break;
    if (text[word.start - 1] !== ".") return { base: { kind: "reference", name: word.name, scope: top, span: { start: word.start, end: word.end } } };
    at = word.start - (text[word.start - 2] === "?" ? 2 : 1);
    parts.push({ ...word, whole: word.start });
  }
  return {};
}

/** What may be missing: a chain, or a call with quoted arguments only, that ends here. */
export function operandBefore(before: Before, end: number): Reference | Member | Call | undefined {
  return before.text[end - 1] === ")" ? callBefore(before, end - 1, [], end) : chainBefore(before, end);
}

/** The call whose last arguments are given, and the first ones are literals that end here. */
export function callBefore(before: Before, end: number, last: readonly Value[], callEnd: number): Call | undefined {
  const { text } = before;
  const args: Value[] = [...last];
  let at = skipBlanks(text, end);
  while (text[at - 1] !== "(") {
    const literal = before.literalEndingAt(at);
    if (!literal || args.length > 3) return undefined;
    args.unshift(literal);
    at = skipBlanks(text, literal.span.start);
    if (text[at - 1] === ",") at = skipBlanks(text, at - 1);
    else if (text[at - 1] !== "(") return undefined;
  }
  const callee = args.length > 0 ? chainBefore(before, at - 1) : undefined;
  return callee && { kind: "call", callee, args: args.map((value): Argument => ({ value })), span: { start: callee.span.start, end: callEnd } };
}
