import type { Module } from "../../types/module.ts";
import type { ModuleBuilder } from "../builder.ts";
import { hashComments } from "./comments.ts";
import type { Scalar } from "./node.ts";
import { SettingsWalk, type Inside } from "./walk.ts";

/** `NAME: value`, `"name": "value",`, `- NAME=value`, each on a line of its own; the value may be missing. */
const line = /^[ \t]{0,200}(?:- +)?(["']?)([A-Za-z_][\w.-]{0,199})\1[ \t]{0,20}[:=](?:[ \t]{0,20}(?=\S)|$)/;

/**
 * Reads settings that no parser understands, or that are too large for one: each line by itself, every name at the top. A name with the
 * form of a variable is taken for one. `failure` says to a user why; none where a template engine makes the file.
 */
export function readLines(builder: ModuleBuilder, inside: Inside, failure: string | undefined): Module {
  const { text } = builder;
  const walk = new SettingsWalk(builder, inside);
  for (let at = 0; at < text.length;) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    // A longer line is data.
    if (end - at <= 8_000) readLine(builder, walk, at, text.slice(at, end).trimEnd());
    at = end + 1;
  }
  for (const { text: comment, span } of hashComments(text, builder.covered)) builder.comment(comment, span);
  return builder.finishSettings(failure);
}

function readLine(builder: ModuleBuilder, walk: SettingsWalk, start: number, written: string): void {
  const [head, , name] = line.exec(written) ?? [];
  if (head === undefined || name === undefined) return;
  const at = start + head.lastIndexOf(name);
  const span = { start: at, end: at + name.length };
  builder.show(span);
  const value = scalarIn(written, start, head.length);
  if (value) walk.walk({ kind: "mapping", entries: [{ name, span, value }] });
}

/** A text in quotes, or a plain one up to a comment. */
function scalarIn(written: string, start: number, from: number): Scalar | undefined {
  const quote = written[from] ?? "";
  const close = quote === '"' || quote === "'" ? written.indexOf(quote, from + 1) : -1;
  if (close >= 0) return scalar(written.slice(from + 1, close), start + from, start + close + 1, 1);
  if (/^["'{[&*!|>@`]/.test(quote)) return undefined;
  const rest = written.slice(from);
  const hash = rest.search(/[ \t]#/);
  const plain = (hash < 0 ? rest : rest.slice(0, hash)).trimEnd().replace(/,$/, "").trimEnd();
  return plain === "" ? undefined : scalar(plain, start + from, start + from + plain.length, 0);
}

function scalar(text: string, start: number, end: number, quote: number): Scalar {
  const inner = { start: start + quote, end: end - quote };
  return { kind: "scalar", text, isText: true, token: { start, end }, inner, escaped: false, at: (offset) => inner.start + offset };
}
