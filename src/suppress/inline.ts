import type { Sheet } from "../types/sheet.ts";
import type { Span } from "../types/value.ts";
import { commentLinesOf } from "./comment-lines.ts";

/** A comment that asks for silence: `keylint-ignore RULE, RULE -- reason`. */
export interface Ignore {
  readonly path: string;
  /** The line, from 1, on which its comment ends. */
  readonly line: number;
  /** From `keylint-ignore` to the end of what it says, on one line. */
  readonly span: Span;
  /** Rules as written; they may be misspelt. */
  readonly rules: readonly string[];
  readonly reason?: string;
}

const mark = "keylint-ignore";

/** The mark begins a comment, a line of it, or follows another tool's: `# noqa # keylint-ignore …`. Prose about it is no ignore. */
const begin = /(?:[#*;/]|<!--)[ \t]{0,10}$/;

/** Rules that are read of one ignore; there are fewer. */
const mostRules = 40;

/** Every inline ignore of a module, in the order of the text. */
export function ignoresIn(module: Sheet): readonly Ignore[] {
  const { text, path } = module;
  if (!text.includes(mark)) return [];
  return module.comments.flatMap(({ span }) => {
    const written = text.slice(span.start, span.end);
    const { lines } = commentLinesOf(module);
    const line = lines.position(Math.max(span.start, span.end - 1)).line;
    return directives(written).map(({ from, to, said }) => ({ path, line, span: { start: span.start + from, end: span.start + to }, ...parse(said) }));
  });
}

/** Each line of a comment from the mark on. */
function directives(written: string): readonly { from: number; to: number; said: string }[] {
  const found: { from: number; to: number; said: string }[] = [];
  const lineEnd = /[\r\n]/g;
  for (let at = written.indexOf(mark); at >= 0; at = written.indexOf(mark, at)) {
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(written)?.index ?? written.length;
    const after = at + mark.length;
    if (begins(written, at) && !/[\w-]/.test(written[after] ?? "")) {
      const whole = written.slice(at, end).replace(/(?:\*\/|-->)$/, "").trimEnd();
      found.push({ from: at, to: at + whole.length, said: whole.slice(mark.length) });
    }
    at = end;
  }
  return found;
}

function begins(written: string, at: number): boolean {
  const before = written.slice(Math.max(0, at - 60), at);
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  return line.trim() === "" || begin.test(line);
}

/** ` RULE, RULE -- reason`; a colon after the mark and blanks for commas are let pass. */
function parse(said: string): Pick<Ignore, "rules" | "reason"> {
  const dashes = /\s--(?=\s|$)/.exec(said);
  const named = (dashes ? said.slice(0, dashes.index) : said).replace(/^:/, "");
  const rules = (named.split("#")[0] ?? "").split(/[\s,]/).filter((rule) => rule !== "").slice(0, mostRules);
  const reason = dashes ? said.slice(dashes.index + dashes[0].length).trim() : "";
  return { rules: [...new Set(rules)], ...(reason === "" ? {} : { reason }) };
}

/**
 * The lines that an ignore speaks of: its own; when its comment stands alone, also the next one that is not a comment alone.
 */
export function linesOf({ line, span }: Ignore, module: Sheet): readonly number[] {
  const { lines, isAlone, next } = commentLinesOf(module);
  const own = lines.position(span.start).line;
  if (isAlone(own) && isAlone(line)) return [own, next(line)];
  return [own, line];
}
