import type { Change, Commit } from "../discover/log.ts";
import { Numbering } from "./numbering.ts";

/** What a commit did to a file, in numbers: of the commit, the path and the blobs; `none` where there was no file. */
export interface Entry {
  readonly commit: number;
  readonly path: number;
  readonly before: readonly number[];
  readonly after: number;
}

/** No blob. */
export const none = -1;

/** A blob and the paths that it has stood under. */
export interface Held {
  readonly blob: number;
  readonly paths: readonly number[];
}

/**
 * What commits did to the files that are looked at. There can be millions of changes, so commits, paths and blobs are numbers here, and
 * changes one list of numbers. Commits come from the newest to the oldest.
 */
export class Ledger {
  readonly commits = new Numbering();
  readonly paths = new Numbering();
  readonly blobs = new Numbering();
  /** By commit: seconds since 1970, and what it came of. */
  readonly #times: number[] = [];
  readonly #parents: (readonly number[])[] = [];
  /** By blob. */
  readonly #standing: number[][] = [];
  /** Commit, path, blob after, how many before, and these. */
  readonly #changes: number[] = [];

  add({ id, time, parents, changes }: Commit): void {
    const commit = this.commits.of(id);
    this.#times[commit] = time;
    this.#parents[commit] = parents.map((parent) => this.commits.of(parent));
    for (const change of changes) this.#enter(commit, change);
  }

  timeOf(commit: number): number {
    return this.#times[commit] ?? 0;
  }

  /** Tells of commits whether another came of them. */
  ancestorsOf(id: string | undefined): (commit: number) => boolean {
    const first = id === undefined ? undefined : this.commits.find(id);
    const met = new Uint8Array(this.commits.names.length);
    const open = first === undefined ? [] : [first];
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      if (met[commit] === 1) continue;
      met[commit] = 1;
      open.push(...(this.#parents[commit] ?? []));
    }
    return (commit) => met[commit] === 1;
  }

  /** The oldest commits after which blobs stood somewhere, by blob. */
  firsts(): ReadonlyMap<number, string> {
    const firsts = new Map<number, string>();
    for (const { commit, after } of this.changes()) if (!firsts.has(after)) firsts.set(after, this.commits.names[commit] ?? "");
    return firsts;
  }

  /** Changes from the oldest commit to the newest, those that have to do with a version that is wanted. Default all. */
  *changes(isWanted: (blob: number, path: number) => boolean = () => true): Generator<Entry, void> {
    const all = this.#changes;
    const starts: number[] = [];
    for (let at = 0; at < all.length; at += 4 + (all[at + 3] ?? 0)) starts.push(at);
    for (let at = starts.pop(); at !== undefined; at = starts.pop()) {
      const [path, end] = [all[at + 1] ?? 0, at + 4 + (all[at + 3] ?? 0)];
      let wanted = isWanted(all[at + 2] ?? none, path);
      for (let before = at + 4; before < end && !wanted; before++) wanted = isWanted(all[before] ?? none, path);
      if (wanted) yield { commit: all[at] ?? 0, path, after: all[at + 2] ?? none, before: all.slice(at + 4, end) };
    }
  }

  /** All blobs, those of one path together, each by the path that it stood under first, and before what came of it; paths that are `late` after all others. */
  held(late: (path: string) => boolean): readonly Held[] {
    const byPath = new Map<number, Held[]>();
    const met = new Uint8Array(this.blobs.names.length);
    for (const { path, before, after } of this.changes()) {
      for (const blob of [...before, after]) {
        if (blob === none || met[blob] === 1) continue;
        met[blob] = 1;
        const one: Held = { blob, paths: [path, ...(this.#standing[blob] ?? []).filter((other) => other !== path)] };
        const others = byPath.get(path);
        if (others) others.push(one);
        else byPath.set(path, [one]);
      }
    }
    const order = (path: string): string => `${late(path) ? 1 : 0}${path}`;
    const sorted = [...byPath].map(([path, all]) => [order(this.paths.names[path] ?? ""), all] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.flatMap(([, all]) => all);
  }

  #enter(commit: number, { path: name, before, after }: Change): void {
    const path = this.paths.of(name);
    const [last = none, ...first] = [after, ...before].map((blob) => (blob === undefined ? none : this.blobs.of(blob)));
    for (const blob of [last, ...first]) {
      if (blob === none) continue;
      const standing = (this.#standing[blob] ??= []);
      if (!standing.includes(path)) standing.push(path);
    }
    this.#changes.push(commit, path, last, first.length, ...first);
  }
}
