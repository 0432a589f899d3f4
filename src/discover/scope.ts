import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { askLine } from "./git.ts";
import { readNamed } from "./read.ts";
import { systemCode } from "./system.ts";

/** The tree that references are linked in, and what a user should know about how it was found. */
export interface ScopeRoot {
  /** Absolute, without links. */
  readonly root: string;
  readonly git: boolean;
  /** Why git, which should know of it, could not be asked. */
  readonly trouble?: Trouble;
}

/** Two sentences for a user; `todo` may be empty. */
export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

/**
 * The scope of a path: the top level of the git work tree that holds it, else the path itself if it is a folder, else its folder.
 * A path inside `.git`, in a bare repository, or in a repository that git refuses counts as without git; the last is said.
 */
export function findScope(path: string, env: NodeJS.ProcessEnv = process.env): ScopeRoot {
  const absolute = resolve(path);
  const folder = statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ? absolute : dirname(absolute);
  const alone = { root: existsSync(folder) ? realpathSync.native(folder) : folder, git: false };
  try {
    const [top, own] = bothIn(askLine(folder, ["rev-parse", "--show-toplevel", "--absolute-git-dir"], { env }));
    // `core.worktree` and `.git` can name any folder of this machine; a work tree has its `.git` at the top and holds the path.
    if (existsSync(join(top, ".git")) && holds(top, alone.root) && isOf(own, top)) return { root: realpathSync.native(top), git: true };
    return { ...alone, trouble: { what: "The git repository here is that of another folder, by its .git or its core.worktree, so git was not asked.", todo: "If you moved a linked work tree: git worktree repair." } };
  } catch (error) {
    const trouble = troubleOf(error, alone.root);
    return trouble ? { ...alone, trouble } : alone;
  }
}

/** Two paths, a line each; names can have line ends, too, and then both have as many of them. */
function bothIn(lines: string): readonly [string, string] {
  const all = lines.split("\n");
  const half = Math.ceil(all.length / 2);
  return [resolve(all.slice(0, half).join("\n")), resolve(all.slice(half).join("\n"))];
}

/**
 * Whether a repository is that of a work tree: it lies in there, or apart and is no other one's; or it knows that this work tree is linked to it.
 * https://git-scm.com/docs/gitrepository-layout
 */
function isOf(repository: string, top: string): boolean {
  try {
    const real = realpathSync.native(repository);
    if (!existsSync(join(real, "commondir"))) return basename(real) !== ".git" || dirname(real) === realpathSync.native(top);
    return leadsTo(join(real, "commondir"), dirname(dirname(real))) && leadsTo(join(real, "gitdir"), join(top, ".git"));
  } catch {
    return false;
  }
}

/** Whether a file holds one path, which is that one. */
function leadsTo(file: string, path: string): boolean {
  const text = readNamed(file);
  return Buffer.isBuffer(text) && realpathSync.native(resolve(dirname(file), text.toString("utf8").replace(/\r?\n$/, ""))) === realpathSync.native(path);
}

function holds(outer: string, inner: string): boolean {
  const real = realpathSync.native(outer);
  return folders(inner).includes(real);
}

/** A folder and all above it. */
export function folders(folder: string): string[] {
  const found = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) found.push(dirname(at));
  return found;
}

/** Codes of the error when the system has no more of something. */
const starving: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "EAGAIN", "ENOMEM"]);

/** Why git could not be asked, when there is a repository that it should have known. */
function troubleOf(error: unknown, folder: string): Trouble | undefined {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  if (said.includes("dubious ownership")) {
    return { what: "Git does not trust this repository because another user owns it.", todo: "To change that: git config --global --add safe.directory <folder>." };
  }
  if (said.includes("must be run in a work tree")) return undefined;
  if (!folders(folder).some((at) => existsSync(join(at, ".git")))) return undefined;
  if (systemCode(error) === "ENOENT") return { what: "The program git was not found.", todo: "Install it, or put it on the PATH." };
  if (starving.has(systemCode(error) ?? "")) return { what: "Git could not be started: the system gives no more files or processes.", todo: "Raise the limit (ulimit -n, ulimit -u)." };
  return { what: "Git could not read this repository.", todo: "Try git status there." };
}
