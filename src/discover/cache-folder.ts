import { closeSync, constants, fstatSync, futimesSync, lstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, unlinkSync, writeFileSync, type Stats } from "node:fs";
import * as host from "node:process";
import { join, resolve } from "node:path";
import { load } from "../load.ts";
import { askLine } from "./git.ts";
import { explainWriting } from "./read.ts";

/** The folder inside of git's own in which keylint keeps what it knows. */
export interface CacheFolder {
  /** What tells it from a copy of it, and from one of another repository. */
  readonly mark: string;
  /** The disk that it lies on. */
  readonly device: number;
  /** What the disk's clock said when the folder was opened, and by how much (milliseconds) it may be coarser than it looks. Undefined when nothing can be written. */
  readonly clock?: { readonly now: number; readonly grain: number };
  /** A file of it, at most `most` bytes, in memory that threads can share; undefined when there is none that can be trusted. */
  read(name: string, most: number): Buffer | undefined;
  /** All of a file or nothing; why not, when it cannot be written. */
  write(name: string, parts: readonly Buffer[]): string | undefined;
  /** The names of its files, the newest first. */
  names(): readonly string[];
  remove(name: string): void;
}

/** A file that is written beside is a dead run's when it is older: milliseconds. */
const patience = 10 * 60_000;

/** Times come in steps of as much: of a disk that tells parts of a second, and of one that does not. Linux tells what its clock said at its last tick. */
const [fine, coarse] = [50, 3_000];

const windows = host.platform === "win32";

/** Neither links nor pipes are opened. Windows has neither flag. */
const flags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** `$(git rev-parse --git-path keylint)`, made when it is missing; or why it cannot be used, in words. Never throws. */
export function cacheFolderOf(root: string, env: NodeJS.ProcessEnv): CacheFolder | { readonly why: string } {
  try {
    const folder = resolve(root, askLine(root, ["rev-parse", "--git-path", "keylint"], { env }));
    if (!lstatSync(folder, { throwIfNoEntry: false })) mkdirSync(folder, { mode: 0o700 });
    const stats = lstatSync(folder);
    const refused = stats.isDirectory() ? refusalOf(stats) : "it is no folder";
    return refused === undefined ? opened(folder, stats) : { why: refused };
  } catch (error) {
    return { why: explainWriting(error) };
  }
}

/** What others can write, they can make up. */
function refusalOf({ uid, mode }: Stats): string | undefined {
  if (windows) return undefined;
  if (uid !== host.geteuid?.()) return "it belongs to another user";
  return (mode & 0o022) === 0 ? undefined : "others may write into it";
}

function opened(folder: string, { dev, ino, birthtimeMs }: Stats): CacheFolder {
  const clock = clockOf(folder);
  return {
    mark: `${dev} ${ino} ${birthtimeMs}`, device: dev, ...(clock ? { clock } : {}),
    read: (name, most) => trusted(join(folder, name), most),
    write: (name, parts) => written(folder, name, parts),
    names: () => listed(folder).map(({ name }) => name),
    remove: (name) => removed(join(folder, name)),
  };
}

/** The disk's own clock, by which it says when files were changed: it may be another machine's. */
function clockOf(folder: string): CacheFolder["clock"] {
  try {
    const descriptor = openSync(join(folder, "clock"), constants.O_RDWR | constants.O_CREAT | flags, 0o600);
    try {
      futimesSync(descriptor, 0, 0);
      const { ctimeMs: now } = fstatSync(descriptor);
      return { now, grain: now % 1000 === 0 ? coarse : fine };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

function trusted(file: string, most: number): Buffer | undefined {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | flags);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile() || refusalOf(stats) !== undefined || stats.size > most) return undefined;
      const bytes = Buffer.from(new SharedArrayBuffer(stats.size));
      let end = 0;
      for (let count = -1; end < stats.size && count !== 0; end += count) count = readSync(descriptor, bytes, end, stats.size - end, null);
      return end === stats.size ? bytes : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Not synced to the disk: what a dead machine has left half is known by its checksum. */
function written(folder: string, name: string, parts: readonly Buffer[]): string | undefined {
  const beside = join(folder, `${name}.${load("node:crypto").randomBytes(6).toString("hex")}.tmp`);
  try {
    clean(folder);
    const descriptor = openSync(beside, "wx", 0o600);
    try {
      for (const part of parts) writeFileSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, join(folder, name));
    return undefined;
  } catch (error) {
    removed(beside);
    return explainWriting(error);
  }
}

/** Removes what dead runs have left. */
function clean(folder: string): void {
  const files = listed(folder);
  const now = files[0]?.changed ?? 0;
  for (const { name, written } of files) if (name.endsWith(".tmp") && written < now - patience) removed(join(folder, name));
}

function listed(folder: string): readonly { readonly name: string; readonly changed: number; readonly written: number }[] {
  const files = readdirSync(folder).map((name) => {
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return { name, changed: stats?.ctimeMs ?? 0, written: stats?.mtimeMs ?? 0 };
  });
  return files.sort((a, b) => b.changed - a.changed);
}

function removed(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It is gone already, or stays.
  }
}
