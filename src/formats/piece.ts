import { lastTo } from "../text/sorted.ts";
import type { Span } from "../types/value.ts";

/** A text put together from places of a file, which knows where each of its units stands there. Places are added in their order. */
export class Piece {
  readonly #texts: string[] = [];
  /** Where each segment begins in the piece, and in the file; a segment that stands nowhere is all at one place. */
  readonly #starts: number[] = [];
  readonly #places: number[] = [];
  readonly #widths: number[] = [];
  #length = 0;

  /** Text that stands at a place of the file. */
  add(text: string, place: number): void {
    this.#push(text, place, text.length);
  }

  /** Text that the file does not hold, or writes in another way; it is said to stand at a place. */
  fill(text: string, place: number): void {
    this.#push(text, place, 1);
  }

  get length(): number {
    return this.#length;
  }

  get text(): string {
    return this.#texts.join("");
  }

  /** The places of the file that the piece is made of. */
  get spans(): readonly Span[] {
    return this.#places.map((start, index) => ({ start, end: start + (this.#widths[index] ?? 0) }));
  }

  /** Where a unit of the piece stands in the file; after the last one for all that lies behind. */
  at(offset: number): number {
    const part = Math.max(0, lastTo(offset, this.#starts));
    return (this.#places[part] ?? 0) + Math.min(Math.max(0, offset - (this.#starts[part] ?? 0)), this.#widths[part] ?? 0);
  }

  #push(text: string, place: number, width: number): void {
    if (text === "") return;
    this.#texts.push(text);
    this.#starts.push(this.#length);
    this.#places.push(place);
    this.#widths.push(width);
    this.#length += text.length;
  }

  /** Pieces in their order as one, each beginning in a line of its own. */
  static joined(pieces: readonly Piece[]): Piece {
    const whole = new Piece();
    for (const piece of pieces) {
      if (whole.#length > 0 && !/[\r\n]$/.test(whole.#texts.at(-1) ?? "")) whole.fill("\n", whole.at(whole.#length));
      for (const [index, text] of piece.#texts.entries()) whole.#push(text, piece.#places[index] ?? 0, piece.#widths[index] ?? 0);
    }
    return whole;
  }
}
