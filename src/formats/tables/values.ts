import type { Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { expand, literal, opaque, outside, variableRead } from "../expansions.ts";

/** Tokens of the engines that make such files: Jinja, Go, ERB, Mustache; `${?NAME}` is HOCON's, which Play writes in `*.conf`. */
const made = /\{\{|\{%|<%|\$\{\?/;

/** A text as it is written. */
export interface Written {
  /** What the program gets. */
  readonly text: string;
  /** With its quotes, perhaps over several lines. */
  readonly token: Span;
  /** Between the quotes. */
  readonly inner: Span;
  /** Backslashes in it say something. */
  readonly escaped: boolean;
}

/** What a text of a file of settings is: a literal, or what stands in place of one. */
export function textValue(builder: ModuleBuilder, { text, token, inner, escaped }: Written): Value {
  const span = firstLine(builder.text, token);
  if (made.test(text)) return opaque(span);
  const variable = variableRead(text, span);
  if (variable) return variable;
  if (!text.includes("$") || span.end < token.end) return literal(text, span);
  const value = expand({ builder, escaped, scope: outside }, inner, token);
  return value.kind === "literal" ? literal(text, span) : value;
}

/** The part of a token that stands on its first line, empty ones left out. */
export function firstLine(text: string, { start, end }: Span): Span {
  const line = /[^\r\n]+/.exec(text.slice(start, end));
  const from = start + (line?.index ?? 0);
  return { start: from, end: from + (line?.[0].length ?? 0) };
}
