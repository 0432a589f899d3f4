import { basename, dirname } from "node:path";
import { askLine, findScope } from "./git.ts";

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
