import type { Span } from "../../types/value.ts";

/** One string token, taken apart. */
export interface StringToken {
  /** Between the quotes. */
  readonly inner: Span;
  readonly raw: boolean;
  readonly form: "text" | "bytes";
}

/** The token at a span: its prefix says what it is. A token that was never closed ends where the span ends. */
export function stringToken(text: string, { start, end }: Span): StringToken {
  let at = start;
  while (at < end && /[a-z]/i.test(text[at] ?? "")) at++;
  const prefix = text.slice(start, at).toLowerCase();
  const quote = text[at] ?? "";
  const quotes = text.startsWith(quote.repeat(3), at) && at + 3 <= end && end - at !== 2 ? quote.repeat(3) : quote;
  const from = Math.min(at + quotes.length, end);
  const closed = end - quotes.length >= from && text.startsWith(quotes, end - quotes.length);
  return {
    inner: { start: from, end: closed ? end - quotes.length : end },
    raw: prefix.includes("r"),
    form: prefix.includes("b") ? "bytes" : "text",
  };
}

const simpleEscapes: Readonly<{ [letter: string]: string }> = {
  "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", "\n": "",
};

/**
 * What the program gets for the text between the quotes: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences.
 * Bytes come as one unit per byte. A character that is asked for by its name (`\N{…}`) comes as U+FFFD.
 */
export function decodeLiteral(written: string, { raw, form }: Pick<StringToken, "raw" | "form">): string {
  const text = written.replace(/\r\n?/g, "\n");
  const bytes = form === "bytes";
  const plain = (part: string): string => (bytes ? Buffer.from(part, "utf8").toString("latin1") : part);
  if (raw || !text.includes("\\")) return plain(text);
  const escape = /\\(?:[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^{}\n]{0,100}\}|[^])/g;
  let decoded = "";
  let from = 0;
  for (const match of text.matchAll(escape)) {
    decoded += plain(text.slice(from, match.index)) + unescape(match[0], bytes, plain);
    from = match.index + match[0].length;
  }
  return decoded + plain(text.slice(from));
}

function unescape(sequence: string, bytes: boolean, plain: (part: string) => string): string {
  const letter = sequence[1] ?? "";
  if (sequence.length === 2 && letter in simpleEscapes) return simpleEscapes[letter] ?? "";
  if (/[0-7]/.test(letter)) return character(Number.parseInt(sequence.slice(1), 8) & (bytes ? 0xff : 0x1ff));
  if (letter === "x" && sequence.length > 2) return character(Number.parseInt(sequence.slice(2), 16));
  if (bytes || sequence.length === 2) return plain(sequence);
  return letter === "N" ? "\ufffd" : character(Number.parseInt(sequence.slice(2), 16));
}

function character(code: number): string {
  return code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
}

/** The value of a number as written, Python 2's `0777` and `10L` too; undefined for an imaginary one. */
export function numberValue(written: string): number | undefined {
  const digits = written.replaceAll("_", "").replace(/[lL]$/, "");
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  const value = Number(digits);
  return Number.isNaN(value) ? undefined : value;
}
