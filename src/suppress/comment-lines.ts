import { Lines } from "../text/lines.ts";
import type { Comment } from "../types/module.ts";
import type { Sheet } from "../types/sheet.ts";

/** A module's comments by the lines that they stand on; lines from 1. */
export interface CommentLines {
  readonly lines: Lines;
  on(line: number): readonly Comment[];
  /** Whether a line holds nothing but comments, one at least. */
  isAlone(line: number): boolean;
  /** The first line after this one that is not of comments alone. */
  next(line: number): number;
}

const known = new WeakMap<Sheet, CommentLines>();

export function commentLinesOf(module: Sheet): CommentLines {
  const before = known.get(module);
  if (before) return before;
  const found = build(module);
  known.set(module, found);
  return found;
}

function build({ text, comments }: Sheet): CommentLines {
  const lines = new Lines(text);
  const byLine = new Map<number, Comment[]>();
  for (const comment of comments) {
    const last = lines.position(Math.max(comment.span.start, comment.span.end - 1)).line;
    for (let line = lines.position(comment.span.start).line; line <= last; line++) {
      const there = byLine.get(line);
      if (there) there.push(comment);
      else byLine.set(line, [comment]);
    }
  }
  const on = (line: number): readonly Comment[] => byLine.get(line) ?? [];
  const isAlone = remembered((line) => on(line).length > 0 && isBare(lines, line, on(line)));
  return { lines, on, isAlone, next: nextOf(isAlone) };
}

/** Each line is looked at once, however many ignores ask. */
function remembered<Answer>(find: (line: number) => Answer): (line: number) => Answer {
  const answers = new Map<number, Answer>();
  return (line) => {
    const before = answers.get(line);
    if (before !== undefined) return before;
    const answer = find(line);
    answers.set(line, answer);
    return answer;
  };
}

/** The end of a run of comments is kept for all its lines. */
function nextOf(isAlone: (line: number) => boolean): (line: number) => number {
  const ends = new Map<number, number>();
  return (line) => {
    let end = line + 1;
    while (isAlone(end) && !ends.has(end)) end++;
    const next = ends.get(end) ?? end;
    for (let at = line; at < end; at++) ends.set(at, next);
    return next;
  };
}

/** What is left of the line without its comments is blank, or the braces of a comment in JSX. */
function isBare(lines: Lines, line: number, comments: readonly Comment[]): boolean {
  const start = lines.lineStart(line);
  const text = lines.line(line) ?? "";
  let rest = "";
  let at = 0;
  for (const { span } of comments) {
    rest += text.slice(at, Math.max(at, span.start - start)).trim();
    at = Math.max(at, span.end - start);
  }
  rest += text.slice(at).trim();
  return rest === "" || rest === "{}";
}
