import { Piece } from "../piece.ts";
import type { Scalar } from "../settings/node.ts";

/** A line of a cell with its end: what the program gets, and where that stands in the file. */
export interface Line {
  readonly text: string;
  readonly piece: Piece;
}

/** The lines of a text that JSON strings write one after the other. */
export function linesOf(strings: readonly Scalar[]): readonly Line[] {
  const lines: Line[] = [];
  let piece = new Piece();
  const close = (): void => {
    if (piece.length > 0) lines.push({ text: piece.text, piece });
    piece = new Piece();
  };
  for (const { text, at = () => 0 } of strings) {
    for (let from = 0; from < text.length;) {
      let to = from + 1;
      while (to < text.length && text[to - 1] !== "\n" && at(to) === at(to - 1) + 1) to++;
      piece.add(text.slice(from, to), at(from));
      if (text[to - 1] === "\n") close();
      from = to;
    }
  }
  close();
  return lines;
}
