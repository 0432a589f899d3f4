import type { Module } from "../types/module.ts";
import type { Call, Span } from "../types/value.ts";
import { meaningOf, type Ground } from "../resolve/ground.ts";
import type { Meaning } from "../types/model.ts";
import type { Key } from "../types/key.ts";
import type { Change } from "./change.ts";

/** What reads a variable that a file checks in a list of statements. */
export interface Check {
  readonly text: string;
  /** The check is put in. */
  readonly changes: readonly Change[];
  /** The variable is held by a constant of its own, beside the check. */
  readonly isHeld: boolean;
  /** The list, by where it stands. */
  readonly list: string;
}

/** A key that shall be mended, where it stands. */
export interface Place {
  readonly key: Key;
  readonly module: Module;
  readonly ground: Ground;
  /** The variable that it shall be read from. */
  readonly variable: string;
  /** The checks of this variable that the file gets already; those that a mend adds are put to them. */
  readonly checks: Check[];
}

/** The call that stands there, as the format understood it. */
export function callAt({ module: { calls } }: Place, { start, end }: Span): Call | undefined {
  return calls.find(({ value: { span } }) => span.start === start && span.end === end)?.value;
}

/** What it means there. */
export function meaningAt(call: Call, { module, ground }: Place): Meaning | undefined {
  return meaningOf(call, { module }, ground);
}

/** The text of a part. */
export function textAt({ module: { text } }: Place, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The line end that a text has at a place: that of the line, or else the first that there is. */
export function lineEnd(text: string, at: number): string {
  const here = /\r\n|\n|\r/.exec(text.slice(at, at + 10_000)) ?? /\r\n|\n|\r/.exec(text);
  return here?.[0] ?? "\n";
}

/** What is blank before a place in its line; undefined when something else is. */
export function indentAt(text: string, at: number): string | undefined {
  const start = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  const before = text.slice(start, at);
  return /^[ \t]*$/.test(before) ? before : undefined;
}
