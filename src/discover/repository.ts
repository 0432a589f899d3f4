import { existsSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { askLine, type Redirected } from "./git.ts";
import { findScope, folders, type Trouble } from "./scope.ts";
import type { Repository } from "./objects.ts";

/**
 * The repository that a folder lies in, for what git holds. `GIT_INDEX_FILE` counts when it names an index of this repository, as
 * `git commit FILE` does for its hooks; `GIT_DIR` and `GIT_WORK_TREE` where nothing else tells of a repository, as for settings in a home
 * folder. A hook of another repository, which has set them too, leads nowhere else.
 * https://git-scm.com/docs/git#_environment_variables
 */
export function findRepository(folder: string, env: NodeJS.ProcessEnv): Repository | Trouble {
  const { root, git, trouble } = findScope(folder, env);
  if (!git) return elsewhere(folder, env) ?? trouble ?? { what: "There is no git repository here.", todo: "Run it inside of one." };
  const index = env["GIT_INDEX_FILE"];
  if (index === undefined || index === "") return { root, env };
  const own = askLine(root, ["rev-parse", "--absolute-git-dir"], { env });
  if (resolve(root, index).startsWith(own + sep)) return { root, env, redirected: { GIT_INDEX_FILE: resolve(root, index) } };
  return { what: "The variable GIT_INDEX_FILE names an index of another repository.", todo: "Unset it." };
}

/**
 * The repository whose history a folder lies in: as above, or one without a work tree (`git clone --mirror`), which has a history all the same. A
 * `.git` can name such a one, too, that lies elsewhere.
 */
export function findHistory(folder: string, env: NodeJS.ProcessEnv): Repository | Trouble {
  const found = findRepository(folder, env);
  if ("root" in found) return found;
  try {
    const [bare, root = ""] = askLine(folder, ["rev-parse", "--is-bare-repository", "--absolute-git-dir"], { env }).split("\n");
    return bare === "true" && isAround(realpathSync.native(root), folder) ? { root: realpathSync.native(root), env } : found;
  } catch {
    return found;
  }
}

/** The repository that the environment names, when its work tree holds the folder. */
function elsewhere(folder: string, env: NodeJS.ProcessEnv): Repository | undefined {
  const { GIT_DIR: dir, GIT_WORK_TREE: tree, GIT_INDEX_FILE: index } = env;
  if (dir === undefined || !existsSync(resolve(folder, dir))) return undefined;
  const redirected: Redirected = {
    GIT_DIR: resolve(folder, dir),
    ...(tree === undefined ? {} : { GIT_WORK_TREE: resolve(folder, tree) }),
    ...(index === undefined ? {} : { GIT_INDEX_FILE: resolve(folder, index) }),
  };
  try {
    const top = askLine(folder, ["rev-parse", "--show-toplevel"], { env, redirected });
    const root = realpathSync.native(top);
    return isAround(root, folder) ? { root, env, redirected } : undefined;
  } catch {
    return undefined;
  }
}

function isAround(root: string, folder: string): boolean {
  return folders(realpathSync.native(folder)).includes(root);
}
