import type { Language } from "../../types/module.ts";
import type { Span } from "../../types/value.ts";

/** A text literal as written: `start` is its prefix, `inner` to `innerEnd` what stands between the quotes. */
export interface Token extends Span {
  readonly inner: number;
  readonly innerEnd: number;
  /** `r`, `b`, `f` and so on, in lower case; empty in JavaScript. */
  readonly prefix: string;
  /** False when it goes over several lines. */
  readonly oneLine: boolean;
}

/** Is told of each literal and comment, in order. */
export interface Listener {
  token(token: Token): void;
  comment(text: string, span: Span): void;
}

/** A regular expression of JavaScript is looked for in so many units; people write them in fewer. */
const longestPattern = 2_000;

/**
 * Finds text literals and comments without knowing the language's grammar. Each unit of the text is looked at a bounded number of
 * times: where an opening mark has no closing one, the place up to which none was found is kept, and not searched again.
 */
export function scan(text: string, language: Language, listener: Listener): void {
  const marks = language === "javascript" ? /["'`/]/g : /["'#]/g;
  const step = language === "javascript" ? javascriptStep(text, listener) : pythonStep(text, listener);
  for (let found = marks.exec(text); found; found = marks.exec(text)) marks.lastIndex = step(found.index);
}

/** Takes what begins at a mark, and tells where to go on. */
type Step = (at: number) => number;

function pythonStep(text: string, listener: Listener): Step {
  const quotes = quotesIn(text, listener);
  return (at) => {
    if (text[at] === "#") return lineComment(text, at, 1, listener);
    const triple = text[at] === text[at + 1] && text[at] === text[at + 2];
    return quotes(at, triple ? 3 : 1, prefixBefore(text, at));
  };
}

function javascriptStep(text: string, listener: Listener): Step {
  const quotes = quotesIn(text, listener);
  const open = { comment: 0, pattern: 0 };
  return (at) => {
    if (text[at] !== "/") return quotes(at, 1, "");
    if (text[at + 1] === "/") return lineComment(text, at, 2, listener);
    if (text[at + 1] === "*" && at >= open.comment) {
      const end = text.indexOf("*/", at + 2);
      if (end >= 0) return listener.comment(text.slice(at + 2, end).trim(), { start: at, end: end + 2 }), end + 2;
      open.comment = text.length;
    } else if (at >= open.pattern && mayBeginPattern(text, at)) {
      const { end, closed } = patternEnd(text, at);
      if (closed) return end;
      open.pattern = end;
    }
    return at + 1;
  };
}

/** Where each kind of quote is known not to be closed: up to there it is no literal's beginning. */
function quotesIn(text: string, listener: Listener): (at: number, width: number, prefix: string) => number {
  const open = new Map<string, number>();
  return (at, width, prefix) => {
    const quote = text.slice(at, at + width);
    if (at < (open.get(quote) ?? 0)) return at + width;
    const { end, closed, oneLine } = quoteEnd(text, at + width, quote);
    if (!closed) {
      open.set(quote, end);
      return at + width;
    }
    listener.token({ start: at - prefix.length, inner: at + width, innerEnd: end - width, end, prefix: prefix.toLowerCase(), oneLine });
    return end;
  };
}

/** A backslash takes the next unit with it. Only `'` and `"` end with the line. */
function quoteEnd(text: string, from: number, quote: string): { end: number; closed: boolean; oneLine: boolean } {
  const overLines = quote.length === 3 || quote === "`";
  let oneLine = true;
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === "\n" || unit === "\r") {
      if (!overLines) return { end: at, closed: false, oneLine };
      oneLine = false;
    } else if (unit === "\\" && (overLines || !isLineEnd(text[at + 1]))) at++;
    else if (unit === quote[0] && (quote.length === 1 || text.startsWith(quote, at))) return { end: at + quote.length, closed: true, oneLine };
  }
  return { end: text.length, closed: false, oneLine };
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === "\n" || unit === "\r";
}

/** `rb`, `F`: at most two letters, with no name before them. */
function prefixBefore(text: string, at: number): string {
  return /(?<![\w$])[bfrtu]{1,2}$/i.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? "";
}

function lineComment(text: string, at: number, width: number, listener: Listener): number {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = at;
  const end = lineEnd.exec(text)?.index ?? text.length;
  listener.comment(text.slice(at + width, end).trim(), { start: at, end });
  return end;
}

/** A slash divides after a value, and begins a pattern elsewhere. After `)` and `}` it is taken to divide. */
function mayBeginPattern(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).trimEnd();
  return before === "" || /[(,=:[!&|?{;+\-*%~^]$|=>$|\b(?:return|typeof|case|in|of|delete|void|throw|else|do|yield|await)$/.test(before);
}

/** The end of a pattern that begins at a slash; a slash inside brackets does not end it. */
function patternEnd(text: string, start: number): { end: number; closed: boolean } {
  const last = Math.min(text.length, start + longestPattern);
  let inClass = false;
  for (let at = start + 1; at < last; at++) {
    const unit = text[at];
    if (isLineEnd(unit)) return { end: at, closed: false };
    if (unit === "\\") at++;
    else if (unit === "[") inClass = true;
    else if (unit === "]") inClass = false;
    else if (unit === "/" && !inClass) return { end: at + 1, closed: true };
  }
  return { end: last, closed: false };
}
