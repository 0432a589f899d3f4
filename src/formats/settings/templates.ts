import type { Choice, Reference, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { literal, opaque, outside } from "../expansions.ts";

/** A value of the chart, as a template names it. */
const chartValue = /\.Values\.[\w.]{1,300}/;

/** Longer tokens are programs. */
const longest = 1_500;

/**
 * What a Helm token stands for: `{{ .Values.app.key | default "x" | quote }}`, `{{ default "x" .Values.app.key }}`: a value of the chart,
 * and a text behind it. Other tokens are not known. https://helm.sh/docs/chart_template_guide/functions_and_pipelines/
 */
export function templated(builder: ModuleBuilder, span: Span): Value {
  const written = builder.text.slice(span.start, Math.min(span.end, span.start + longest));
  const name = isOneToken(written) ? chartValue.exec(written)?.[0] : undefined;
  if (name === undefined) return opaque(span);
  const variable: Reference = { kind: "reference", name, scope: outside, span };
  const fallback = fallbackIn(written);
  if (!fallback) return variable;
  const value = literal(written.slice(fallback.start + 1, fallback.end - 1), { start: span.start + fallback.start, end: span.start + fallback.end });
  return builder.note<Choice>({ kind: "choice", how: "or", options: [variable, value].map((option) => ({ value: option, guards: [] })), span });
}

function isOneToken(written: string): boolean {
  const bare = written.replace(/^["']/, "").replace(/["']$/, "");
  return bare.startsWith("{{") && bare.indexOf("}}") === bare.length - 2;
}

/** The text after `default`, with its quotes. */
function fallbackIn(written: string): Span | undefined {
  const found = /\bdefault[ \t]{1,20}(?=["'`])/.exec(written);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const close = written.indexOf(written[start] ?? "", start + 1);
  return close < 0 ? undefined : { start, end: close + 1 };
}
