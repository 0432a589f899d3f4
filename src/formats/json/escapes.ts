import type { Span } from "../../types/value.ts";

/**
 * Where the units of a JSON text stand as written between its quotes: an escape stands for one unit
 * (https://www.rfc-editor.org/rfc/rfc8259#section-7), which is said to stand where the escape ends.
 */
export function unescapedAt(source: string, { start, end }: Span): (offset: number) => number {
  let places: number[] | undefined;
  return (offset) => {
    if (!places) {
      places = [];
      for (let at = start; at < end; at++) {
        if (source[at] === "\\") at += source[at + 1] === "u" ? 5 : 1;
        places.push(at);
      }
    }
    return places[offset] ?? end;
  };
}
