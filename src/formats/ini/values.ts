import type { Choice, Reference, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { literal, opaque, outside } from "../expansions.ts";
import { textValue } from "../tables/values.ts";
import type { Style } from "./lines.ts";

/** A value as written, to the end of its line. */
export interface Raw {
  readonly value: Value;
  readonly text: string;
  readonly token: Span;
  /** What stands behind the value, where a comment can. */
  readonly rest: Span | undefined;
}

/** Flask reads `*.cfg` as Python (https://flask.palletsprojects.com/en/stable/config/): calls, lists and mappings are no texts. */
const program = /^(?:[A-Za-z_][\w.]{0,100}[([]|[[{(]|lambda\b|True$|False$|None$)/;

/** The value in a span that is one line. `comments`: blanks and `;` or `#` end it. */
export function rawValue(builder: ModuleBuilder, span: Span, head: Span, style: Style, comments: boolean): Raw {
  const { text } = builder;
  const quoted = style === "properties" || style === "unit" ? undefined : quotedAt(text, span);
  if (quoted) return { ...quotedValue(builder, quoted, style), rest: { start: quoted.end, end: span.end } };
  const token = comments || style === "toml" || /[;#]/.test(text[span.start] ?? "") ? uncommented(text, span) : span;
  const rest = { start: token.end, end: span.end };
  const written = text.slice(token.start, token.end);
  if (written === "") return { value: literal("", head), text: "", token, rest };
  if (style === "toml") return { value: opaque(token), text: "", token, rest };
  if (style === "properties") return { value: placeholder(builder, token, written), text: written, token, rest };
  if (program.test(written)) return { value: opaque(token), text: "", token, rest };
  return { value: plainValue(builder, token, written), text: written, token, rest };
}

function quotedValue(builder: ModuleBuilder, token: Span, style: Style): Omit<Raw, "rest"> {
  const prefix = /["']/.exec(builder.text.slice(token.start, token.start + 3))?.index ?? 0;
  const inner = { start: token.start + prefix + 1, end: token.end - 1 };
  const written = builder.text.slice(inner.start, inner.end);
  const escaped = builder.text[token.end - 1] === '"' || style !== "toml";
  const text = escaped ? written.replace(/\\(["'\\])/g, "$1") : written;
  return { value: interpolates(written) ? literal(text, token) : textValue(builder, { text, token, inner, escaped: false }), text, token };
}

/** A text in quotes with nothing but a comment behind it. */
function quotedAt(text: string, { start, end }: Span): Span | undefined {
  const found = /[bru]{0,2}(["'])/iy;
  found.lastIndex = start;
  const quote = found.exec(text)?.[1];
  if (quote === undefined || found.lastIndex > end || text.startsWith(quote + quote, found.lastIndex)) return undefined;
  let at = found.lastIndex;
  while (at < end && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
  if (at >= end) return undefined;
  return /^[ \t]*(?:[#;,]|$)/.test(text.slice(at + 1, Math.min(end, at + 100))) ? { start, end: at + 1 } : undefined;
}

function plainValue(builder: ModuleBuilder, token: Span, written: string): Value {
  return interpolates(written) ? literal(written, token) : textValue(builder, { text: written, token, inner: token, escaped: false });
}

/** `${section:name}`, as configparser and buildout write it, is no variable. */
function interpolates(written: string): boolean {
  return /\$\{[\w. ]{1,80}:[^-=?+]/.test(written);
}

/** A comment begins after a blank. */
function uncommented(text: string, { start, end }: Span): Span {
  for (let at = start; at < end; at++) {
    if ((text[at] !== ";" && text[at] !== "#") || (at > start && text[at - 1] !== " " && text[at - 1] !== "\t")) continue;
    let stop = at;
    while (stop > start && (text[stop - 1] === " " || text[stop - 1] === "\t")) stop--;
    return { start, end: stop };
  }
  return { start, end };
}

/** `${NAME:default}`: https://docs.spring.io/spring-framework/reference/core/beans/environment.html and its relatives. An empty variable counts. */
function placeholder(builder: ModuleBuilder, token: Span, written: string): Value {
  const [whole, name, preset] = written.length <= 2_000 ? (/^\$\{([A-Za-z_][\w.-]{0,199})(?::([^{}]*))?\}$/.exec(written) ?? []) : [];
  if (whole === undefined || name === undefined) return /\$\{|\{\{|<%|^@.*@$/.test(written) ? opaque(token) : literal(unescaped(written), token);
  const variable: Reference = { kind: "reference", name, scope: outside, span: { start: token.start + 2, end: token.start + 2 + name.length } };
  if (preset === undefined) return { ...variable, span: token };
  const from = variable.span.end + 1;
  const fallback = literal(unescaped(preset), preset === "" ? token : { start: from, end: from + preset.length });
  return builder.note<Choice>({ kind: "choice", how: "default", options: [variable, fallback].map((value) => ({ value, guards: [] })), span: token });
}

const escapes: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", f: "\f" };

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader) */
export function unescaped(written: string): string {
  return written.replace(/\\(?:u([0-9A-Fa-f]{4})|([^]))/g, (_whole, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (escapes[letter ?? ""] ?? letter ?? "") : String.fromCharCode(Number.parseInt(code, 16)));
}
