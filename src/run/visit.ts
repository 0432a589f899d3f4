import { buildOf } from "../cache/build.ts";
import { idOf, packed, unpacked, type KeptState, type State } from "../cache/state.ts";
import { opened, sealed, type Seal } from "../cache/sealed.ts";
import { cacheFolderOf, type CacheFolder } from "../discover/cache-folder.ts";
import type { Printed } from "../discover/git.ts";
import { listingIn, listUnseen, withoutIds, type GitListing } from "../discover/listing.ts";
import { isSkipped } from "../discover/index.ts";
import { comparer, FIELDS, forgetLate, isFolder, noteStat, sizeIn, wasThere } from "../discover/stats.ts";
import { load } from "../load.ts";
import { empty, unreadable } from "../sights.ts";
import { foldersOf } from "../text/paths.ts";
import { startHelpers } from "../threads/helpers.ts";
import { Shares } from "../threads/shares.ts";
import type { Sights } from "../types/sights.ts";
import type { Tree, Unreadable } from "../types/source.ts";

/** A tree as a run meets it, and what an earlier run knows of it. */
export interface Visit {
  readonly folder: CacheFolder;
  /** What the cache's files are bound to. */
  sealOf(kind: string): Seal;
  /** The state that the tree is in, when it is the one that is kept: nothing was changed since. */
  readonly unchanged?: KeptState;
  /** What git lists, without what is missing. */
  readonly listing: () => GitListing;
  /** As `Request.seen`: without the files that surely hold nothing. What is seen is remembered. */
  seen(inner: Seen, settings: string): Seen;
  /** The tree; what of it cannot be read is noted. */
  watched<T extends Tree>(tree: T): T;
  /** The files that could not be read. */
  readonly unread: ReadonlySet<string>;
  /** As it was noted. */
  sizeOf(path: string): number;
  /** Keeps the state; its name, when all of it is kept. */
  keep(): string | undefined;
}

type Seen = (paths: readonly string[], sights: Sights) => Uint8Array;

/** Bytes of a state that are kept at most: of two million files. */
const mostBytes = 256 * 1024 * 1024;

/** Looks at a work tree from outside. Undefined where there is no place for a cache, or git cannot list the files. */
export function visitOf(root: string, env: NodeJS.ProcessEnv, { all, note }: { readonly all: boolean; readonly note: (text: string) => void }): Visit | undefined {
  const folder = cacheFolderOf(root, env);
  if ("why" in folder) return void note(`the cache is not used: ${folder.why}`);
  const sealOf = (kind: string): Seal => ({ kind, build: buildOf(), folder: folder.mark });
  const name = all ? "files-all" : "files";
  const before = stateIn(folder, name, sealOf(name));
  const compared = startComparing(root, folder.device, before);
  let said: Printed;
  try {
    said = listUnseen(root, env);
  } catch {
    return void compared();
  }
  const same = compared();
  const listing = load("node:crypto").createHash("sha256").update(withoutIds(said.output)).update(said.complaints).digest("hex");
  const isUnchanged = before?.listing === listing && !same.includes(2);
  const now = lazily(() => stateNow(root, folder.device, { said, listing, all, before, same }));
  const unread = new Set<string>();
  return {
    folder, sealOf, unread,
    ...(isUnchanged ? { unchanged: before } : {}),
    listing: () => now().found,
    watched: (tree) => ({ ...tree, read: (path, isAnew) => noted(tree.read(path, isAnew), () => tree.has(path) && unread.add(path)) }),
    sizeOf: (path) => sizeIn(now().state.stats, now().numbers.get(path) ?? -1),
    seen: (inner, settings) => seenOf(inner, settings, now(), unread),
    keep() {
      const { state, hasLink } = now();
      if (folder.clock === undefined || hasLink || state.empty.length === 0) return undefined;
      const latest = folder.clock.now - folder.clock.grain;
      for (let at = 0; at < state.empty.length; at++) forgetLate(state.stats, at, latest);
      const { about, body } = packed(state);
      if (body.reduce((sum, { length }) => sum + length, 0) > mostBytes) return undefined;
      if (!isUnchanged || !before.empty.every((one, at) => one === state.empty[at]) || before.settings !== state.settings) {
        const why = folder.write(name, sealed(sealOf(name), about, body));
        if (why !== undefined) return void note(`the cache is not written: ${why}`);
      }
      return state.stats.includes(Number.NaN) ? undefined : idOf(state);
    },
  };
}

