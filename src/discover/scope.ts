import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { askLine } from "./git.ts";
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
    const top = resolve(askLine(folder, ["rev-parse", "--show-toplevel"], { env }));
    // `core.worktree` can name any folder of this machine; a work tree has its `.git` at the top and holds the path.
    if (existsSync(join(top, ".git")) && holds(top, alone.root)) return { root: realpathSync.native(top), git: true };
    return { ...alone, trouble: { what: "The git repository's core.worktree names another folder, so git was not asked.", todo: "" } };
  } catch (error) {
    const trouble = troubleOf(error, alone.root);
    return trouble ? { ...alone, trouble } : alone;
  }
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

/** Why git could not be asked, when there is a repository that it should have known. */
function troubleOf(error: unknown, folder: string): Trouble | undefined {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  if (said.includes("dubious ownership")) {
    return { what: "Git does not trust this repository because another user owns it.", todo: "To change that: git config --global --add safe.directory <folder>." };
  }
  if (said.includes("must be run in a work tree")) return undefined;
  if (!folders(folder).some((at) => existsSync(join(at, ".git")))) return undefined;
  if (systemCode(error) === "ENOENT") return { what: "The program git was not found.", todo: "Install it, or put it on the PATH." };
  return { what: "Git could not read this repository.", todo: "Try git status there." };
}
