import type { Comment } from "../../types/module.ts";
import type { Span } from "../../types/value.ts";

/** Comments that begin with `#` at a line's start or after a blank, and not inside a value. `values` in any order. */
export function hashComments(text: string, values: readonly Span[]): readonly Comment[] {
  const inside = values.toSorted((a, b) => a.start - b.start);
  const found: Comment[] = [];
  const hash = /(?<![^\s])#[^\r\n]*/g;
  let next = 0;
  for (let match = hash.exec(text); match; match = hash.exec(text)) {
    const { index, 0: whole } = match;
    while (next < inside.length && (inside[next]?.end ?? 0) <= index) next++;
    const value = inside[next];
    if (value && value.start <= index) hash.lastIndex = Math.max(value.end, index + 1);
    else found.push({ text: whole.replace(/^#+/, "").trim(), span: { start: index, end: index + whole.length } });
  }
  return found;
}
