import { globs } from "../text/globs.ts";
import { kinds } from "./kinds.ts";
import type { Kind } from "../types/module.ts";

/** Finds a file's kind by the file's name: the first whose names fit. Compiled when the first file asks; answers are kept. */
export function byName<K extends Kind>(kinds: () => readonly K[]): (name: string) => K | undefined {
  let compiled: readonly { readonly kind: K; readonly matches: (name: string) => boolean }[] | undefined;
  const known = new Map<string, K | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    compiled ??= kinds().map((kind) => ({ kind, matches: globs(kind.files, { nocase: true }) }));
    const found = compiled.find(({ matches }) => matches(name))?.kind;
    known.set(name, found);
    return found;
  };
}

const named = byName((): readonly Kind[] => Object.values(kinds));

/** A file's kind, by its path. */
export function kindOf(path: string): Kind | undefined {
  return named(path.slice(path.lastIndexOf("/") + 1));
}
