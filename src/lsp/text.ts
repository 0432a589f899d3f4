import type { Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Region } from "../types/finding.ts";
import type { Seen } from "../threads/lookers.ts";

/** A text of the editor, and what was found in this very version of it. */
export interface Read {
  readonly document: TextDocument;
  readonly seen: Exclude<Seen, { readonly mistake: string }>;
}

/** The protocol counts lines and columns from 0. Both count UTF-16 units, and the same ends of lines. */
export function rangeOf({ line, column, endLine, endColumn }: Omit<Region, "path">): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } };
}

/** Whether two ranges share a place; a cursor beside a range is at it. */
export function isMet(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range["start"], other: Range["start"]): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
