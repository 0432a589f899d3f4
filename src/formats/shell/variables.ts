import type { Choice, Reference, Span, Value } from "../../types/value.ts";
import { substitution, valueOf, type Piece } from "./pieces.ts";
import { ansiAt } from "./quotes.ts";
import type { Reading } from "./reading.ts";
import { skipTo } from "./skip.ts";

/** Where a `$` stands: in double quotes or not, and in how many expansions. */
export interface Around {
  readonly quoted: boolean;
  readonly depth: number;
  /** Reads pieces outside quotes up to a unit that stops them; gives its place. */
  readonly pieces: (reading: Reading, start: number, limit: number, stops: (unit: string) => boolean, pieces: Piece[], depth: number) => number;
}

/** `${A:-${B:-…}}`: what nests deeper is opaque. */
const deepest = 8;

/** What begins with a dollar; undefined when it means only itself. */
export function dollarAt(reading: Reading, at: number, around: Around): Piece | undefined {
  const { text, dialect } = reading;
  const next = text[at + 1] ?? "";
  if (next === "'" && !around.quoted && dialect.name === "posix") return ansiAt(reading, at);
  if (next === "(" && dialect.name !== "docker") return substitution({ start: at, end: skipTo(reading, at + 2, ")") }, around.quoted);
  if (next === "{") return bracedAt(reading, at, around);
  const name = nameAt(reading, at + 1);
  if (name) return standing(reference(reading, name.name, { start: at, end: name.end }), around.quoted);
  return dialect.name !== "docker" && /[\d@*#?!$-]/.test(next) ? substitution({ start: at, end: at + 2 }, around.quoted) : undefined;
}

/** `%NAME%` and `!NAME!` of a batch file; `%1` and `%%i` are given from outside. */
export function percentAt(reading: Reading, at: number, quoted: boolean): Piece | undefined {
  const { text } = reading;
  const closed = /%([A-Za-z_]\w{0,199})%|!([A-Za-z_]\w{0,199})!|%~?\w{0,8}\d|%%~?\w{0,8}/y;
  closed.lastIndex = at;
  const [whole, percent, late] = closed.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const span = { start: at, end: at + whole.length };
  const name = percent ?? late;
  return name === undefined ? substitution(span, quoted) : standing(reference(reading, name, span), quoted);
}

/** `NAME`, in PowerShell `env:NAME`, too. */
function nameAt({ text, dialect, end }: Reading, at: number): { name: string; start: number; end: number } | undefined {
  const word = dialect.name === "powershell" ? /(?:env:|global:|script:|local:)?([A-Za-z_]\w{0,199})/iy : /([A-Za-z_]\w{0,199})/y;
  word.lastIndex = at;
  const [whole, name] = word.exec(text) ?? [];
  if (whole === undefined || name === undefined || at + whole.length > end) return undefined;
  return { name, start: at + whole.length - name.length, end: at + whole.length };
}

/** `${NAME}`, `${NAME:-default}` and the like (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02). */
function bracedAt(reading: Reading, at: number, around: Around): Piece {
  const { text, dialect } = reading;
  const name = nameAt(reading, at + 2);
  const close = name?.end ?? at + 2;
  if (name && text[close] === "}") return standing(reference(reading, name.name, { start: at, end: close + 1 }), around.quoted);
  const operator = /:?[-=?]/y;
  operator.lastIndex = close;
  const sign = name && dialect.name !== "powershell" ? operator.exec(text)?.[0] : undefined;
  if (!name || sign === undefined || around.depth >= deepest) return substitution({ start: at, end: skipTo(reading, at + 2, "}") }, around.quoted);
  const variable = reference(reading, name.name, { start: name.start, end: name.end });
  if (sign.endsWith("?")) {
    const span = { start: at, end: skipTo(reading, close + sign.length, "}") };
    return { ...standing({ ...variable, span }, around.quoted), inner: { start: close, end: span.end } };
  }
  return chosen(reading, { at, from: close + sign.length }, variable, sign, around);
}

function chosen(reading: Reading, { at, from }: { at: number; from: number }, variable: Reference, sign: string, { quoted, depth, pieces: read }: Around): Piece {
  const { pieces, end, next } = reading.closing("${", at, (limit) => {
    const found: Piece[] = [];
    const stop = read(reading, from, limit, (unit) => unit === "}", found, depth + 1);
    return { closed: stop < limit, result: { pieces: found, end: stop, next: Math.min(stop + 1, limit) } };
  });
  const span = { start: at, end: next };
  // `${NAME:-}` is how a strict script reads what may be missing.
  if (pieces.length === 0 && reading.dialect.name !== "docker") return standing({ ...variable, span }, quoted);
  const fallback = valueOf(reading.text, { span: { start: from, end }, pieces }, span);
  const how = sign.startsWith(":") ? "or" : "default";
  const value: Choice = { kind: "choice", how, options: [variable, fallback].map((one) => ({ value: one, guards: [] })), span };
  const assigns = sign.endsWith("=") ? { assigns: { name: variable.name, span: variable.span } } : {};
  return { span, inner: { start: from, end }, value, quoted, ...assigns };
}

function standing(value: Value, quoted: boolean): Piece {
  return { span: value.span, inner: { start: value.span.end, end: value.span.end }, value, quoted };
}

function reference({ scope }: Reading, name: string, span: Span): Reference {
  return { kind: "reference", name, scope, span };
}

