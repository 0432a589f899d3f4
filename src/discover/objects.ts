import { load } from "../load.ts";
import type { Tree, Unreadable } from "../types/source.ts";
import { UsageError } from "../usage-error.ts";
import { isSkipped } from "./defaults.ts";
import { askGit, askLine, askTexts, silence, splitNames, type Asking } from "./git.ts";
import { FILE_BYTES, readerIn, tooLarge } from "./read.ts";
import { systemCode } from "./system.ts";

/** A repository as git is asked about it. */
export interface Repository extends Pick<Asking, "env" | "redirected" | "timeout"> {
  /** The top level of the work tree, absolute and without links. */
  readonly root: string;
}

/** What git holds under a path: the name of an object. Files only: no links, no submodules. */
export type Objects = ReadonlyMap<string, string>;

/** The index: what the next commit will hold. */
export interface Index {
  readonly files: Objects;
  /** In conflict: no commit can hold them as they are. */
  readonly unmerged: readonly string[];
  /** Those whose names are not UTF-8, as far as they can be told. */
  readonly unnameable: readonly string[];
}

/** One entry is mode, object and stage, a tab, and the path. https://git-scm.com/docs/git-ls-files#_output */
export function indexOf(repository: Repository): Index {
  const { names, broken } = splitNames(ask(repository, ["ls-files", "-z", "--stage"], askTexts));
  const files = new Map<string, string>();
  const unmerged = new Set<string>();
  for (const line of names) {
    const [mode = "", id = "", stage] = line.slice(0, line.indexOf("\t")).split(" ");
    const path = line.slice(line.indexOf("\t") + 1);
    if (stage !== "0") unmerged.add(path);
    else if (isFile(mode)) files.set(path, id);
  }
  return { files, unmerged: [...unmerged].sort(), unnameable: broken.map((line) => line.slice(line.indexOf("\t") + 1)) };
}

/** Regular files, executable or not. https://git-scm.com/docs/git-fast-import#_filemodify */
export function isFile(mode: string): boolean {
  return mode === "100644" || mode === "100755";
}

/** The files that the next commit adds or changes, and those of them whose names are not UTF-8. A renamed one is a new one; one that is only meant to be added is in no commit. */
export function stagedIn(repository: Repository, index: Index): { readonly files: readonly string[]; readonly unnameable: readonly string[] } {
  const command = ["diff-index", "--cached", "-z", "--name-only", "--no-renames", "--diff-filter=AMT", "--ita-invisible-in-index", "--ignore-submodules", "HEAD"];
  try {
    const { names, broken } = splitNames(ask(repository, command, askTexts));
    return { files: names.filter((path) => index.files.has(path)), unnameable: broken };
  } catch (error) {
    if (commitOf(repository, "HEAD") !== undefined) throw error;
    return { files: [...index.files.keys()], unnameable: index.unnameable };
  }
}

