import { folderOf, holdsWord } from "../text/paths.ts";
import type { Module } from "../types/module.ts";
import type { Tree } from "../types/source.ts";

const manifests = /(^|\/)(package\.json|deno\.jsonc?|pyproject\.toml|setup\.(py|cfg)|requirements\.(txt|in)|Pipfile|manage\.py)$/;

/** The projects of a tree: a folder with a manifest, and all below it that has none of its own. */
export interface Projects {
  /** The folder of the project that a file belongs to; the top, `""`, where no manifest is. */
  of(path: string): string;
  /** Whether a project's folder has a manifest of this name. */
  has(project: string, manifest: RegExp): boolean;
  /**
   * Whether a file's variables are those that a project's program reads: it is of the project, it stands above, or it names the
   * project's folder, as a deployment's files do. Not a sibling's.
   */
  supplies(file: Module, project: string): boolean;
  /** Whether it may be so, by where the file stands. */
  maySupply(path: string, project: string): boolean;
  /** Whether a file is of a project, of one below it, or stands above it on the way to the top. */
  isNear(path: string, project: string): boolean;
}

export function projectsIn(tree: Tree): Projects {
  const named = new Map<string, string[]>();
  for (const path of tree.paths) {
    if (!manifests.test(path)) continue;
    const folder = folderOf(path);
    const name = path.slice(folder === "" ? 0 : folder.length + 1);
    const before = named.get(folder);
    if (before) before.push(name);
    else named.set(folder, [name]);
  }
  const of = (path: string): string => {
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (named.has(folder)) return folder;
    return "";
  };
  return {
    of,
    has: (project, manifest) => named.get(project)?.some((name) => manifest.test(name)) ?? false,
    isNear: (path, project) => isAbove(project, of(path)) || isAbove(folderOf(path), project),
    maySupply: (path, project) => isAbove(folderOf(path), project) || isAbove(of(path), project),
    supplies: ({ path, text }, project) => {
      const own = of(path);
      if (own === project || isAbove(folderOf(path), project)) return true;
      return isAbove(own, project) && holdsWord(text, project.slice(project.lastIndexOf("/") + 1), /\w/, /\w/);
    },
  };
}

function isAbove(folder: string, other: string): boolean {
  return folder === "" || folder === other || other.startsWith(`${folder}/`);
}
