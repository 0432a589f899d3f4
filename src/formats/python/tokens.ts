import type { Span } from "../../types/value.ts";

/** A piece of Python text, cut as Python cuts it. Blanks are no tokens; a line end inside brackets is `break`. */
export interface Token extends Span {
  readonly kind: "name" | "number" | "string" | "sign" | "newline" | "break";
  /** The text, for names and signs. */
  readonly text: string;
  /** Brackets that are open here. */
  readonly depth: number;
  /** A string that is never closed. */
  readonly open?: true;
}

const blank = /(?:[ \t\f]|\\\r?\n)+|#[^\r\n]*/y;
const lineEnd = /\r?\n|\r/y;
const prefixed = /(?:[uUbBfFtT][rR]?|[rR][bBfFtT]?)?(?:"""|'''|"|')/y;
const word = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const number = /(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)[jJlL]?/y;
const sign = /(?:<<|>>|\*\*|\/\/|[<>=!:]=|<>|->|[^])/y;

/** Cuts a text into tokens. Linear, and for any text: what is no Python is a sign. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  const matched = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  const add = (kind: Token["kind"], end: number, open = false): void => {
    const kept = kind === "name" || kind === "sign" ? text.slice(at, end) : "";
    if (kind === "sign" && ")]}".includes(kept)) depth = Math.max(0, depth - 1);
    tokens.push({ kind, text: kept, start: at, end, depth, ...(open ? { open: true } : {}) });
    if (kind === "sign" && "([{".includes(kept)) depth++;
    at = end;
  };
  while (at < text.length) {
    let end: number;
    if ((end = matched(blank)) > at) at = end;
    else if ((end = matched(lineEnd)) > at) add(depth > 0 ? "break" : "newline", end);
    else if ((end = matched(prefixed)) > at) {
      const closed = stringEnd(text, at, end);
      add("string", closed.end, closed.open);
    } else if ((end = matched(word)) > at) add("name", end);
    else if ((end = matched(number)) > at) add("number", end);
    else add("sign", matched(sign));
  }
  return tokens;
}

/** Where a string ends. One that is never closed ends with its line, a long one with the text. */
function stringEnd(text: string, start: number, from: number): { readonly end: number; readonly open: boolean } {
  const long = from - start >= 3 && /["']{3}$/.test(text.slice(from - 3, from));
  const quote = text[from - 1] ?? "";
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\\") at += text.startsWith("\r\n", at + 1) ? 2 : 1;
    else if (letter === quote && (!long || text.startsWith(quote.repeat(3), at))) return { end: at + (long ? 3 : 1), open: false };
    else if (!long && (letter === "\n" || letter === "\r")) return { end: at, open: true };
  }
  return { end: text.length, open: true };
}