function stateIn(folder: CacheFolder, name: string, seal: Seal): KeptState | undefined {
  const bytes = folder.read(name, mostBytes);
  const found = bytes && opened(seal, bytes);
  return found && unpacked(found);
}

/** Threads compare while git lists. Called again, this one helps, and all is compared. */
function startComparing(root: string, device: number, before: KeptState | undefined): () => Uint8Array {
  if (!before) return () => new Uint8Array();
  const { names, count, stats } = before;
  const shares = new Shares(count);
  const end = startHelpers("comparing.js", shares, () => ({ root, device, names, stats, buffer: shares.buffer }));
  return () => {
    const made = lazily(() => comparer(root, device, before.paths, stats));
    const compare = (at: number): number => made()(at);
    shares.work(compare);
    shares.finish(compare);
    end();
    return shares.found;
  };
}

/** The state that a tree is in, and what of it was so before. */
interface Now {
  readonly state: State & { settings: string };
  readonly found: GitListing;
  readonly numbers: ReadonlyMap<string, number>;
  /** Of each file 1 where it is known to hold nothing under the settings before. */
  readonly known: Uint8Array;
  readonly hasLink: boolean;
}

interface Before {
  readonly said: Printed;
  readonly listing: string;
  readonly all: boolean;
  readonly before: KeptState | undefined;
  readonly same: Uint8Array;
}

function stateNow(root: string, device: number, { said, listing, all, before, same }: Before): Now {
  const { tracked, sparse, untracked, ...others } = listingIn(said);
  const isWanted = all ? () => true : (path: string) => !isSkipped(path);
  const files = [...new Set([...tracked, ...sparse, ...untracked])].filter(isWanted).sort();
  const numbers = new Map(files.map((path, at) => [path, at]));
  const stats = new Float64Array(files.length * FIELDS);
  const known = new Uint8Array(files.length);
  const old = new Map(before ? before.paths.slice(0, before.empty.length).map((path, at) => [path, at]) : []);
  files.forEach((path, at) => {
    const was = old.get(path);
    if (was === undefined || !before || same[was] !== 1) return noteStat(`${root}/${path}`, device, stats, at);
    stats.set(before.stats.subarray(was * FIELDS, (was + 1) * FIELDS), at * FIELDS);
    known[at] = before.empty[was] ?? 0;
  });
  const folders = foldersOf(files);
  const isHere = (path: string): boolean => wasThere(stats, numbers.get(path) ?? -1);
  return {
    state: { listing, paths: [...files, ...folders], stats, settings: before?.settings ?? "", empty: known.slice() },
    found: { ...others, sparse, untracked, tracked: tracked.filter((path) => isWanted(path) && isHere(path)) },
    numbers, known, hasLink: folders.some((path) => !isFolder(root, path)),
  };
}

function seenOf(inner: Seen, settings: string, { state, numbers, known }: Now, unread: Set<string>): Seen {
  if (state.settings !== settings) {
    known.fill(0);
    state.empty.fill(0);
    state.settings = settings;
  }
  return (paths, sights) => {
    const at = Int32Array.from(paths, (path) => numbers.get(path) ?? -1);
    const isKnown = Uint8Array.from(paths, (path, index) => (known[at[index] ?? -1] === 1 && !sights.isNamed(path) ? 1 : 0));
    const open = paths.filter((_, index) => isKnown[index] === 0);
    const found = inner(open, sights);
    const all = new Uint8Array(paths.length);
    let next = 0;
    paths.forEach((path, index) => {
      if (isKnown[index] === 1) return;
      const sight = found[next++] ?? 0;
      all[index] = sight;
      state.empty[at[index] ?? -1] = (sight & empty) === 0 ? 0 : 1;
      if ((sight & unreadable) !== 0) unread.add(path);
    });
    return all;
  };
}

function noted(read: Buffer | Unreadable, note: () => void): Buffer | Unreadable {
  if (!Buffer.isBuffer(read)) note();
  return read;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
