import { lstatSync, realpathSync, type Stats } from "node:fs";
import { systemCode } from "./system.ts";

/** How many numbers are known of a file: when it was changed and when anything of it was (milliseconds), its size, its number on the disk, its mode. */
export const FIELDS = 5;

/** Of what is missing. */
const absent = -1;

/**
 * Notes what a file looks like from outside. What cannot be told, or lies on another disk, whose clock may be another, is noted as what
 * equals nothing.
 */
export function noteStat(file: string, device: number, into: Float64Array, at: number): void {
  into.set(statOf(file, device), at * FIELDS);
}

/** Whether there was something of that name. */
export function wasThere(noted: Float64Array, at: number): boolean {
  return noted[at * FIELDS + FIELDS - 1] !== absent;
}

/** How large it was; NaN where that is not noted. */
export function sizeIn(noted: Float64Array, at: number): number {
  return noted[at * FIELDS + 2] ?? Number.NaN;
}

/**
 * Takes back what is noted of a file that was changed too late: it could change once more, and the clock of the disk would show the same.
 * https://git-scm.com/docs/racy-git
 */
export function forgetLate(noted: Float64Array, at: number, latest: number): void {
  const [changed = 0, touched = 0] = noted.subarray(at * FIELDS, at * FIELDS + 2);
  if (changed >= latest || touched >= latest) noted.fill(Number.NaN, at * FIELDS, (at + 1) * FIELDS);
}

/** Tells of each path by its number whether it still looks as it was noted: 1, else 2. Of those behind the noted ones, whether they are folders and no links. */
export function comparer(root: string, device: number, paths: readonly string[], noted: Float64Array): (at: number) => number {
  const files = noted.length / FIELDS;
  return (at) => ((at < files ? isSame(`${root}/${paths[at] ?? ""}`, device, noted, at) : isFolder(root, paths[at] ?? "")) ? 1 : 2);
}

function isSame(file: string, device: number, noted: Float64Array, at: number): boolean {
  const now = statOf(file, device);
  for (let field = 0; field < FIELDS; field++) if (now[field] !== noted[at * FIELDS + field]) return false;
  return true;
}

/**
 * What stands there, no link followed; undefined when there is nothing of that name.
 * @throws the system's error when that cannot be told
 */
export function standing(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Whether a folder is one, and no link. */
export function isFolder(root: string, path: string): boolean {
  try {
    return standing(`${root}/${path}`)?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

const unknown = new Float64Array(FIELDS).fill(Number.NaN);
const missing = new Float64Array(FIELDS).fill(absent);
const one = new Float64Array(FIELDS);

function statOf(file: string, device: number): Float64Array {
  let stats: Stats | undefined;
  try {
    stats = standing(file);
  } catch {
    return unknown;
  }
  if (!stats) return missing;
  if (stats.dev !== device) return unknown;
  one[0] = stats.mtimeMs;
  one[1] = stats.ctimeMs;
  one[2] = stats.size;
  one[3] = stats.ino;
  one[4] = stats.mode;
  return one;
}

/** How a file that may lie anywhere looks from outside, and where it lies, as one line; and when it was changed at last. Undefined when that cannot be told. */
export function likeness(file: string, device: number): { readonly text: string; readonly changed: number } | undefined {
  const stats = statOf(file, device);
  if (stats === missing) return { text: "missing", changed: 0 };
  try {
    return stats.includes(Number.NaN) ? undefined : { text: `${realpathSync.native(file)}\0${stats.join(" ")}`, changed: Math.max(stats[0] ?? 0, stats[1] ?? 0) };
  } catch {
    return undefined;
  }
}
