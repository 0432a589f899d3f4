import type { Span } from "../../types/value.ts";

/** `NAME=value` among several. */
export interface Assignment {
  readonly name: string;
  readonly nameSpan: Span;
  readonly text: string;
  /** The value as written, quotes included. */
  readonly token: Span;
}

/**
 * `A="b c" "D=e f" G=h`, apart from each other by blanks as in a systemd unit (https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html#Quoting),
 * or by commas as in supervisor (http://supervisord.org/configuration.html#program-x-section-settings).
 */
export function assignmentsIn(text: string, { start, end }: Span, by: "blanks" | "commas"): readonly Assignment[] {
  const found: Assignment[] = [];
  for (let at = start; at < end;) {
    if (isGap(text[at], by) || (text[at] === "\\" && /[\r\n]/.test(text[at + 1] ?? ""))) {
      at++;
      continue;
    }
    const word = wordAt(text, at, end, by);
    const split = word.text.indexOf("=");
    const name = split > 0 ? word.text.slice(0, split).trim() : "";
    const place = /^[A-Za-z_]\w{0,199}$/.test(name) ? text.slice(at, word.end).indexOf(name) : -1;
    if (place >= 0) found.push(assignment(text, { name, start: at + place }, { start: at, end: word.end }, word.text.slice(split + 1)));
    at = word.end;
  }
  return found;
}

function assignment(text: string, { name, start: nameStart }: { readonly name: string; readonly start: number }, { start, end }: Span, value: string): Assignment {
  let from = nameStart + text.slice(nameStart, end).indexOf("=") + 1;
  while (from < end && /\s/.test(text[from] ?? "")) from++;
  const quote = text[start] ?? "";
  const isWhole = (quote === '"' || quote === "'") && text[end - 1] === quote;
  const stop = /[\r\n]/.exec(text.slice(from, end))?.index;
  const token = { start: from, end: stop === undefined ? (isWhole ? end - 1 : end) : from + stop };
  return { name, nameSpan: { start: nameStart, end: nameStart + name.length }, text: value.trim(), token: token.end > token.start ? token : { start: nameStart, end: from } };
}

/** One item without its quotes, which may stand anywhere in it. */
function wordAt(text: string, start: number, end: number, by: "blanks" | "commas"): { readonly text: string; readonly end: number } {
  const out: string[] = [];
  let quote = "";
  let at = start;
  for (; at < end; at++) {
    const unit = text[at] ?? "";
    if (quote === "" && (by === "commas" ? unit === "," || unit === "\n" : isGap(unit, by))) break;
    if (unit === "\\" && at + 1 < end && (by === "blanks" || quote === '"')) out.push(escape(text[++at] ?? ""));
    else if (unit === quote) quote = "";
    else if (quote === "" && (unit === '"' || unit === "'")) quote = unit;
    else out.push(unit);
  }
  const stop = at;
  let trimmed = stop;
  while (trimmed > start && /\s/.test(text[trimmed - 1] ?? "")) trimmed--;
  return { text: out.join(""), end: Math.max(trimmed, start + 1) };
}

function escape(unit: string): string {
  return unit === "n" ? "\n" : unit === "t" ? "\t" : unit === "r" ? "\r" : unit === "s" ? " " : unit === "\n" ? " " : unit;
}

function isGap(unit: string | undefined, by: "blanks" | "commas"): boolean {
  return unit === " " || unit === "\t" || unit === "\n" || unit === "\r" || (by === "commas" && unit === ",");
}
