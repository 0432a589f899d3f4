import type { ModuleBuilder } from "../builder.ts";
import { readCommands } from "./commands.ts";
import { dialects } from "./dialects.ts";
import { tellCommand } from "./meanings.ts";
import type { Piece } from "./pieces.ts";
import { isBlank, Reading } from "./reading.ts";
import { coverWords, tellOwn } from "./telling.ts";
import { quotedPieces } from "./words.ts";

/** What may stand before a command: https://learn.microsoft.com/windows-server/administration/windows-commands/if. */
const before = /[@(\s]{1,40}|(?:if[ \t]{1,20}(?:\/i[ \t]{1,20})?(?:not[ \t]{1,20})?(?:(?:defined|exist|errorlevel)[ \t]{1,20}\S{1,200}|[^\s=]{1,200}[ \t]{0,20}==[ \t]{0,20}[^\s(]{1,200})|else|do)(?=[\s(])/iy;

const setting = /set[ \t]{1,20}("?)([A-Za-z_]\w{0,199})=/iy;

/** Tells the variables that a batch file sets, line by line. */
export function readBatch(builder: ModuleBuilder): void {
  const { text } = builder;
  let isContinued = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const end = index + line.length;
    // What the line before goes on with may be part of a text.
    if (isContinued) builder.cover({ start: index, end });
    isContinued = line.endsWith("^");
    const comment = /^[@ \t]{0,40}(?:rem(?=[ \t]|$)|::)/i.exec(line);
    if (comment) {
      builder.comment(line.slice(comment[0].length).trim(), { start: index, end });
      continue;
    }
    for (let at = index; at < end;) at = commandAt(builder, at, end);
  }
}

/** Tells one command; gives the place behind it. */
function commandAt(builder: ModuleBuilder, start: number, end: number): number {
  const { text } = builder;
  let at = start;
  before.lastIndex = at;
  while (at < end && before.test(text)) at = before.lastIndex;
  for (const { 0: quoted, index } of text.slice(start, at).matchAll(/"[^"]+"/g)) builder.cover({ start: start + index + 1, end: start + index + quoted.length - 1 });
  if (at >= end) return end;
  const stop = operatorFrom(text, at, end);
  setting.lastIndex = at;
  const [whole, quote, name] = setting.exec(text) ?? [];
  if (whole !== undefined && name !== undefined && at + whole.length <= stop) {
    set(builder, name, { at: at + whole.length, stop, quoted: quote === '"' });
  } else {
    const rest = restFrom(text, stop, end);
    readCommands(new Reading(text, dialects.batch, builder.top, rest), at, {
      // It is none here; and neither is it a command that anybody runs.
      comment: (span) => builder.cover(span),
      passed: (span) => builder.cover(span),
      command: (command) => {
        coverWords(builder, command.words);
        tellCommand(builder, command, false);
      },
    });
    return rest + 1;
  }
  return stop + 1;
}

/** `NAME=value` to the end of the command; in quotes to the last of them. */
function set(builder: ModuleBuilder, name: string, { at, stop, quoted }: { at: number; stop: number; quoted: boolean }): void {
  const { text } = builder;
  let end = stop;
  while (end > at && (isBlank(text[end - 1]) || text[end - 1] === ")")) end--;
  if (quoted) {
    const last = text.lastIndexOf('"', end);
    if (last >= at) end = last;
  }
  const pieces: Piece[] = [];
  quotedPieces(new Reading(text, dialects.batch, builder.top, end), { start: at, end }, undefined, pieces, 0);
  const nameSpan = { start: at - 1 - name.length, end: at - 1 };
  builder.cover({ start: at, end });
  tellOwn(builder, { name, nameSpan, head: { start: nameSpan.start, end: at }, value: { span: { start: at, end }, pieces } });
}

/** The operator that ends the command that begins here, outside quotes. */
function operatorFrom(text: string, from: number, end: number): number {
  let quoted = false;
  for (let at = from; at < end; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === "^") at++;
    else if (!quoted && /[&|<>]/.test(text[at] ?? "")) return at;
  }
  return end;
}

/** A command with its redirections and pipes, up to `&`. */
function restFrom(text: string, from: number, end: number): number {
  for (let at = from; at < end; at = operatorFrom(text, at + 1, end)) if (text[at] === "&" && text[at - 1] !== ">") return at;
  return end;
}
