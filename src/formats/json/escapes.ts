import type { Span } from "../../types/value.ts";

/** Where the units of a JSON text stand as written between its quotes: an escape stands for one unit (https://www.rfc-editor.org/rfc/rfc8259#section-7). */
export function unescapedAt(source: string, { start, end }: Span): (offset: number) => number {
  let places: number[] | undefined;
  return (offset) => {
    if (!places) {
      places = [];
      for (let at = start; at < end; at++) {
        places.push(at);
        if (source[at] === "\\") at += source[at + 1] === "u" ? 5 : 1;
      }
    }
    return places[offset] ?? end;
  };
}
