import { basename, dirname } from "node:path";
import { askGit, askLine } from "./git.ts";
import { findScope } from "./scope.ts";

/** What git has to do with a file: it has it, would take it with `git add`, ignores it, or could not be asked. */
export type Standing = "tracked" | "taken" | "ignored" | "unknown";

/** Undefined where there is no repository. */
export function standingOf(file: string, env: NodeJS.ProcessEnv): Standing | undefined {
  const folder = dirname(file);
  const { git, trouble } = findScope(folder, env);
  if (!git) return trouble && "unknown";
  try {
    const line = askLine(folder, ["--literal-pathspecs", "ls-files", "-t", "--cached", "--others", "--exclude-standard", "--", basename(file)], { env });
    return line === "" ? "ignored" : line.startsWith("? ") ? "taken" : "tracked";
  } catch {
    return "unknown";
  }
}

/** Whether git ignores a path of a work tree, whether there is such a file or not; true also where git does not say. */
export function isIgnored(root: string, path: string, env: NodeJS.ProcessEnv): boolean {
  try {
    askGit(root, ["check-ignore", "--quiet", "--no-index", "--", path], { env });
    return true;
  } catch (error) {
    // https://git-scm.com/docs/git-check-ignore#_exit_status
    return !(error instanceof Error && "status" in error && error.status === 1);
  }
}
