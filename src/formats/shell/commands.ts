import type { Span } from "../../types/value.ts";
import type { Word } from "./pieces.ts";
import { isBlank, isBreak, type Reading } from "./reading.ts";
import { skipTo } from "./skip.ts";
import { behindLine, wordAt } from "./words.ts";

/** A text that stands in a script for a file: `<<EOF`. */
export interface Heredoc {
  readonly body: Span;
  /** Whether variables in it are replaced: not when its mark was quoted. */
  readonly expands: boolean;
}

/** One command with its words, where its output goes, and what is written into it. */
export interface Command {
  readonly words: Word[];
  /** Files that its output goes to, as written. */
  readonly targets: Word[];
  readonly heredocs: Heredoc[];
  /** The words of the command whose output it reads. */
  readonly from?: readonly Word[];
  /** The commands behind it in its line. */
  readonly next: Command[];
}

/** Is told of each command and comment, in order; a command when the heredocs of its line are known. */
export interface Listener {
  command(command: Command): void;
  comment(span: Span): void;
  /** What is passed over and holds values: an array, a text that is written into a program. */
  passed(span: Span): void;
}

interface Waiting {
  readonly command: Command;
  readonly mark: string;
  readonly tabs: boolean;
  readonly expands: boolean;
}

/** A script while its commands are read. */
interface Walk {
  readonly reading: Reading;
  readonly listener: Listener;
  command: Command;
  /** Commands of this line that are not yet told. */
  readonly done: Command[];
  readonly waiting: Waiting[];
}

const empty = (from?: readonly Word[]): Command => ({ words: [], targets: [], heredocs: [], next: [], ...(from && { from }) });

/** Takes a script apart into commands. Each unit is looked at a bounded number of times. */
export function readCommands(reading: Reading, start: number, listener: Listener): void {
  const walk: Walk = { reading, listener, command: empty(), done: [], waiting: [] };
  for (let at = start; at < reading.end;) at = step(walk, at);
  endCommand(walk);
  tell(walk);
}

function step(walk: Walk, at: number): number {
  const { reading, listener } = walk;
  const { text, dialect } = reading;
  const unit = text[at] ?? "";
  if (isBlank(unit)) return at + 1;
  if (isBreak(unit)) return lineBreak(walk, at);
  if (unit === "#") {
    const span = { start: at, end: reading.lineEnd(at) };
    listener.comment(span);
    return span.end;
  }
  if (unit === dialect.escape && reading.afterBreak(at + 1) > at + 1) return behindLine(reading, reading.afterBreak(at + 1));
  if (text.startsWith("((", at) && walk.command.words.length === 0) return passed(walk, at, skipTo(reading, at + 1, ")"));
  const redirected = redirect(walk, at);
  if (redirected !== undefined) return redirected;
  if (dialect.operators.includes(unit)) return operator(walk, at, unit);
  const word = wordAt(reading, at);
  walk.command.words.push(word);
  const { end } = word.span;
  // `NAME=(a b c)` is an array: none of its parts is the whole.
  if (text[end] === "(" && text[end - 1] === "=") {
    walk.command.words.pop();
    return passed(walk, end, skipTo(reading, end + 1, ")"));
  }
  return Math.max(end, at + 1);
}

function passed({ listener }: Walk, start: number, end: number): number {
  listener.passed({ start, end });
  return end;
}

function operator(walk: Walk, at: number, unit: string): number {
  const { text } = walk.reading;
  const ended = walk.command;
  endCommand(walk);
  const pipes = unit === "|" && text[at + 1] !== "|" && text[at - 1] !== "|";
  if (pipes) walk.command = empty(ended.words);
  return at + 1;
}

function endCommand(walk: Walk): void {
  const { command } = walk;
  if (command.words.length > 0 || walk.waiting.at(-1)?.command === command) walk.done.push(command);
  walk.command = empty();
}

/** Commands behind one that are told to it: a line of thousands is nobody's. */
const mostNext = 16;

function tell({ done, listener }: Walk): void {
  for (const [at, command] of done.entries()) {
    command.next.push(...done.slice(at + 1, at + 1 + mostNext));
    listener.command(command);
  }
  done.length = 0;
}

function lineBreak(walk: Walk, at: number): number {
  const { reading } = walk;
  let next = reading.afterBreak(at);
  // A line that ends in `|` goes on.
  const open = walk.command.from !== undefined && walk.command.words.length === 0;
  if (!open) endCommand(walk);
  for (const heredoc of walk.waiting) next = bodyAt(walk, heredoc, next);
  walk.waiting.length = 0;
  tell(walk);
  return next;
}

/** The lines up to the one that is the mark; without it all that is left, as a shell takes it. */
function bodyAt({ reading, listener }: Walk, { command, mark, tabs, expands }: Waiting, start: number): number {
  const { text, end } = reading;
  for (let at = start; at < end;) {
    const stop = reading.lineEnd(at);
    let from = at;
    while (tabs && text[from] === "\t" && from < stop) from++;
    const next = reading.afterBreak(stop);
    if (stop - from === mark.length && text.startsWith(mark, from)) {
      command.heredocs.push({ body: { start, end: at }, expands });
      return next;
    }
    if (next === stop) break;
    at = next;
  }
  const body = { start: Math.min(start, end), end };
  command.heredocs.push({ body, expands });
  listener.passed(body);
  return end;
}

/** `> file`, `2>&1`, `<<EOF`; gives the place behind it. */
function redirect(walk: Walk, at: number): number | undefined {
  const { reading, command } = walk;
  const { text, dialect } = reading;
  const sign = /(?:&>>?|\d{0,3}(?:<<<|<<-?|<>|<&|<|>>|>\||>&|>))/y;
  sign.lastIndex = at;
  const written = sign.exec(text)?.[0];
  if (written === undefined || !dialect.operators.includes(">")) return undefined;
  let from = at + written.length;
  if (text[from] === "(") return passed(walk, from, skipTo(reading, from + 1, ")"));
  while (isBlank(text[from])) from++;
  const word = wordAt(reading, from);
  const heredoc = /^\d*<<-?$/.test(written) && dialect.name === "posix";
  if (heredoc && word.span.end > from) walk.waiting.push(waiting(command, word, written.endsWith("-")));
  else if (written.endsWith("<<<")) walk.listener.passed(word.span);
  else if (/^1?(?:>|>>|>\|)$|^&>>?$/.test(written)) command.targets.push(word);
  return Math.max(word.span.end, from);
}

function waiting(command: Command, { pieces }: Word, tabs: boolean): Waiting {
  const quoted = pieces.some((piece) => piece.quoted || (piece.text !== undefined && piece.text.length < piece.span.end - piece.span.start));
  return { command, mark: pieces.map(({ text }) => text ?? "").join(""), tabs, expands: !quoted };
}
