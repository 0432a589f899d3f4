import type { Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { pairOf, split, withoutQuotes, type Pair } from "./pairs.ts";
import { valueOf, type Piece, type Word } from "./pieces.ts";

/** Tells a variable that is set for another process, and the choices in its value. */
export function tellVariable(builder: ModuleBuilder, name: string, nameSpan: Span, word: Word, head: Span): Value {
  const value = valueOf(builder.text, word, head);
  noteChoices(builder, value);
  builder.variable(name, value, nameSpan);
  return value;
}

/** Tells a variable of the script itself. */
export function tellOwn(builder: ModuleBuilder, { name, nameSpan, value, head }: Pair): void {
  builder.define(name, tellVariable(builder, name, nameSpan, value, head), nameSpan);
}

export function tellPair(builder: ModuleBuilder, { name, nameSpan, value, head }: Pair): void {
  tellVariable(builder, name, nameSpan, value, head);
}

/** `${NAME:=default}` gives the variable its value wherever it stands. */
export function tellAssigned(builder: ModuleBuilder, words: readonly Word[]): void {
  for (const { pieces } of words) {
    for (const { assigns, value } of pieces) {
      if (!assigns || !value) continue;
      noteChoices(builder, value);
      builder.define(assigns.name, value, assigns.span);
      builder.variable(assigns.name, value, assigns.span);
    }
  }
}

const noted = new WeakSet<Value>();

function noteChoices(builder: ModuleBuilder, value: Value): void {
  if (value.kind === "derived") for (const operand of value.operands) noteChoices(builder, operand);
  if (value.kind !== "choice" || noted.has(value)) return;
  noted.add(value);
  builder.note(value);
  for (const option of value.options) noteChoices(builder, option.value);
}

const exporting = /[ \t]*(?:export[ \t]+)?/y;

/** Tells the variables in the lines of a text that is written into an environment file. */
export function tellLines(builder: ModuleBuilder, word: Word, separator: RegExp): void {
  for (const line of split(builder.text, word, separator)) {
    const pair = pairOf(builder.text, line, exporting);
    if (pair) tellPair(builder, { ...pair, value: withoutQuotes(pair.value) });
  }
}

/** Covers what a command is given: all but names of options and variables. */
export function coverWords(builder: ModuleBuilder, words: readonly Word[]): void {
  for (const [index, word] of words.entries()) {
    const name = pairOf(builder.text, word)?.head.end ?? optionEnd(builder.text, word);
    if (index === 0 && name === undefined && !word.pieces.some(({ quoted }) => quoted)) continue;
    for (const piece of word.pieces) cover(builder, piece, name ?? 0);
  }
}

function cover(builder: ModuleBuilder, { inner }: Piece, from: number): void {
  const span = { start: Math.max(inner.start, Math.min(from, inner.end)), end: inner.end };
  if (span.end > span.start) builder.cover(span);
}

/** The end of an option's name: `--name=`, `-x`. */
function optionEnd(text: string, { span }: Word): number | undefined {
  const option = /--[\w.-]{1,60}=?|-\w/y;
  option.lastIndex = span.start;
  return option.test(text) ? option.lastIndex : undefined;
}
