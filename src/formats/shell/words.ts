import type { Span } from "../../types/value.ts";
import { substitution, type Piece, type Word } from "./pieces.ts";
import { singleAt, unescaped } from "./quotes.ts";
import { isBlank, isBreak, type Reading } from "./reading.ts";
import { skipTo } from "./skip.ts";
import { dollarAt, percentAt } from "./variables.ts";

/** The word that begins here; empty when none does. */
export function wordAt(reading: Reading, start: number): Word {
  const pieces: Piece[] = [];
  const at = piecesUpTo(reading, start, reading.end, (unit) => isBlank(unit) || isBreak(unit) || reading.dialect.operators.includes(unit), pieces, 0);
  return { span: { start, end: at }, pieces };
}

/** Reads unquoted pieces up to a unit that stops them; gives its place. */
export function piecesUpTo(reading: Reading, start: number, limit: number, stops: (unit: string) => boolean, pieces: Piece[], depth: number): number {
  const { text, dialect } = reading;
  let at = start;
  while (at < limit) {
    const unit = text[at] ?? "";
    if (unit === dialect.escape) {
      const next = escapedAt(reading, at, pieces);
      at = next;
    } else if (stops(unit)) break;
    else if (unit === "'" && dialect.singleQuotes) at = push(pieces, singleAt(reading, at));
    else if (unit === '"') at = doubleAt(reading, at, pieces, depth);
    else if (unit === "`" && dialect.name === "posix") at = push(pieces, substitution({ start: at, end: skipTo(reading, at + 1, "`") }, false));
    else if (unit === "$" || ((unit === "%" || unit === "!") && dialect.name === "batch")) {
      const found = unit === "$" ? dollarAt(reading, at, { quoted: false, depth, pieces: piecesUpTo }) : percentAt(reading, at, false);
      at = found ? push(pieces, found) : plain(pieces, text, at, at + 1);
    } else at = plain(pieces, text, at, plainEnd(reading, at, limit));
  }
  return Math.min(at, limit);
}

/** The next unit that can mean something. */
function plainEnd({ text, dialect }: Reading, at: number, limit: number): number {
  dialect.special.lastIndex = at + 1;
  return Math.min(dialect.special.exec(text)?.index ?? text.length, limit);
}

function push(pieces: Piece[], piece: Piece): number {
  pieces.push(piece);
  return piece.span.end;
}

/** Adds unquoted text, to the piece before when that is such text, too. */
function plain(pieces: Piece[], text: string, start: number, end: number, said = text.slice(start, end)): number {
  const last = pieces.at(-1);
  if (last?.text !== undefined && !last.quoted && last.span.end === start) {
    const span = { start: last.span.start, end };
    pieces[pieces.length - 1] = { span, inner: span, text: last.text + said, quoted: false };
  } else pieces.push({ span: { start, end }, inner: { start, end }, text: said, quoted: false });
  return end;
}

/** An escape outside quotes: a unit that means itself, or a line that goes on. */
function escapedAt(reading: Reading, at: number, pieces: Piece[]): number {
  const { text } = reading;
  const after = reading.afterBreak(at + 1);
  if (after > at + 1) return behindLine(reading, after);
  if (at + 1 >= reading.end) return plain(pieces, text, at, at + 1, "");
  return plain(pieces, text, at, at + 2, text.slice(at + 1, at + 2));
}

/** Where a command goes on behind a line's end that is escaped. */
export function behindLine(reading: Reading, from: number): number {
  if (!reading.dialect.between) return from;
  const { text } = reading;
  for (let at = from; ;) {
    let next = at;
    while (isBlank(text[next])) next++;
    if (text[next] !== "#" && !isBreak(text[next])) return at;
    const end = reading.afterBreak(reading.lineEnd(next));
    if (end >= reading.end) return reading.end;
    at = end;
  }
}

/** `"…"`: texts and what is put into them; without anything put into it, one piece with its quotes. Gives the place behind it. */
function doubleAt(reading: Reading, start: number, pieces: Piece[], depth: number): number {
  const found = reading.closing('"', start, (limit) => {
    const inside: Piece[] = [];
    const end = quotedPieces(reading, { start: start + 1, end: limit }, '"', inside, depth);
    const closed = end < limit;
    return { closed, result: { inside, inner: { start: start + 1, end }, end: closed ? end + 1 : end } };
  });
  const [only, more] = found.inside;
  const span = { start, end: found.end };
  if (!only) pieces.push({ span, inner: found.inner, text: "", quoted: true });
  else if (!more && only.text !== undefined) pieces.push({ ...only, span, inner: found.inner });
  else for (const piece of found.inside) pieces.push(piece);
  return found.end;
}

/** Pieces as in double quotes, up to `closer`; without one to the end, as in a heredoc. */
export function quotedPieces(reading: Reading, { start, end: limit }: Span, closer: string | undefined, pieces: Piece[], depth: number): number {
  const { text, dialect } = reading;
  let from = start;
  const texts = (to: number): void => {
    const span = { start: from, end: to };
    if (to > from) pieces.push({ span, inner: span, text: unescaped(text.slice(from, to), reading, closer), quoted: true });
  };
  let at = start;
  for (; at < limit && text[at] !== closer; at++) {
    const unit = text[at] ?? "";
    if (unit === dialect.escape && dialect.name !== "batch") at++;
    else if (unit === "$" || (unit === "`" && dialect.name === "posix") || ((unit === "%" || unit === "!") && dialect.name === "batch")) {
      const found = insideQuotes(reading, at, unit, depth);
      if (!found) continue;
      texts(at);
      pieces.push(found);
      from = Math.max(from, found.span.end);
      at = from - 1;
    }
  }
  const end = Math.min(at, limit);
  texts(end);
  return end;
}

function insideQuotes(reading: Reading, at: number, unit: string, depth: number): Piece | undefined {
  if (unit === "`") return substitution({ start: at, end: skipTo(reading, at + 1, "`") }, true);
  return unit === "$" ? dollarAt(reading, at, { quoted: true, depth, pieces: piecesUpTo }) : percentAt(reading, at, true);
}
