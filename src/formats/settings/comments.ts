import type { Comment } from "../../types/module.ts";
import type { Span } from "../../types/value.ts";

/** Comments that begin with `#` at a line's start or after a blank, and not inside a value. `values` in any order. */
export function hashComments(text: string, values: readonly Span[]): readonly Comment[] {
  const inside = values.toSorted((a, b) => a.start - b.start);
  const found: Comment[] = [];
  let next = 0;
  for (const { index, 0: whole } of text.matchAll(/(?<![^\s])#[^\r\n]*/g)) {
    while (next < inside.length && (inside[next]?.end ?? 0) <= index) next++;
    const value = inside[next];
    if (value && value.start <= index) continue;
    found.push({ text: whole.replace(/^#+/, "").trim(), span: { start: index, end: index + whole.length } });
  }
  return found;
}
