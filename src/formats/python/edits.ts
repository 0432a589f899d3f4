import type { Span } from "../../types/value.ts";

/** A part of the text that the parser shall see otherwise. `text` is as long as the span, so every offset stays. */
export interface Edit extends Span {
  readonly text: string;
}

/** Blanks in the place of a part. */
export function blanked({ start, end }: Span): Edit {
  return { start, end, text: " ".repeat(end - start) };
}

/** One plain name in the place of a part. */
export function named({ start, end }: Span): Edit {
  return { start, end, text: "_".repeat(end - start) };
}

/** The text as the parser shall see it. Of edits that overlap the first one counts. */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
