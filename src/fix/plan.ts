import { formats } from "../formats/index.ts";
import { kindOf } from "../formats/names.ts";
import { coveredLines } from "../text/frame.ts";
import { Lines } from "../text/lines.ts";
import type { Finding } from "../types/finding.ts";
import { sheetOf } from "../types/sheet.ts";
import type { Span } from "../types/value.ts";
import { changed, changesOf, united, type Change } from "./change.ts";

/** What a file would be, and which findings are mended then; or why it is left as it is, in words for a user. */
export type Plan =
  | { readonly text: string; readonly mended: readonly Finding[]; readonly shown: readonly Hunk[] }
  | { readonly refused: string };

/** Lines that change, as they are and as they would be, with every literal and comment covered; `from` and `to` are the first ones' numbers. */
export interface Hunk {
  readonly from: number;
  readonly before: readonly string[];
  readonly to: number;
  readonly after: readonly string[];
}

/** All that surely mends the findings of one file, put into its text. */
export function planOf(path: string, text: string, findings: readonly Finding[]): Plan {
  const lines = new Lines(text);
  const sets = findings.map(({ edits = [] }) => changesOf(lines, edits));
  const { changes, left } = united(sets);
  const after = changed(text, changes);
  const format = formats.find(({ id }) => id === kindOf(path)?.id);
  const [old, now] = [format?.read(path, text), format?.read(path, after)];
  if (!old || !now || old.failure !== undefined || now.failure !== undefined) return { refused: "it could not be understood afterwards; please report it with the lines around the finding" };
  const [sheet, sheetAfter, linesAfter] = [sheetOf(old), sheetOf(now), new Lines(after)];
  const shown = hunksOf(changes, lines, linesAfter).map(({ from, to, bare }) => ({
    from: from[0],
    before: coveredLines(sheet, from, lines, []) ?? [],
    to: to[0],
    after: coveredLines(sheetAfter, to, linesAfter, bare) ?? [],
  }));
  return { text: after, mended: findings.filter((_, index) => !left.includes(index)), shown };
}

/** First and last line; the last before the first where there is none. */
type Range = readonly [first: number, last: number];

interface Moved {
  /** In the text as it is, and as it would be. */
  readonly from: Range;
  readonly to: Range;
  /** What is put in, in the text as it would be. */
  readonly bare: readonly Span[];
}

/** Lines that change, those of neighbouring changes together. */
function hunksOf(changes: readonly Change[], old: Lines, now: Lines): readonly Moved[] {
  let shift = 0;
  const hunks: Moved[] = [];
  for (const { start, end, text } of changes) {
    const put = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    const last = hunks.at(-1);
    const from: Range = [old.position(start).line, old.position(end).line];
    const to: Range = [now.position(put.start).line, now.position(put.end).line];
    if (last && from[0] <= last.from[1]) hunks[hunks.length - 1] = { from: [last.from[0], from[1]], to: [last.to[0], to[1]], bare: [...last.bare, put] };
    else hunks.push({ from, to, bare: [put] });
  }
  return hunks.map((hunk) => trimmed(hunk, old, now));
}

/** Without the lines at the end that are the same: what is put in before a line moves it. */
function trimmed({ from, to, bare }: Moved, old: Lines, now: Lines): Moved {
  let [a, b] = [from[1], to[1]];
  while (a >= from[0] && b >= to[0] && old.line(a) === now.line(b)) [a, b] = [a - 1, b - 1];
  return { from: [from[0], a], to: [to[0], b], bare };
}
