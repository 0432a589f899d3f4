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

/** A kept state, and its paths as they are kept. */
export interface KeptState extends State {
  readonly names: string;
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
  return { about: { listing, settings, id: idOf(state), files: empty.length }, body: [bytesOf(stats), bytesOf(empty), Buffer.from(paths.join("\0"))] };
}

/** A state that `packed` made; undefined when this is none. */
export function unpacked({ about, body }: { readonly about: unknown; readonly body: Buffer }): KeptState | undefined {
  const { listing, settings, id, files } = about as { readonly [name: string]: unknown };
  if (typeof listing !== "string" || typeof settings !== "string" || typeof id !== "string" || typeof files !== "number") return undefined;
  const [start, end] = [files * FIELDS * 8, files * (FIELDS * 8 + 1)];
  if (!(files >= 0) || end > body.length || body.byteOffset % 8 !== 0) return undefined;
  const names = body.toString("utf8", end);
  return {
    listing, settings, id, names, paths: names.split("\0"),
    stats: new Float64Array(body.buffer, body.byteOffset, files * FIELDS), empty: new Uint8Array(body.buffer, body.byteOffset + start, files),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
