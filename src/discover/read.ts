import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync, type Stats } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Unreadable } from "../types/source.ts";
import { systemCode } from "./system.ts";

/** Bytes of a file that are read at most, unless the configuration says otherwise: 16 MB. No source file that people write is larger. */
export const FILE_BYTES = 16 * 1024 * 1024;

/** As many as the configuration may say at most. */
export const MOST_BYTES = 16 * FILE_BYTES;

/** A FIFO that takes a file's place does not block; a link is not followed. Windows has neither flag. */
const NAMED_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const FLAGS = NAMED_FLAGS | (constants.O_NOFOLLOW ?? 0);

/** Reads files below one folder. Never throws, and never reads what lies outside. `isAnew`: as in a Tree. */
export type Reader = (path: string, isAnew?: boolean) => Buffer | Unreadable;

/** A reader of paths relative to `root` (absolute, without links), at most `limit` bytes a file. */
export function readerIn(root: string, limit: number = FILE_BYTES): Reader {
  const folders = new Map<string, boolean>();
  const isInside = (folder: string, isAnew: boolean): boolean => {
    let verdict = isAnew ? undefined : folders.get(folder);
    if (verdict === undefined) {
      const real = realpathSync.native(folder);
      verdict = real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
      folders.set(folder, verdict);
    }
    return verdict;
  };
  return (path, isAnew = false) => {
    const file = join(root, path);
    try {
      if (!isInside(dirname(file), isAnew)) return { message: "a folder of its path is a link that leads out of the scanned tree; keylint does not follow it" };
      return readFile(file, limit);
    } catch (error) {
      return { message: explain(error) };
    }
  };
}

/**
 * A file that the user named for keylint itself: it may lie anywhere and be a link, and is read as far as any other.
 * @param todo what to do when it has more bytes than `limit`
 */
export function readNamed(file: string, limit: number = FILE_BYTES, todo?: string): Buffer | Unreadable {
  try {
    return refusalOf(statSync(file)) ?? readOpened(openSync(file, NAMED_FLAGS), limit, todo);
  } catch (error) {
    return { message: explain(error) };
  }
}

/**
 * Reads one regular file, at most `limit` bytes; a link, a folder, a device or a larger file is refused in words.
 * @throws the system's error when it cannot be opened or read.
 */
function readFile(file: string, limit: number): Buffer | Unreadable {
  // Opening a device can have effects of its own, so its kind is asked first; after opening once more, because it may have changed.
  return refusalOf(lstatSync(file)) ?? readOpened(openSync(file, FLAGS), limit);
}

function readOpened(descriptor: number, limit: number, todo?: string): Buffer | Unreadable {
  try {
    const stats = fstatSync(descriptor);
    const changed = refusalOf(stats);
    if (changed) return changed;
    return stats.size > limit ? tooLarge(stats.size, limit, todo) : readUpTo(descriptor, stats.size);
  } finally {
    closeSync(descriptor);
  }
}

/** Why what stands there is not read. */
function refusalOf(stats: Stats): Unreadable | undefined {
  if (stats.isFile()) return undefined;
  return { message: explainCode(stats.isSymbolicLink() ? "ELOOP" : stats.isDirectory() ? "EISDIR" : "ENXIO") };
}

/** A file that grows while it is read is taken as it was at the start; one that shrinks, as far as it goes. */
function readUpTo(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  while (end < size) {
    const count = readSync(descriptor, bytes, end, size - end, null);
    if (count === 0) break;
    end += count;
  }
  return bytes.subarray(0, end);
}

/** What is said of a text with more bytes than are read. */
export function tooLarge(size: number, limit: number, todo = "raise limits.fileBytes or exclude the file"): Unreadable {
  return { message: `it has ${megabytes(size)} and the limit is ${megabytes(limit)}; ${todo}` };
}

function megabytes(bytes: number): string {
  return bytes >= 1e5 ? `${(bytes / (1024 * 1024)).toFixed(1)} MB` : `${bytes} bytes`;
}

/**
 * A system error of reading in words for a user; no path, no value.
 * @throws the error when it is none of the system's: a mistake of keylint is no trouble of a file.
 */
export function explain(error: unknown): string {
  return explainCode(codeOf(error));
}

/** A system error of writing in such words. Throws as `explain` does. */
export function explainWriting(error: unknown): string {
  const code = codeOf(error);
  return WRITING[code] ?? explainCode(code);
}

function codeOf(error: unknown): string {
  const code = systemCode(error);
  if (code === undefined) throw error;
  return code;
}

const SENTENCES: Readonly<{ [code: string]: string }> = {
  EACCES: "permission denied; let the user who runs keylint read it, or exclude it",
  EPERM: "permission denied; let the user who runs keylint read it, or exclude it",
  ENOENT: "it does not exist (any more)",
  ENOTDIR: "it does not exist (any more): a part of its path is no folder",
  EISDIR: "it is a folder, not a file",
  ENAMETOOLONG: "its name is too long for this system",
  ELOOP: "it is a symbolic link; keylint reads only the file that it stands for",
  EMFILE: "too many files are open; raise the limit (ulimit -n)",
  ENFILE: "too many files are open on this system",
  ENXIO: "it is no regular file (a pipe, socket or device)",
  EIO: "the disk gave an error",
  EBADF: "it is not open for reading",
};

const WRITING: Readonly<{ [code: string]: string }> = {
  EACCES: "permission denied: the user who runs keylint may not write there",
  EPERM: "permission denied: the user who runs keylint may not write there",
  ENOENT: "its folder does not exist",
  ENOTDIR: "a part of its path is no folder",
  EEXIST: "there is such a file by now",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "this user has no room left on the disk",
  EFBIG: "files of that size are not allowed here (ulimit -f)",
};

function explainCode(code: string): string {
  return SENTENCES[code] ?? `the system says ${code}`;
}
