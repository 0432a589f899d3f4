import { globs } from "../text/globs.ts";
import type { Format } from "../types/module.ts";

/** Finds the format that reads a file, by the file's name: the first whose names fit. Compiled when the first file asks; answers are kept. */
export function byName(formats: () => readonly Format[]): (name: string) => Format | undefined {
  let compiled: readonly { readonly format: Format; readonly matches: (name: string) => boolean }[] | undefined;
  const known = new Map<string, Format | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    compiled ??= formats().map((format) => ({ format, matches: globs(format.files, { nocase: true }) }));
    const found = compiled.find(({ matches }) => matches(name))?.format;
    known.set(name, found);
    return found;
  };
}
