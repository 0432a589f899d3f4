/** A string token taken apart. */
export interface StringToken {
  readonly prefix: string;
  readonly form: "text" | "bytes";
  readonly raw: boolean;
  /** Offsets of the inside, relative to the token. */
  readonly start: number;
  readonly end: number;
}

/** Splits a token such as `rb"…"` or `'''…'''`; an unclosed one ends where it ends. */
export function stringToken(token: string): StringToken {
  const prefix = /^[A-Za-z]{0,3}/.exec(token)?.[0].toLowerCase() ?? "";
  const quote = token.slice(prefix.length, prefix.length + 3);
  const marks = quote === '"""' || quote === "'''" ? 3 : 1;
  const start = prefix.length + marks;
  const closed = token.length >= start + marks && token.endsWith(quote.slice(0, marks));
  return { prefix, form: prefix.includes("b") ? "bytes" : "text", raw: prefix.includes("r"), start, end: closed ? token.length - marks : token.length };
}

const simple: Readonly<{ [letter: string]: string }> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v", "\\": "\\", "'": "'", '"': '"', "\n": "" };

/**
 * What Python makes of the inside of a literal. Bytes come as one unit each; an unknown escape stays as written
 * (https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences).
 */
export function unescape(inside: string, { form, raw }: Pick<StringToken, "form" | "raw">): string {
  const text = form === "bytes" ? Buffer.from(inside, "utf8").toString("latin1") : inside;
  if (raw || !text.includes("\\")) return text;
  return text.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^{}\n]{1,80}\}|[0-7]{1,3}|\r?\n|[^])/g, (whole, code: string) => {
    const known = simple[code];
    if (known !== undefined) return known;
    if (code === "\r\n") return "";
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    if (code.length > 1 && code.startsWith("x")) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (form === "bytes") return whole;
    if (code.length > 1 && /^[uU]/.test(code)) {
      const point = Number.parseInt(code.slice(1), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    return code.startsWith("N{") ? "\ufffd" : whole;
  });
}
