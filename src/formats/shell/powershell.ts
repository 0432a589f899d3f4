import type { Span } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { readCommands, type Command } from "./commands.ts";
import { dialects } from "./dialects.ts";
import { tellCommand } from "./meanings.ts";
import { textOf, type Word } from "./pieces.ts";
import { Reading } from "./reading.ts";
import { coverWords, tellOwn, tellVariable } from "./telling.ts";
import { wordAt } from "./words.ts";

/** `$env:NAME`, `${env:NAME}`, `$NAME`. */
const variable = /^\$\{?(?:env:|global:|script:|local:)?([A-Za-z_]\w{0,199})\}?$/i;

/** Texts over lines, and comments over lines: `@"…"@`, `<#…#>`. */
const blocks: readonly (readonly [string, string])[] = [["<#", "#>"], ['@"', '\n"@'], ["@'", "\n'@"]];

/** Tells the variables that a PowerShell script sets. */
export function readPowerShell(builder: ModuleBuilder): void {
  const { text } = builder;
  let start = 0;
  for (const { span, comment } of blocksIn(text)) {
    readPiece(builder, start, span.start);
    if (comment) builder.comment(text.slice(span.start + 2, span.end - 2).trim(), span);
    else builder.cover(span);
    start = span.end;
  }
  readPiece(builder, start, text.length);
}

/** Blocks that stand in the text. What opens without an end is none. */
function blocksIn(text: string): readonly { span: Span; comment: boolean }[] {
  const found: { span: Span; comment: boolean }[] = [];
  const open = new Set<string>();
  const opening = /<#|@"(?=\r?\n)|@'(?=\r?\n)/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const closer = blocks.find(([begin]) => begin === match?.[0])?.[1] ?? "";
    const end = open.has(closer) ? -1 : text.indexOf(closer, opening.lastIndex);
    if (end < 0) open.add(closer);
    else {
      found.push({ span: { start: match.index, end: end + closer.length }, comment: closer === "#>" });
      opening.lastIndex = end + closer.length;
    }
  }
  return found;
}

function readPiece(builder: ModuleBuilder, start: number, end: number): void {
  const reading = new Reading(builder.text, dialects.powershell, builder.top, end);
  readCommands(reading, start, {
    comment: (span) => builder.comment(builder.text.slice(span.start, span.end).replace(/^#+/, "").trim(), span),
    passed: (span) => builder.cover(span),
    command: (command) => {
      coverWords(builder, command.words);
      if (!assigned(builder, command) && !called(reading, builder, command)) tellCommand(builder, command, false);
    },
  });
}

/** `$env:NAME = "value"`, `$name = "value"`, with blanks or without. */
function assigned(builder: ModuleBuilder, { words }: Command): boolean {
  const [first, ...more] = words.flatMap(apart);
  const [sign, value, rest] = more;
  const name = first ? variable.exec(builder.text.slice(first.span.start, Math.min(first.span.end, first.span.start + 300)))?.[1] : undefined;
  if (!first || name === undefined || !sign || textOf(sign) !== "=") return false;
  const whole = value && !rest && !/[({]/.test(builder.text[value.span.end] ?? "") && isValue(value);
  if (whole) tellOwn(builder, { name, nameSpan: first.span, head: first.span, value });
  return true;
}

/** `$NAME="value"` is three words. */
function apart(word: Word, index: number): readonly Word[] {
  const [target, sign, ...value] = word.pieces;
  if (index > 0 || target?.value?.kind !== "reference" || sign?.text !== "=") return [word];
  const words = [[target], [sign], value].filter((pieces) => pieces.length > 0);
  return words.map((pieces) => ({ span: { start: pieces[0]?.span.start ?? 0, end: pieces.at(-1)?.span.end ?? 0 }, pieces }));
}

/** A bare word is a command, or a number; a value is quoted or a variable. */
function isValue({ pieces }: Word): boolean {
  return pieces.length > 0 && pieces.every((piece) => piece.quoted || piece.value !== undefined);
}

/** `[Environment]::SetEnvironmentVariable("NAME", "value")`, `Set-Item -Path Env:NAME -Value "value"`. */
function called(reading: Reading, builder: ModuleBuilder, { words }: Command): boolean {
  const [head] = words;
  const text = head && textOf(head);
  if (head && text !== undefined && /^\[(?:System\.)?Environment\]::SetEnvironmentVariable$/i.test(text) && builder.text[head.span.end] === "(") {
    const name = argumentAt(reading, head.span.end + 1);
    const value = name && argumentAt(reading, name.span.end + 1, name.span.end);
    const said = name && textOf(name);
    if (name && value && said !== undefined && /^[A-Za-z_]\w{0,199}$/.test(said) && isValue(value)) tellVariable(builder, said, name.span, value, value.span);
    return true;
  }
  return text !== undefined && /^(?:Set|New)-(?:Item|Content)$/i.test(text) && item(builder, words);
}

/** An argument of a method; a comma must stand at `comma`. */
function argumentAt(reading: Reading, from: number, comma?: number): Word | undefined {
  if (comma !== undefined && reading.text[comma] !== ",") return undefined;
  let at = from;
  while (at < reading.end && /\s/.test(reading.text[at] ?? "")) at++;
  const word = wordAt(reading, at);
  return word.pieces.length > 0 ? word : undefined;
}

function item(builder: ModuleBuilder, words: readonly Word[]): boolean {
  const place = words.find((word) => /^Env:[\\/]?[A-Za-z_]\w{0,199}$/i.test(textOf(word) ?? ""));
  const name = place && textOf(place)?.replace(/^Env:[\\/]?/i, "");
  const option = words.findIndex((word) => /^-Value$/i.test(textOf(word) ?? ""));
  const value = option > 0 ? words[option + 1] : words.at(-1);
  if (place && name !== undefined && value && value !== place) tellVariable(builder, name, place.span, value, value.span);
  return place !== undefined;
}
