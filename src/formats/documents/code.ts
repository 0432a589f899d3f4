import type { Format } from "../../types/module.ts";
import type { Span } from "../../types/value.ts";
import { guessed, isEnvironment, type Guess } from "./guess.ts";
import { formatsOf } from "./languages.ts";
import { Piece } from "../piece.ts";
import type { Block } from "./programs.ts";
import { typed } from "./prompts.ts";

/** The formats that read what stands in documents, by their ids. Those that are not there are not read. */
export type Readers = ReadonlyMap<string, Format>;

/** Code as a document shows it. */
export interface Code {
  /** The language as the document names it, empty when it does not. */
  readonly word: string;
  /** Its lines, with their ends and without what the document puts before each. */
  readonly lines: readonly Span[];
}

/** Words that also stand over lines of environment files. */
const loose: ReadonlySet<string> = new Set(["shell", "ini"]);

/** Who reads a document's code, and its text without indentation and prompts. `otherwise`: the document's own language. */
export function blockOf(text: string, { word, lines }: Code, readers: Readers, otherwise = ""): Block | undefined {
  const dedented = withoutIndent(text, lines);
  const guess = languageOf(word, pieceOf(text, dedented).text, readers, otherwise);
  const reader = guess && readers.get(guess.id);
  if (!reader) return undefined;
  const kept = typed(text, dedented, guess.id, word);
  const piece = pieceOf(text, guess.id === "javascript" ? kept.filter((line) => !isOmission(text, line)) : kept);
  return piece.length === 0 ? undefined : { reader, piece, sure: guess.sure };
}

function languageOf(word: string, written: string, readers: Readers, otherwise: string): Guess | undefined {
  const ids = formatsOf(word);
  if (ids === undefined) {
    const guess = guessed(written);
    if (guess) return guess;
    const [own] = word === "" ? (formatsOf(otherwise) ?? []) : [];
    return own === undefined ? undefined : { id: own, sure: false };
  }
  if (loose.has(ids[0] ?? "") && isEnvironment(written)) return { id: "env", sure: true };
  const id = ids.find((one) => readers.has(one));
  return id === undefined ? undefined : { id, sure: true };
}

function pieceOf(text: string, lines: readonly Span[]): Piece {
  const piece = new Piece();
  for (const { start, end } of lines) piece.add(text.slice(start, end), start);
  return piece;
}

/** `...` in a line of its own: something is left out here. Python has it as a statement, JavaScript has not. */
function isOmission(text: string, { start, end }: Span): boolean {
  return end - start < 200 && /^[ \t]*(?:\.\.\.|…)\s*$/.test(text.slice(start, end));
}

/** Lines without the blanks that all of them begin with. */
function withoutIndent(text: string, lines: readonly Span[]): readonly Span[] {
  let least = Infinity;
  for (const line of lines) {
    const width = indentOf(text, line);
    if (!isBlank(text, line)) least = Math.min(least, width);
  }
  return lines.map((line) => ({ start: line.start + Math.min(least, indentOf(text, line)), end: line.end }));
}

/** The blanks that a line begins with. */
export function indentOf(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && (text[at] === " " || text[at] === "\t")) at++;
  return at - start;
}

/** Whether nothing stands in a line. */
export function isBlank(text: string, line: Span): boolean {
  const at = line.start + indentOf(text, line);
  return at >= line.end || text[at] === "\n" || text[at] === "\r";
}

/** The lines of a text, with their ends. */
export function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length;) {
    let end = start;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    if (end < text.length) end += text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}
