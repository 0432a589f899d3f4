import type { Lines } from "../text/lines.ts";
import type { Edit } from "../types/finding.ts";
import type { Span } from "../types/value.ts";

/** A part of a text and what shall stand there instead; an empty part is a place to put something in. */
export interface Change extends Span {
  readonly text: string;
}

/** Changes of a file as they are told: by lines and columns. */
export function editsOf(path: string, lines: Lines, changes: readonly Change[]): readonly Edit[] {
  return ordered(changes).map((change) => {
    const [from, to] = [lines.position(change.start), lines.position(change.end)];
    return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, text: change.text };
  });
}

/** The other way round. */
export function changesOf(lines: Lines, edits: readonly Edit[]): readonly Change[] {
  return edits.map((edit) => ({ start: lines.lineStart(edit.line) + edit.column - 1, end: lines.lineStart(edit.endLine) + edit.endColumn - 1, text: edit.text }));
}

/** A text after its changes, which do not overlap and are in order. */
export function changed(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of changes) {
    parts.push(text.slice(at, change.start), change.text);
    at = change.end;
  }
  return [...parts, text.slice(at)].join("");
}

/**
 * Several sets of changes of one text as one, each taken whole or not at all: what two of them want alike is done once, and one that
 * meets another otherwise is left out.
 */
export function united(sets: readonly (readonly Change[])[]): { readonly changes: readonly Change[]; readonly left: readonly number[] } {
  const taken: Change[] = [];
  const left: number[] = [];
  for (const [index, set] of sets.entries()) {
    const fresh = set.filter((change) => !taken.some((other) => isSame(change, other)));
    if (fresh.some((change) => taken.some((other) => isMet(change, other)))) left.push(index);
    else taken.push(...fresh);
  }
  return { changes: ordered(taken), left };
}

function ordered(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function isSame(a: Change, b: Change): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** An insertion at the border of another change does not meet it. */
function isMet(a: Change, b: Change): boolean {
  return a.start < b.end && b.start < a.end;
}
