import { basename, dirname } from "node:path/posix";
import { lastName } from "../text/names.ts";
import type { Marked } from "../types/mark.ts";

/** A finding that is known already, as a baseline has it: no line, no rule, and of the value no more than its tag. */
export interface Entry {
  /** Relative to the scope's root. */
  readonly path: string;
  /** `flask/secret-key`. */
  readonly slot: string;
  readonly name: string;
  /** The n-th, from 1, with this slot, name and path. */
  readonly n: number;
  /** Hex digits of a digest of the value. */
  readonly tag: string;
}

/** What can be said of the files that entries name. */
export interface Known {
  /** There is such a file. */
  has(path: string): boolean;
  /** All that is to be found in it, or was before it went, was looked for. */
  looked(path: string): boolean;
}

/** Which findings are known. */
export interface Matched {
  readonly entries: ReadonlyMap<Marked, Entry>;
  /** Entries that no finding took. */
  readonly left: ReadonlySet<Entry>;
}

type Alike = (one: Entry) => readonly (string | number)[];

/**
 * How a finding and its entry are alike, the closest first. Another key before it in the file changes which one it is; a file alone shows
 * less of the program than the whole: its key may count as another framework's, or be named with the sections that it stands in.
 */
const inPlace: readonly Alike[] = [
  ({ path, slot, name, n, tag }) => [path, slot, name, n, tag],
  ({ path, slot, name, tag }) => [path, slot, name, tag],
  ({ path, name, tag }) => [path, lastName(name), tag],
];
/** A folder or a file got another name, or a key another file. Other keys of the name may have the same tag, so the nearest comes first. */
const moved: readonly Alike[] = [
  ({ path, slot, name, n, tag }) => [basename(path), slot, name, n, tag],
  ({ path, slot, name, n, tag }) => [dirname(path), slot, name, n, tag],
  ({ slot, name, n, tag }) => [slot, name, n, tag],
  ({ slot, name, tag }) => [slot, name, tag],
  ({ name, tag }) => [lastName(name), tag],
];
/** The variable got another name, or a file alone does not show which it is. */
const renamed: readonly Alike[] = [({ path, tag }) => [path, tag]];

/**
 * Finds the entry of each finding. An entry stands for one finding only: a key that was copied is new in its second place. One whose
 * file is gone, or was looked at without finding the key there, stands for the same key in another file.
 */
export function matched(findings: readonly Marked[], entries: readonly Entry[], tagOf: (one: Marked) => string, known: Known): Matched {
  const found = new Map<Marked, Entry>();
  const left = new Set(entries);
  const described = findings.map((one) => ({ one, key: entryOf(one, tagOf(one)) }));
  const take = (alike: Alike, isOpen: (entry: Entry) => boolean): void => {
    const open = new Map<string, Entry[]>();
    // The first is taken first, from the end.
    for (const entry of [...left].reverse()) {
      if (!isOpen(entry)) continue;
      const same = open.get(keyOf(alike, entry));
      if (same) same.push(entry);
      else open.set(keyOf(alike, entry), [entry]);
    }
    for (const { one, key } of described) {
      const entry = found.has(one) ? undefined : open.get(keyOf(alike, key))?.pop();
      if (entry === undefined) continue;
      found.set(one, entry);
      left.delete(entry);
    }
  };
  for (const alike of inPlace) take(alike, () => true);
  for (const alike of moved) take(alike, ({ path }) => !known.has(path) || known.looked(path));
  for (const alike of renamed) take(alike, () => true);
  return { entries: found, left };
}

/** The entry that a finding would have. */
export function entryOf({ finding: { region: { path }, slot, name }, mark: { n } }: Marked, tag: string): Entry {
  return { path, slot, name, n, tag };
}

function keyOf(alike: Alike, one: Entry): string {
  return alike(one).join("\0");
}
