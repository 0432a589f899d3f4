import { isBreak, type Reading } from "./reading.ts";
import type { Piece } from "./pieces.ts";

/** Control units of `$'…'` (https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html). */
const escapes: { readonly [letter: string]: string } = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", a: "\x07", e: "\x1b" };

/** `'…'`. fish knows escapes of the quote and itself; PowerShell writes the quote twice. */
export function singleAt(reading: Reading, start: number): Piece {
  const { text, dialect } = reading;
  return reading.closing("'", start, (limit) => {
    let end = start + 1;
    while (end < limit && (text[end] !== "'" || (dialect.name === "powershell" && text[end + 1] === "'"))) {
      end += text[end] === "'" || (dialect.name === "fish" && text[end] === "\\") ? 2 : 1;
    }
    const inner = { start: start + 1, end: Math.min(end, limit) };
    const raw = text.slice(inner.start, inner.end);
    const said = dialect.name === "powershell" ? raw.replaceAll("''", "'") : dialect.name === "fish" ? raw.replace(/\\(['\\])/g, "$1") : raw;
    return { closed: end < limit, result: { span: { start, end: Math.min(end + 1, limit) }, inner, text: said, quoted: true } };
  });
}

/** `$'…'`: a text with escapes. */
export function ansiAt(reading: Reading, start: number): Piece {
  const { text } = reading;
  return reading.closing("$'", start, (limit) => {
    let end = start + 2;
    while (end < limit && text[end] !== "'") end += text[end] === "\\" ? 2 : 1;
    const inner = { start: start + 2, end: Math.min(end, limit) };
    const said = text.slice(inner.start, inner.end).replace(/\\(?:x([\da-fA-F]{1,2})|([^]))/g, (_whole, hex: string | undefined, unit: string) => (hex === undefined ? (escapes[unit] ?? unit) : String.fromCharCode(Number.parseInt(hex, 16))));
    return { closed: end < limit, result: { span: { start, end: Math.min(end + 1, limit) }, inner, text: said, quoted: true } };
  });
}

/** What a shell makes of escapes in double quotes: before other units than these the escape stays. */
export function unescaped(raw: string, { dialect }: Reading, closer: string | undefined): string {
  if (dialect.name === "batch" || !raw.includes(dialect.escape)) return raw;
  if (dialect.name === "powershell") return raw.replace(/`(\r\n|[^])/g, (_whole, unit: string) => escapes[unit] ?? unit);
  if (dialect.escape === "`") return raw.replace(/`(\r\n|[\n"$`])/g, (_whole, unit: string) => (isBreak(unit[0]) ? "" : unit));
  return raw.replace(/\\(\r\n|[\n"$`\\])/g, (whole, unit: string) => (isBreak(unit[0]) ? "" : unit === '"' && closer === undefined ? whole : unit));
}
