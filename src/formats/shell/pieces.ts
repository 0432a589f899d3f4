import type { Span, Value } from "../../types/value.ts";
import { literal, opaque } from "../expansions.ts";

/** A part of a word: a text, or something that stands for one. */
export interface Piece {
  /** As written, with its quotes. */
  readonly span: Span;
  /** What of it says the value. */
  readonly inner: Span;
  /** What the program gets, of a text. */
  readonly text?: string;
  /** What it stands for, otherwise. */
  readonly value?: Value;
  readonly quoted: boolean;
  /** The name that `${NAME:=default}` gives its value to. */
  readonly assigns?: { readonly name: string; readonly span: Span };
}

/** A word of a command as the shell takes it: blanks inside quotes are its own. */
export interface Word {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** A program's output. */
export function substitution(span: Span, quoted: boolean): Piece {
  return { span, inner: span, value: opaque(span), quoted };
}

/** The text of a word that has only texts. */
export function textOf({ pieces }: Word): string | undefined {
  return pieces.every(({ text }) => text !== undefined) ? pieces.map(({ text }) => text).join("") : undefined;
}

/** What the program gets for a word; `head` is where an empty one is shown. */
export function valueOf(text: string, word: Word, head: Span): Value {
  const { pieces, span } = word;
  const [first] = pieces;
  if (!first) return literal("", head);
  const whole = textOf(word);
  if (whole !== undefined) return literal(whole, onOneLine(text, pieces.length === 1 ? first.span : span));
  const operands = pieces.filter((piece) => piece.text !== "").map((piece) => piece.value ?? literal(piece.text ?? "", onOneLine(text, piece.span)));
  const [only] = operands;
  return operands.length === 1 && only ? only : { kind: "derived", by: "concat", operands, span: onOneLine(text, span) };
}

function onOneLine(text: string, { start, end }: Span): Span {
  const stop = /[\r\n]/.exec(text.slice(start, end))?.index;
  return { start, end: stop === undefined ? end : start + stop };
}
