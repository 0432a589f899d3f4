import type { Entry } from "../../src/baseline/match.ts";
import type { Marked } from "../../src/types/mark.ts";
import { findingOn } from "../suppress/places.ts";

/** An entry, by default of the first key of its name. */
export function entryWith(path: string, more: Partial<Entry> = {}): Entry {
  return { path, slot: "flask/secret-key", name: "key", n: 1, tag: "aa", ...more };
}

/** A finding that is like this entry; `digest` gives the digits under a salt. */
export function markedAs({ path, slot, name, n, tag }: Entry, digest: (salt: string) => string = () => tag): Marked {
  return { finding: findingOn(1, { region: { path, line: 1, column: 1, endLine: 1, endColumn: 2 }, slot, name }), mark: { n, isText: true, digest } };
}
