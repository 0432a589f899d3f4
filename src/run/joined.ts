import { isAbsolute, relative, sep } from "node:path";
import type { ScopeRoot } from "../discover/index.ts";
import { moved, pathBelow } from "../reporters/located.ts";
import type { Failure, Report } from "../types/report.ts";
import { version } from "../version.ts";
import type { World } from "../world.ts";

/** What a run, or a part of it, gave. */
export interface Run {
  readonly report: Report;
  /** What could not be done as usual, or was done beside: sentences for stderr. */
  readonly notices: readonly string[];
}

/** Where there is no git, paths are relative to the current directory. */
export function fromCwd(report: Report, { root, git }: ScopeRoot, world: World): Report {
  const prefix = git ? "" : relative(world.cwd, root).split(sep).join("/");
  return prefix === "" ? report : moved(report, (path) => (isAbsolute(path) ? path : pathBelow(prefix, path)));
}

/** What was found in one scope, if there is one, with what the user named and is missing. */
export function joined(run: Run | undefined, missing: readonly Failure[] = []): Run {
  const { report, notices } = run ?? { report: nothing, notices: [] };
  return { report: { ...report, failures: [...missing, ...report.failures] }, notices: [...new Set(notices)] };
}

/** A report with nothing in it. */
export const nothing: Report = { version, findings: [], suppressed: [], unused: [], failures: [], stale: [], hidden: {}, counts: { files: 0, read: 0, keys: 0 } };
