import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { few } from "../text/few.ts";
import { innerOf } from "../text/inside.ts";
import { printable } from "../text/printable.ts";
import type { Limits } from "../types/config.ts";
import type { Tree, Unlisted } from "../types/source.ts";
import { isSkipped } from "./defaults.ts";
import { listGit, type GitListing } from "./listing.ts";
import { explain, FILE_BYTES, readerIn } from "./read.ts";
import { findScope, type ScopeRoot, type Trouble } from "./scope.ts";
import { standing } from "./stats.ts";
import { systemCode } from "./system.ts";
import { walk } from "./walk.ts";

export { isSkipped } from "./defaults.ts";
export { findScope, type ScopeRoot, type Trouble } from "./scope.ts";
export { matcher } from "./patterns.ts";

export interface TreeOptions {
  /** `--no-ignore`: what is skipped by default (vendored, built, no text) is listed too. What git ignores is not. */
  readonly noIgnore?: boolean;
  /** Files that the user named, absolute or relative to the root, to be listed although git ignores them or they are skipped. */
  readonly named?: readonly string[];
  /** A file with more bytes is Unreadable; no more files than these are listed. */
  readonly limits?: Limits;
  /** The scope of the path, where it is known already. */
  readonly scope?: ScopeRoot;
  /** The environment that git runs in. Default the process's own. */
  readonly env?: NodeJS.ProcessEnv;
  /** What git lists, where it was asked already. */
  readonly listing?: GitListing;
}

/** A tree of the disk, and how it was found. */
export interface DiskTree extends Tree {
  /** Whether git listed it. */
  readonly git: boolean;
  /** What was not looked at as usual: sentences for a user. */
  readonly notices: readonly string[];
  readonly unlisted: readonly Unlisted[];
}

/** Files that are listed at most where there is no git: called in a home folder or at the top of a disk, keylint comes to an end. */
const WALKED_FILES = 20_000;

interface Listing {
  readonly paths: readonly string[];
  readonly tracked: ReadonlySet<string>;
  readonly git: boolean;
  readonly notices: readonly string[];
  readonly unlisted: readonly Unlisted[];
}

/**
 * The scope that holds `start` (a file or a folder), as a tree: listed by git, or by walking where there is no git. It has no
 * links, no special files, no submodules, nothing that git ignores. Never throws because of what lies on the disk.
 */
export function openTree(start: string, options: TreeOptions = {}): DiskTree {
  const scope = options.scope ?? findScope(start, options.env);
  const listing = list(scope, options);
  const named = (options.named ?? []).map((path) => pathIn(scope.root, resolve(scope.root, path)) ?? "").filter((path) => isFile(scope.root, path));
  const paths = [...new Set([...listing.paths, ...named])].sort();
  return { ...listed(scope.root, paths, listing.tracked, options.limits?.fileBytes), git: listing.git, notices: listing.notices, unlisted: listing.unlisted };
}

/** The tree of a scope whose files are known, at most `fileBytes` of each. */
export function listed(root: string, paths: readonly string[], tracked: ReadonlySet<string>, fileBytes: number = FILE_BYTES): Tree {
  const [all, read] = [new Set(paths), readerIn(root, fileBytes)];
  return {
    root, paths,
    has: (path) => all.has(path),
    tracked: (path) => tracked.has(path),
    read: (path, isAnew) => (all.has(path) ? read(path, isAnew) : { message: "it is not among the files that keylint looks at here: it is missing, ignored, or a link" }),
  };
}

/**
 * A path of this machine as the tree writes it: relative to `root`, with forward slashes, `""` for the root itself; undefined when
 * it lies outside. Links to folders are followed, a link to a file is not.
 */
export function pathIn(root: string, path: string): string | undefined {
  return innerOf(root, realFolderAndName(resolve(path)))?.replaceAll(sep, "/");
}

