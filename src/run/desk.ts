import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isSkipped, openTree, pathIn, type DiskTree, type ScopeRoot } from "../discover/index.ts";
import { FILE_BYTES, tooLarge } from "../discover/read.ts";
import type { LoadedConfig } from "../config/index.ts";
import { layoutOf, type Layout } from "../project/layout.ts";
import type { Tree } from "../types/source.ts";
import { configOf, requestOf, treeOptions, type Asked } from "./asked.ts";
import type { Run } from "./joined.ts";
import { reported } from "./reported.ts";
import { scopeOfFile } from "./scopes.ts";

/** A text as it may become a file, and what was found in it. */
export interface Looked extends Run {
  readonly scope: ScopeRoot;
  /** The file's path in its scope. */
  readonly path: string;
}

/** Lints texts that need not lie on the disk, each by itself among the files of its scope. */
export interface Desk {
  /**
   * The text of a file, whose path is absolute. A file of that name is not looked at. Undefined when the path leads out of its scope.
   * Throws UsageError for a wrong configuration.
   */
  look(path: string, bytes: Buffer): Looked | undefined;
}

/** A scope, and what it takes long to ask of the disk. */
interface Opened {
  readonly loaded: LoadedConfig;
  readonly disk: DiskTree;
  readonly layout: Layout;
  /** When the files were listed, in milliseconds since 1970. */
  readonly at: number;
  /** Until when that may be believed: in milliseconds since 1970. */
  readonly until: number;
}

/** How long a list of files is believed: a second at least, and so long that at most a twentieth of the time is spent on listing. */
const believed = { least: 1_000, times: 20 };

/** Clocks of disks go in steps; in milliseconds. */
const clockSteps = 20;

/** Files that say how a tree is laid out, or how it is to be linted: a text that stands for one of them is asked too. */
const layingOut = /(^|\/)(package\.json|[jt]sconfig[^/]*\.json|pyproject\.toml|keylint\.config\.json|deno\.jsonc?|setup\.(py|cfg)|requirements[^/]*\.txt|Pipfile)$/;

/**
 * A desk for what the options ask. What is known of a scope is kept for a while, for texts come one after another. `elsewhere`: keys that
 * a text uses are told too where they stand in other files.
 */
export function openDesk(asked: Asked, { elsewhere = false }: { readonly elsewhere?: boolean } = {}): Desk {
  const { world, options } = asked;
  const scopes = new Map<string, Opened>();
  let roots: { readonly scope: ScopeRoot; readonly folder: string; readonly at: number; readonly until: number }[] = [];

  /** Git is asked once for each scope, for there may be a thousand folders in it. Without git that is the current directory, or where the file lies. */
  function scopeAt(folder: string): ScopeRoot {
    const now = world.now();
    roots = roots.filter((known) => isBelieved(known, now));
    const known = roots.find(({ scope, folder: asked }) => asked === folder || ((scope.git || pathIn(scope.root, world.cwd) === "") && isWithin(scope.root, folder)));
    if (known) return known.scope;
    const scope = scopeOfFile(folder, world);
    roots.push({ scope, folder, at: now, until: untilFrom(now, world.now()) });
    return scope;
  }

  function open(scope: ScopeRoot, path: string, inner: string): Opened {
    const [now, known] = [world.now(), scopes.get(scope.root)];
    if (known && isBelieved(known, now) && !isNewer(path, inner, known)) return known;
    const loaded = configOf(scope.root, scope.root, asked);
    const disk = openTree(scope.root, { ...treeOptions(asked, loaded), scope });
    const opened = { loaded, disk, layout: layoutOf(disk), at: now, until: untilFrom(now, world.now()) };
    scopes.set(scope.root, opened);
    return opened;
  }

  function look(path: string, bytes: Buffer): Looked | undefined {
    const scope = scopeAt(realpathSync.native(existingFolder(dirname(path))));
    const inner = pathIn(scope.root, path);
    if (inner === undefined) return undefined;
    const { loaded, disk, layout } = open(scope, path, inner);
    const limit = loaded.config.limits?.fileBytes ?? FILE_BYTES;
    const tree = withText(disk, inner, bytes.length > limit ? tooLarge(bytes.length, limit) : bytes);
    const files = options.noIgnore || !isIgnored(inner, path, disk) ? [inner] : [];
    const isKnown = disk.has(inner) && !layingOut.test(inner);
    const { report, notices } = reported({ ...requestOf(tree, loaded, asked), files, elsewhere, ...(isKnown ? { layout } : {}) }, { scope, loaded, asked });
    return { report, notices: [...disk.notices, ...notices], scope, path: inner };
  }

  return { look };
}

function untilFrom(start: number, end: number): number {
  return end + Math.max(believed.least, (end - start) * believed.times);
}

/** A clock that was set back tells nothing of how old something is. */
function isBelieved({ at, until }: Pick<Opened, "at" | "until">, now: number): boolean {
  return at <= now && now < until;
}

/** Whether a folder lies below a root with no other repository between them. */
function isWithin(root: string, folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (at === root) return true;
    if (dirname(at) === at || existsSync(join(at, ".git"))) return false;
  }
}

/** The tree in which a file has another text, or is new. */
function withText(disk: DiskTree, inner: string, text: ReturnType<Tree["read"]>): Tree {
  return { ...disk, has: (one) => one === inner || disk.has(one), read: (one, isAnew) => (one === inner ? text : disk.read(one, isAnew)), paths: disk.has(inner) ? disk.paths : [...disk.paths, inner].sort() };
}

/** Whether a file is new, or has another name, since the files were listed. https://man7.org/linux/man-pages/man7/inode.7.html: the time of the last change */
function isNewer(path: string, inner: string, { disk, at }: Opened): boolean {
  return !disk.has(inner) && (lstatSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= at - clockSteps;
}

/** A file that is on the disk and not listed is ignored. */
function isIgnored(inner: string, path: string, disk: DiskTree): boolean {
  return isSkipped(inner) || (!disk.has(inner) && (lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false));
}

function existingFolder(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}
