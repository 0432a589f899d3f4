import { Secret } from "../types/secret.ts";
import type { Choice, Literal, Opaque, Reference, Scope, Span, Value } from "../types/value.ts";
import type { ModuleBuilder } from "./builder.ts";

/** Units of a value in which other variables are looked for; longer ones are certificates and the like. */
const longest = 4_096;

/** `${A:-${B:-…}}`: what nests deeper is opaque. */
const deepest = 8;

/** Escapes that python-dotenv undoes in double quotes. The dollar is dotenv-expand's and the shell's. */
const escapes: { readonly [letter: string]: string } = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", a: "\x07", '"': '"', "\\": "\\", $: "$" };

/** How a value is to be taken apart. */
export interface Expanding {
  readonly builder: ModuleBuilder;
  /** Backslashes are taken as in double quotes. */
  readonly escaped: boolean;
  /** Where the other variables are looked for first. Default the file's own. */
  readonly scope?: Scope;
}

/** The scope of a value whose variables come from outside the file: compose takes them from its own environment. */
export const outside: Scope = { kind: "module", names: new Map() };

/**
 * `env(NAME)`, as Supabase and FoalTS write a variable in place of a setting:
 * https://supabase.com/docs/guides/local-development/managing-config#using-secrets-inside-configtoml, https://foalts.org/docs/architecture/configuration
 */
const read = /^env\(([A-Za-z_]\w{0,199})\)$/;

/** The variable that a setting is read from, when its text names one. */
export function variableRead(text: string, span: Span): Reference | undefined {
  const name = read.exec(text)?.[1];
  return name === undefined ? undefined : { kind: "reference", name, scope: outside, span };
}

/**
 * A value in which other variables may stand: `$OTHER`, `${OTHER}`, `${OTHER:-default}`, `${OTHER-default}`
 * (https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/). `token` is the place of a literal.
 */
export function expand(expanding: Expanding, inner: Span, token: Span): Value {
  const { text } = expanding.builder;
  const written = text.slice(inner.start, inner.end);
  if (written.length > longest || !written.includes("$")) return literal(unescaped(written, expanding), token);
  return parts(expanding, inner, token, closings(text, inner), 0);
}

/** Where the brace of each `${` closes. */
function closings(text: string, { start, end }: Span): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "$" && text[at + 1] === "{") open.push(at++);
    else if (text[at] === "}") {
      const opening = open.pop();
      if (opening !== undefined) found.set(opening, at);
    }
  }
  return found;
}

function parts(expanding: Expanding, inner: Span, token: Span, closing: ReadonlyMap<number, number>, depth: number): Value {
  const { text } = expanding.builder;
  const operands: Value[] = [];
  let from = inner.start;
  const plain = (to: number): void => {
    if (to > from) operands.push(literal(unescaped(text.slice(from, to), expanding), { start: from, end: to }));
  };
  for (let at = inner.start; at < inner.end; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "$") {
      const found = variableAt(expanding, at, inner.end, closing, depth);
      if (!found) continue;
      plain(at);
      operands.push(found);
      from = found.span.end;
      at = from - 1;
    }
  }
  if (operands.length === 0) return literal(unescaped(text.slice(inner.start, inner.end), expanding), token);
  plain(inner.end);
  const [first] = operands;
  return operands.length === 1 && first ? first : { kind: "derived", by: "concat", operands, span: token };
}

function variableAt(expanding: Expanding, at: number, end: number, closing: ReadonlyMap<number, number>, depth: number): Value | undefined {
  const { builder } = expanding;
  const close = closing.get(at);
  if (close !== undefined) return braced(expanding, { start: at, end: close + 1 }, closing, depth);
  const name = wordAt(builder.text, at + 1, end);
  return name !== undefined && isVariable(name, expanding) ? reference(expanding, name, { start: at, end: at + 1 + name.length }) : undefined;
}

/**
 * Keys hold dollars, too (Django's generator uses them), and most readers of environment files leave `$name` as it is: only what
 * looks like a variable, or is one of this file, is taken for one.
 */
function isVariable(name: string, { builder: { top }, scope = top }: Expanding): boolean {
  return /^[A-Z][A-Z0-9_]{2,}$/.test(name) || scope.names.has(name);
}

function braced(expanding: Expanding, span: Span, closing: ReadonlyMap<number, number>, depth: number): Value | undefined {
  const { builder } = expanding;
  const { text } = builder;
  const close = span.end - 1;
  const name = wordAt(text, span.start + 2, close);
  if (name === undefined) return undefined;
  const at = span.start + 2 + name.length;
  const variable = reference(expanding, name, { start: span.start + 2, end: at });
  if (at === close) return { ...variable, span };
  const operator = /:?[-=?+]/y;
  operator.lastIndex = at;
  const sign = operator.exec(text)?.[0];
  if (sign?.endsWith("?")) return { ...variable, span };
  if (sign === undefined || sign.endsWith("+") || depth >= deepest) return opaque(span);
  const fallback = fallbackIn(expanding, { start: operator.lastIndex, end: close }, span, closing, depth);
  const how = sign.startsWith(":") ? "or" : "default";
  return builder.note<Choice>({ kind: "choice", how, options: [variable, fallback].map((value) => ({ value, guards: [] })), span });
}

/** What stands behind `:-`; a shell takes its quotes away. */
function fallbackIn(expanding: Expanding, inner: Span, whole: Span, closing: ReadonlyMap<number, number>, depth: number): Value {
  const { text } = expanding.builder;
  if (inner.start === inner.end) return literal("", whole);
  const quote = text[inner.start];
  const quoted = inner.end - inner.start > 1 && (quote === '"' || quote === "'") && text[inner.end - 1] === quote;
  const bare = quoted ? { start: inner.start + 1, end: inner.end - 1 } : inner;
  return quote === "'" && quoted ? literal(text.slice(bare.start, bare.end), inner) : parts(expanding, bare, inner, closing, depth + 1);
}

function wordAt(text: string, start: number, end: number): string | undefined {
  const word = /[A-Za-z_]\w{0,199}/y;
  word.lastIndex = start;
  const found = word.exec(text)?.[0];
  return found !== undefined && start + found.length <= end ? found : undefined;
}

function unescaped(written: string, { escaped }: Expanding): string {
  if (!written.includes("\\")) return written;
  if (!escaped) return written.replaceAll("\\$", "$");
  return written.replace(/\\([^])/g, (whole, letter: string) => escapes[letter] ?? whole);
}

function reference({ builder: { top }, scope = top }: Expanding, name: string, span: Span): Reference {
  return { kind: "reference", name, scope, span };
}

export function literal(text: string, span: Span): Literal {
  return { kind: "literal", secret: new Secret(text), form: "text", span };
}

export function opaque(span: Span): Opaque {
  return { kind: "opaque", span };
}
