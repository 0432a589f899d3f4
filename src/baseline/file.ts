import { findJsonMistake } from "../config/json.ts";
import { UsageError } from "../usage-error.ts";
import type { Entry } from "./match.ts";

/** An entry, and its line as it stands in the file. */
export interface Line extends Entry {
  readonly text: string;
}

/** A baseline file: one line of JSON for what it is, and one for each finding that is known. */
export interface Baseline {
  /** Hex digits. Made at random with the file, and kept. */
  readonly salt: string;
  readonly lines: readonly Line[];
  /** The file's own first line, and how its lines end. */
  readonly head: string;
  readonly end: "\n" | "\r\n";
}

const VERSION = 1;

/** The file's format is JSON Lines, https://jsonlines.org: branches that add lines at different places merge, and `merge=union` merges all. */
export function emptyBaseline(salt: string): Baseline {
  return { salt, lines: [], head: JSON.stringify({ keylint: "baseline", version: VERSION, salt }), end: "\n" };
}

/**
 * Reads a baseline; `shown` is its name for messages.
 * @throws UsageError with the line when it is none, is of a newer keylint, or has conflict markers in it
 */
export function parseBaseline(text: string, shown: string): Baseline {
  const rows = text.replace(/^\ufeff/, "").split(/\r?\n/).map((row, at) => ({ row, line: at + 1 })).filter(({ row }) => row.trim() !== "");
  const conflict = rows.find(({ row }) => /^(<{7}|={7}|>{7}|\|{7})/.test(row));
  if (conflict) throw new UsageError(`${shown}:${conflict.line}: there is a conflict of a merge. Each line stands for itself: keep the lines of both sides and remove the markers.`);
  const [head, ...others] = rows;
  const salt = head && saltOf(head.row, shown, head.line);
  if (!head || salt === undefined) throw new UsageError(`${shown}: this is no baseline of keylint. Name another file, or remove it and make one: keylint --baseline FILE --update-baseline.`);
  const again = others.find(({ row }) => row !== head.row && row.includes('"keylint"') && saltOf(row, shown, 0) !== undefined);
  if (again) throw new UsageError(`${shown}:${again.line}: two baselines were put together, and their tags cannot be compared. Remove the file and make it anew: keylint --baseline FILE --update-baseline.`);
  const lines = others.filter(({ row }) => row !== head.row).map(({ row, line }) => ({ ...entryIn(row, `${shown}:${line}`), text: row }));
  // Two branches may have added the same.
  const distinct = new Map(lines.map((line) => [lineOf(line).text, line]));
  return { salt, lines: [...distinct.values()], head: head.row, end: text.includes("\r\n") ? "\r\n" : "\n" };
}

function saltOf(row: string, shown: string, line: number): string | undefined {
  const value = objectIn(row);
  if (value?.["keylint"] !== "baseline") return undefined;
  const { version, salt } = value;
  if (typeof version === "number" && version > VERSION) throw new UsageError(`${shown}: a newer keylint wrote it (its version is ${version}, this one reads ${VERSION}). Update keylint, or make the file anew with this one.`);
  if (version !== VERSION || typeof salt !== "string" || !/^[0-9a-f]{32,}$/.test(salt)) throw new UsageError(`${shown}:${line}: the first line must have "version": ${VERSION} and the "salt" that the file was made with. Take it back from git's history, or make the file anew.`);
  return salt;
}

function entryIn(row: string, place: string): Entry {
  const { path, slot, name, n, tag } = objectIn(row, place) ?? {};
  const isEntry = typeof path === "string" && typeof slot === "string" && typeof name === "string" && typeof tag === "string" && /^[0-9a-f]{2}$/.test(tag) && typeof n === "number" && Number.isSafeInteger(n);
  if (isEntry) return { path, slot, name, n, tag };
  throw new UsageError(`${place}: an entry has "path", "slot", "name", a number "n" and a "tag" of two hex digits. Correct the line, or remove it and run keylint with --update-baseline.`);
}

/** The fields of the JSON object in a line; of what is no object none that is asked for. Its text is never quoted. */
function objectIn(row: string, place?: string): { readonly [key: string]: unknown } | undefined {
  try {
    return { ...(JSON.parse(row) as object) };
  } catch {
    if (place === undefined) return undefined;
    const { column, message } = findJsonMistake(row) ?? { column: 1, message: "it cannot be read" };
    throw new UsageError(`${place}:${column}: this is not JSON: ${message}. Correct the line, or remove it and run keylint with --update-baseline.`);
  }
}

/** The file's text: lines in their order, each once, as they stand in it already or made new. */
export function printBaseline({ head, lines, end }: Baseline): string {
  const sorted = lines.toSorted((a, b) => compare(a.path, b.path) || compare(a.slot, b.slot) || compare(a.name, b.name) || a.n - b.n || compare(a.tag, b.tag));
  return [head, ...new Set(sorted.map(({ text }) => text)), ""].join(end);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The line of an entry that is not in the file yet. */
export function lineOf({ path, slot, name, n, tag }: Entry): Line {
  return { path, slot, name, n, tag, text: JSON.stringify({ path, slot, name, n, tag }) };
}