/** The object of the commit that a name stands for; undefined when there is none. Throws UsageError when git does not say. */
export function commitOf(repository: Repository, name: string): string | undefined {
  if (name.startsWith("-") || name.includes("\0")) return undefined;
  try {
    return askLine(repository.root, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`], repository);
  } catch (error) {
    if (systemCode(error) === silence) throw unsaid("rev-parse", error);
    return undefined;
  }
}

/** Whether a word stands for commits: one, or a range of them (`v1..main`). Throws UsageError when git does not say. */
export function isRevision(repository: Repository, word: string): boolean {
  if (word === "" || word.startsWith("-") || word.includes("\0")) return false;
  try {
    askGit(repository.root, ["rev-list", "--max-count=1", word, "--"], repository);
    return true;
  } catch (error) {
    if (systemCode(error) === silence) throw unsaid("rev-list", error);
    return false;
  }
}

/** Whether the repository holds the newest commits only. */
export function isShallow(repository: Repository): boolean {
  return ask(repository, ["rev-parse", "--is-shallow-repository"]).toString("utf8").trim() === "true";
}

/** The files of a commit. One entry is mode, kind and object, a tab, and the path. https://git-scm.com/docs/git-ls-tree#_output_format */
export function filesOf(repository: Repository, commit: string): Objects {
  const { names } = splitNames(ask(repository, ["ls-tree", "-r", "-z", "--full-tree", commit], askTexts));
  const entries = names.map((line) => [line.slice(0, line.indexOf("\t")).split(" "), line.slice(line.indexOf("\t") + 1)] as const);
  return new Map(entries.filter(([[mode = ""]]) => isFile(mode)).map(([[, , id = ""], path]) => [path, id]));
}

/** Of files of a commit those that the disk surely does not have as they are there, as far as the index tells: where there is no work tree, all. */
export function apartIn(repository: Repository, files: Objects): readonly string[] {
  let now: Objects = new Map();
  try {
    now = indexOf(repository).files;
  } catch {
    // A repository without a work tree has no index.
  }
  return [...files].filter(([path, id]) => now.get(path) !== id).map(([path]) => path);
}

/** Bytes of objects that are held at most, and that are asked for at once. */
const HELD = 32 * 1024 * 1024;
const ASKED = 8 * 1024 * 1024;

export interface SnapshotOptions {
  /** Paths whose bytes the disk surely does not have: asked for together. */
  readonly apart?: readonly string[];
  /** Vendored, built and generated files too. */
  readonly noIgnore?: boolean;
  /** Bytes of a file that are read at most. */
  readonly fileBytes?: number | undefined;
}

/**
 * Files as git holds them, as a tree. Most are on the disk byte for byte, as their object's name tells: they are read there, so that a
 * commit of a few files asks git for none. No filter of the repository runs.
 */
export function snapshotOf(repository: Repository, objects: Objects, { apart = [], noIgnore = false, fileBytes = FILE_BYTES }: SnapshotOptions = {}): Tree {
  const paths = [...objects.keys()].filter((path) => noIgnore || !isSkipped(path)).sort();
  const all = new Set(paths);
  const disk = readerIn(repository.root, fileBytes);
  const blobs = blobsOf(repository, apart.flatMap((path) => (all.has(path) ? (objects.get(path) ?? []) : [])), fileBytes);
  return {
    root: repository.root, paths,
    has: (path) => all.has(path),
    tracked: (path) => all.has(path),
    read: (path) => {
      const id = all.has(path) ? objects.get(path) : undefined;
      if (id === undefined) return { message: "git does not hold it here, or it is a link" };
      return asHeld(disk(path), id) ?? blobs(id);
    },
  };
}

/** What was read on the disk, when git holds the same, perhaps with other line ends. */
function asHeld(bytes: Buffer | Unreadable, id: string): Buffer | undefined {
  if (!Buffer.isBuffer(bytes)) return undefined;
  if (nameOf(bytes, id) === id) return bytes;
  if (!bytes.includes("\r\n")) return undefined;
  const plain = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return nameOf(plain, id) === id ? plain : undefined;
}

/** The name that git gives to a file's bytes: of the length of the other's. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function nameOf(bytes: Buffer, { length }: string): string {
  return load("node:crypto").createHash(length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Reads objects; of those that are `expected`, several at a time. The last ones stay at hand. */
function blobsOf(repository: Repository, expected: readonly string[], limit: number): (id: string) => Buffer | Unreadable {
  const places = new Map(expected.map((id, place) => [id, place]));
  const held = new Map<string, Buffer | Unreadable>();
  let bytes = 0;
  return (id) => {
    const known = held.get(id);
    if (known) return known;
    const place = places.get(id);
    for (const [one, blob] of readBlobs(repository, place === undefined ? [id] : expected.slice(place, place + 500), limit)) {
      held.set(one, blob);
      bytes += sizeOf(blob);
    }
    const found = held.get(id) ?? { message: "git did not give it" };
    for (const [one, blob] of held) {
      if (bytes <= HELD) break;
      held.delete(one);
      bytes -= sizeOf(blob);
    }
    return found;
  };
}

function sizeOf(blob: Buffer | Unreadable): number {
  return Buffer.isBuffer(blob) ? blob.length : 0;
}

/** The bytes of the first object, and of those after it as long as they are not too many together. */
function readBlobs(repository: Repository, ids: readonly string[], limit: number): ReadonlyMap<string, Buffer | Unreadable> {
  const found = new Map<string, Buffer | Unreadable>();
  const wanted: string[] = [];
  let bytes = 0;
  for (const line of batch(repository, "--batch-check", ids).toString("latin1").trimEnd().split("\n")) {
    const [id = "", kind, size] = line.split(" ");
    if (kind !== "blob") found.set(id, { message: "git does not have it in this clone, which is a partial one or damaged; fetch it, or try git fsck" });
    else if (Number(size) > limit) found.set(id, tooLarge(Number(size), limit));
    else if (wanted.length === 0 || (bytes += Number(size)) <= ASKED) wanted.push(id);
  }
  const output = wanted.length === 0 ? Buffer.alloc(0) : batch(repository, "--batch", wanted);
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [id = "", , size] = output.toString("latin1", at, end).split(" ");
    at = end + 2 + Number(size);
    // Of the last one it may not have said all.
    if (at <= output.length) found.set(id, output.subarray(end + 1, at - 1));
  }
  return found;
}

/** https://git-scm.com/docs/git-cat-file#_batch_output */
function batch(repository: Repository, mode: "--batch" | "--batch-check", ids: readonly string[]): Buffer {
  return ask(repository, ["cat-file", mode, "--buffer"], askGit, `${ids.join("\n")}\n`);
}

/** What git prints of its own things. Throws UsageError when it cannot. */
function ask(repository: Repository, args: readonly string[], asked: typeof askGit = askGit, input?: string): Buffer {
  try {
    return asked(repository.root, args, { ...repository, ...(input === undefined ? {} : { input }) });
  } catch (error) {
    throw unsaid(args[0] ?? "", error);
  }
}

function unsaid(command: string, error: unknown): UsageError {
  const how = systemCode(error) === silence ? "did not come to an end in time" : "failed";
  return new UsageError(`Git could not read what it holds (git ${command} ${how}). Try git status and git fsck there.`);
}
