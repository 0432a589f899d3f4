import type { Span } from "../../types/value.ts";
import { Piece } from "../documents/piece.ts";

/** A line of a cell with its end: what the program gets, and where that stands in the file. */
export interface Line {
  readonly text: string;
  readonly piece: Piece;
}

const escapes: { readonly [letter: string]: string } = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The lines of a text that JSON strings write one after the other. An escaped unit stands where its escape ends. */
export function linesOf(text: string, strings: readonly Span[]): readonly Line[] {
  const lines: Line[] = [];
  let piece = new Piece();
  const close = (): void => {
    if (piece.length > 0) lines.push({ text: piece.text, piece });
    piece = new Piece();
  };
  for (const { start, end } of strings) {
    let from = start + 1;
    for (let at = from; at < end - 1; at++) {
      if (text[at] !== "\\") continue;
      piece.add(text.slice(from, at), from);
      const { unit, width } = escapeAt(text, at);
      at += width - 1;
      piece.fill(unit, at);
      from = at + 1;
      if (unit === "\n") close();
    }
    piece.add(text.slice(from, end - 1), from);
  }
  close();
  return lines;
}

/** https://www.rfc-editor.org/rfc/rfc8259#section-7 */
function escapeAt(text: string, at: number): { readonly unit: string; readonly width: number } {
  const letter = text[at + 1] ?? "";
  const hex = letter === "u" ? text.slice(at + 2, at + 6) : "";
  if (/^[\da-f]{4}$/i.test(hex)) return { unit: String.fromCharCode(parseInt(hex, 16)), width: 6 };
  return { unit: escapes[letter] ?? letter, width: 2 };
}
