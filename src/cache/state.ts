import { FIELDS } from "../discover/stats.ts";
import { load } from "../load.ts";

/** What a run knows of a tree: what git lists, how each file looked from outside before it was read, and what need not be read again. */
export interface State {
  /** A digest of what git lists, without the names of objects. */
  readonly listing: string;
  /** The files that are looked at, sorted, and behind them all folders that hold one. */
  readonly paths: readonly string[];
  /** Numbers of the files, as discover/stats.ts notes them. */
  readonly stats: Float64Array;
  /** Under which settings the verdicts were made. */
  readonly settings: string;
  /** Of each file 1 where it surely holds nothing, whatever other files say; else 0. */
  readonly empty: Uint8Array;
}

/** A kept state. Its paths are read from their names when they are asked for first: of a tree that did not change only threads need them. */
export interface KeptState extends State {
  /** What `pathsIn` takes, and how many paths it gives. */
  readonly names: Uint8Array;
  readonly count: number;
  /** What reports that were made of it name. */
  readonly id: string;
}

/** By what a report names the state that it was made of. */
export function idOf({ listing, stats }: State): string {
  return load("node:crypto").createHash("sha256").update(listing).update(bytesOf(stats)).digest("hex");
}

/** A state for a file of the cache. */
export function packed(state: State): { readonly about: object; readonly body: readonly Buffer[] } {
  const { listing, paths, stats, settings, empty } = state;
  return { about: { listing, settings, id: idOf(state), files: empty.length, count: paths.length }, body: [bytesOf(stats), bytesOf(empty), Buffer.from(paths.join("\0"))] };
}

/** A state that `packed` made; undefined when this is none. */
export function unpacked({ about, body }: { readonly about: unknown; readonly body: Buffer }): KeptState | undefined {
  const { listing, settings, id, files, count } = about as { readonly [name: string]: unknown };
  if (typeof listing !== "string" || typeof settings !== "string" || typeof id !== "string" || typeof files !== "number" || typeof count !== "number") return undefined;
  const [start, end] = [files * FIELDS * 8, files * (FIELDS * 8 + 1)];
  if (!(files >= 0) || !(count >= files && count <= body.length) || end > body.length || body.byteOffset % 8 !== 0) return undefined;
  const names = body.subarray(end);
  let paths: readonly string[] | undefined;
  return {
    listing, settings, id, names, count,
    get paths() {
      return (paths ??= pathsIn(names));
    },
    stats: new Float64Array(body.buffer, body.byteOffset, files * FIELDS), empty: new Uint8Array(body.buffer, body.byteOffset + start, files),
  };
}

/** The paths of a kept state. */
export function pathsIn({ buffer, byteOffset, byteLength }: Uint8Array): readonly string[] {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf8").split("\0");
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
