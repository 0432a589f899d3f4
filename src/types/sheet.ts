import type { Module } from "./module.ts";

/** What is shown of a file, and what silences a finding in it: a module without what it means, which takes most of its memory. */
export type Sheet = Pick<Module, "path" | "language" | "text" | "comments" | "covers" | "failure">;

/** The sheet of a module. */
export function sheetOf({ path, language, text, comments, covers, failure }: Module): Sheet {
  return { path, language, text, comments, covers, ...(failure === undefined ? {} : { failure }) };
}
