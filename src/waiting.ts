import type { Store } from "./store.ts";

/** What was found in files, and waits until all files are looked at: what one says of a key may stand in another. */
export interface Waiting<Found> {
  /** Finds something in a file. It may be asked again, and then finds the same. */
  add(path: string, find: () => readonly Found[]): readonly Found[];
  /** What each found thing comes to, in the order in which they were added. */
  settled<Result>(settle: (found: Found) => readonly Result[]): readonly Result[];
}

interface Entry<Found> {
  readonly path: string;
  readonly size: number;
  readonly find: () => readonly Found[];
  found?: readonly Found[];
}

/** Things found hold the modules that they were found in, `most` signs of text together; those that are let go of are found again. */
export function waitingIn<Found>(store: Pick<Store, "get" | "keep" | "release">, most: number): Waiting<Found> {
  const entries: Entry<Found>[] = [];
  let [held, oldest] = [0, 0];

  function release(entry: Entry<Found>): void {
    if (!entry.found) return;
    delete entry.found;
    held -= entry.size;
    store.release(entry.path);
  }

  return {
    add(path, find) {
      const found = find();
      if (found.length === 0) return found;
      const size = store.get(path)?.text.length ?? 0;
      store.keep(path);
      entries.push({ path, size, find, found });
      held += size;
      for (let entry = entries[oldest]; held > most && entry; entry = entries[++oldest]) release(entry);
      return found;
    },
    settled: (settle) => entries.splice(0).flatMap((entry) => {
      const results = (entry.found ?? entry.find()).flatMap(settle);
      release(entry);
      return results;
    }),
  };
}