function realFolderAndName(path: string): string {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? realpathSync.native(path) : join(realpathSync.native(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

function list(scope: ScopeRoot, options: TreeOptions): Listing {
  const notices = scope.trouble ? [withoutGit(scope.trouble)] : [];
  const isWanted = options.noIgnore === true ? () => true : (path: string) => !isSkipped(path);
  const most = options.limits?.files;
  if (!scope.git) return listByWalking(scope.root, isWanted, most, notices);
  const found = options.listing ?? listingOf(scope.root, options.env);
  if (found) return listByGit(scope.root, found, isWanted, most);
  return listByWalking(scope.root, isWanted, most, [withoutGit({ what: "Git could not list the files.", todo: "Try git status there." })]);
}

/** What git lists; nothing when it cannot. */
function listingOf(root: string, env: NodeJS.ProcessEnv | undefined): GitListing | undefined {
  try {
    return listGit(root, env);
  } catch (error) {
    // What git's end throws tells its status.
    if (systemCode(error) !== undefined || (error instanceof Error && "status" in error)) return undefined;
    throw error;
  }
}

function withoutGit({ what, todo }: Trouble): string {
  return `${what} So files that git ignores are looked at too, unless a .gitignore names them. ${todo}`.trimEnd();
}

function listByGit(root: string, found: GitListing, isWanted: (path: string) => boolean, most = Infinity): Listing {
  const tracked = [...found.tracked.filter(isWanted), ...found.sparse.filter((path) => isWanted(path) && isFile(root, path))];
  const untracked = found.untracked.filter((path) => isWanted(path) && isFile(root, path));
  const paths = [...new Set([...tracked, ...untracked])].sort();
  const unlisted = [...found.closed.filter((path) => isWanted(`${path}/_`)).map((path) => closedFolder(path, whyClosed(join(root, path)))), ...found.unnameable.filter(isWanted).map(unnamed), ...tooMany(paths.length, most)];
  return { paths: paths.slice(0, most), tracked: new Set(tracked), git: true, notices: nestedNotice(found.nested.filter(isWanted)), unlisted };
}

function listByWalking(root: string, isWanted: (path: string) => boolean, most = WALKED_FILES, notices: readonly string[] = []): Listing {
  const { paths, unreadable, unnameable, cut } = walk(root, most, isWanted);
  const unlisted = [...unreadable.map(({ path, why }) => closedFolder(path, why)), ...unnameable.filter((path) => isWanted(path)).map(unnamed), ...tooMany(cut ? most + 1 : 0, most)];
  return { paths, tracked: new Set(), git: false, notices, unlisted };
}

function closedFolder(path: string, why: string): Unlisted {
  return { path: path === "" ? "." : path, message: `the folder was not looked into: ${why}` };
}

/** Asked again, for what git says of it is for people. */
function whyClosed(folder: string): string {
  try {
    readdirSync(folder);
    return "git could not look into it; try git status";
  } catch (error) {
    return explain(error);
  }
}

/** What is within the limit was looked at. */
function tooMany(count: number, most: number): readonly Unlisted[] {
  if (count <= most) return [];
  return [{ path: ".", partly: true, message: `more files lie here than are looked at: the limit is ${most} files; name the folders that matter, or raise limits.files in the configuration` }];
}

/** Of what cannot be told, reading it will say why. */
function isFile(root: string, path: string): boolean {
  try {
    return standing(join(root, path))?.isFile() ?? false;
  } catch {
    return true;
  }
}

function nestedNotice(nested: readonly string[]): string[] {
  if (nested.length === 0) return [];
  const names = [...new Set(nested)].sort().map(printable);
  return [`Other git repositories lie in this one and were not looked into: ${few(names)}. Name one to lint it.`];
}

/** What is said of a file or folder whose name is not UTF-8. */
export function unnamed(path: string): Unlisted {
  return { path, message: "its name is not UTF-8, so it was not looked at; rename it" };
}
