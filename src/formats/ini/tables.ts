import type { Span } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { literal, opaque } from "../expansions.ts";
import type { Table, Tables } from "../tables/tables.ts";
import { textValue } from "../tables/values.ts";
import { readLines, trimmedEnd, type Line, type Style } from "./lines.ts";
import { rawValue, unescaped } from "./values.ts";
import { assignmentsIn, type Assignment } from "./words.ts";

/** Lines that say variables: of supervisor and systemd, of uwsgi, pytest-env and tox. */
const variables = new Set(["environment", "env", "setenv", "set_env"]);

/** Files in which a comment may follow a value: http://supervisord.org/configuration.html, https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html */
const commented = /^\[(?:program:|supervisord|eventlistener:|uwsgi)/m;

/** Tells what the lines of a file of settings hold; gives whether there was any. */
export function readTables(builder: ModuleBuilder, style: Style, tables: Tables): boolean {
  const { text } = builder;
  const comments = style === "ini" && commented.test(text);
  let table = tables.top;
  let found = false;
  readLines(text, style, {
    section: (span) => {
      builder.show(span);
      table = sectionOf(text, span, tables);
    },
    comment: (span) => builder.comment(text.slice(span.start, span.end).replace(/^[#;!]+/, "").trim(), span),
    line: (line) => {
      found = true;
      builder.show(line.nameSpan);
      if (line.block.end > line.block.start) builder.cover(line.block);
      if (style === "unit") unitLine(builder, line);
      else if (style === "ini" && variables.has(line.name.toLowerCase())) variableLines(builder, line, table);
      else entryLine(builder, line, { style, comments, tables, table });
    },
  });
  return found;
}

/** `[app:main]` is one name; the dots of `[tool.hatch.env]` and of `beaker.session.secret` part names. */
function sectionOf(text: string, { start, end }: Span, tables: Tables): Table {
  const written = text.slice(start, end);
  const table = namesIn(written, start).reduce((holder, { name, span }) => tables.inside(holder, name, span), tables.top);
  // Circus: https://circus.readthedocs.io/en/latest/for-ops/configuration/#env-or-env-watchers-as-many-as-you-want
  return written.startsWith("env:") ? { ...table, variables: "all" } : table;
}

function namesIn(written: string, start: number): readonly { readonly name: string; readonly span: Span }[] {
  const parts: { name: string; span: Span }[] = [];
  for (const { index, 0: part } of written.matchAll(/"[^"]{1,200}"|'[^']{1,200}'|[^."']+/g)) {
    const name = part.replace(/["']/g, "").trim();
    if (name !== "") parts.push({ name, span: { start: start + index, end: start + index + part.length } });
  }
  return parts;
}

interface Around {
  readonly style: Style;
  readonly comments: boolean;
  readonly tables: Tables;
  readonly table: Table;
}

function entryLine(builder: ModuleBuilder, { name, nameSpan, head, value, block }: Line, { style, comments, tables, table }: Around): void {
  const isContinued = block.end > value.end + 1;
  // What begins on the next line is a list or a text of several lines.
  if (value.start === value.end && isContinued) return;
  const raw = rawValue(builder, value, head, style, comments);
  if (style === "toml" && raw.value.kind === "opaque") return;
  if (raw.rest && /^[ \t]*[#;]/.test(builder.text.slice(raw.rest.start, raw.rest.end))) comment(builder, raw.rest);
  const keys = namesIn(name, nameSpan.start);
  const last = keys.at(-1);
  if (!last) return;
  const holder = keys.slice(0, -1).reduce((place, key) => tables.inside(place, key.name, key.span), table);
  const joined = style === "properties" && isContinued ? literal(unescaped(continued(builder.text, block)), raw.token) : raw.value;
  tables.entry(holder, { name: last.name, span: nameSpan, value: joined });
}

/** https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html: the blanks that begin the next line are none of the value. */
function continued(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\\(?:\r\n|[\r\n])[ \t]*/g, "");
}

function comment(builder: ModuleBuilder, { start, end }: Span): void {
  builder.comment(builder.text.slice(start, end).replace(/^[ \t]*[#;]+/, "").trim(), { start, end });
}

/** https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment= */
function unitLine(builder: ModuleBuilder, { name, block }: Line): void {
  if (name !== "Environment") return;
  for (const one of assignmentsIn(builder.text, block, "blanks")) builder.variable(one.name, isMade(one.text) ? opaque(one.token) : literal(one.text, one.token), one.nameSpan);
}

function variableLines(builder: ModuleBuilder, { name, block }: Line, { place }: Table): void {
  if (name.toLowerCase() === "environment") for (const one of assignmentsIn(builder.text, block, "commas")) told(builder, one, place);
  else for (const { index, 0: line } of builder.text.slice(block.start, block.end).matchAll(/[^\r\n]+/g)) lineOf(builder, { start: block.start + index, end: block.start + index + line.length }, place);
}

/** `D:NAME = value` of https://github.com/pytest-dev/pytest-env, `py3: NAME=value` of https://tox.wiki/. */
function lineOf(builder: ModuleBuilder, { start, end }: Span, holder: Table["place"]): void {
  const { text } = builder;
  const [head, name] = /^[ \t]*(?:[\w,.{}!-]{1,80}:[ \t]*){0,3}([A-Za-z_]\w{0,199})[ \t]{0,80}=[ \t]*/.exec(text.slice(start, Math.min(end, start + 1_000))) ?? [];
  if (head === undefined || name === undefined) return;
  const nameStart = start + head.lastIndexOf(name);
  const from = start + head.length;
  const token = { start: from, end: Math.max(from, trimmedEnd(text, from, end)) };
  const bare = unquoted(text, token);
  told(builder, { name, nameSpan: { start: nameStart, end: nameStart + name.length }, text: text.slice(bare.start, bare.end), token: token.end > from ? token : { start: nameStart, end: from } }, holder);
}

function unquoted(text: string, { start, end }: Span): Span {
  const quote = text[start];
  return end - start > 1 && (quote === '"' || quote === "'") && text[end - 1] === quote ? { start: start + 1, end: end - 1 } : { start, end };
}

function told(builder: ModuleBuilder, { name, nameSpan, text, token }: Assignment, holder: Table["place"]): void {
  const inner = unquoted(builder.text, token);
  const value = isMade(text) ? opaque(token) : text === "" ? literal("", token) : textValue(builder, { text, token, inner, escaped: false });
  builder.variable(name, value, nameSpan, holder);
}

/** What uwsgi (`$(NAME)`), tox (`{env:NAME}`) and template engines put there. */
function isMade(text: string): boolean {
  return /^\$\(|\{env:|\{\{|\{%|<%/.test(text);
}
