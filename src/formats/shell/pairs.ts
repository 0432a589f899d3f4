import type { Span } from "../../types/value.ts";
import type { Piece, Word } from "./pieces.ts";

/** `NAME=value` in a word. */
export interface Pair {
  readonly name: string;
  readonly nameSpan: Span;
  /** The name and the sign after it. */
  readonly head: Span;
  readonly value: Word;
}

/** The pair that a word is; `from` passes over what stands before the name in its first piece. */
export function pairOf(text: string, { pieces, span }: Word, before = /(?:)/y): Pair | undefined {
  const [first, ...rest] = pieces;
  if (first?.text === undefined) return undefined;
  const { start, end } = first.inner;
  before.lastIndex = start;
  const from = before.test(text) ? before.lastIndex : start;
  const signed = /([A-Za-z_]\w{0,199})=/y;
  signed.lastIndex = from;
  const name = signed.exec(text)?.[1];
  const to = signed.lastIndex;
  // The name must be what the program gets, too.
  if (name === undefined || to > end || !first.text.startsWith(text.slice(start, to))) return undefined;
  const left = { ...first, span: { start: to, end: first.quoted ? end : first.span.end }, inner: { start: to, end }, text: first.text.slice(to - start) };
  const value = { span: { start: to, end: first.quoted && rest.length === 0 ? end : span.end }, pieces: left.text === "" && left.inner.end === to ? rest : [left, ...rest] };
  return { name, nameSpan: { start: from, end: to - 1 }, head: { start: from, end: to }, value };
}

/** The words that stand between separators in a word. A text with escapes is not taken apart. */
export function split(text: string, word: Word, separator: RegExp): readonly Word[] {
  const words: Piece[][] = [[]];
  for (const piece of word.pieces) {
    const cuts = piece.text !== undefined && piece.text === text.slice(piece.inner.start, piece.inner.end) ? piece.text.matchAll(separator) : [];
    let from = piece.inner.start;
    let cut = false;
    for (const { 0: sign, index } of cuts) {
      const at = piece.inner.start + index;
      words.at(-1)?.push(part(text, piece, from, at));
      words.push([]);
      from = at + sign.length;
      cut = true;
    }
    words.at(-1)?.push(cut ? part(text, piece, from, piece.inner.end) : piece);
  }
  return words.flatMap((pieces) => {
    const some = pieces.filter((piece) => piece.text !== "" || piece.span.end > piece.span.start);
    const [first, last] = [some[0], some.at(-1)];
    return first && last ? [{ span: { start: first.span.start, end: last.span.end }, pieces: some }] : [];
  });
}

function part(text: string, piece: Piece, start: number, end: number): Piece {
  const span = { start, end };
  return { span, inner: span, text: text.slice(start, end), quoted: piece.quoted };
}

/** A value in quotes that are text for the shell: `"NAME='value'"`. */
export function withoutQuotes({ pieces, span }: Word): Word {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const quote = first?.text?.[0];
  if (first?.text === undefined || last?.text === undefined || (quote !== '"' && quote !== "'") || !last.text.endsWith(quote)) return { pieces, span };
  if (first === last) return first.text.length < 2 ? { pieces, span } : { span, pieces: [{ ...first, text: first.text.slice(1, -1) }] };
  const inside = [{ ...first, text: first.text.slice(1) }, ...pieces.slice(1, -1), { ...last, text: last.text.slice(0, -1) }];
  return { span, pieces: inside.filter(({ text }) => text !== "") };
}
