import { resolve } from "node:path";
import { isSkipped, pathIn, unnamed, type ScopeRoot } from "../discover/index.ts";
import { indexOf, snapshotOf, stagedIn, type Index } from "../discover/objects.ts";
import { isAskedIn } from "../lint.ts";
import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { configOf, repositoryFor, requestOf, type Asked } from "./asked.ts";
import type { Run } from "./joined.ts";
import { reported } from "./reported.ts";

/** What the next commit adds or changes, as git's index has it; of that only what lies at or below the paths, if there are any. */
export function lintStaged(paths: readonly string[], asked: Asked): Run {
  const { world } = asked;
  const repository = repositoryFor("--staged", world.cwd, world.env);
  const { root } = repository;
  const loaded = configOf(root, root, asked);
  const index = indexOf(repository);
  const tree = snapshotOf(repository, index.files, { noIgnore: asked.options.noIgnore, fileBytes: loaded.config.limits?.fileBytes });
  const below = paths.map((path) => innerOf(path, root, world.cwd));
  const isAsked = isAskedIn(paths.length === 0 ? {} : { below });
  const staged = stagedIn(repository, index);
  const files = staged.files.filter((path) => tree.has(path) && isAsked(path));
  const unlisted = staged.unnameable.filter((path) => !isSkipped(path) && isAsked(path)).map((path) => ({ ...unnamed(path), fatal: false }));
  const scope: ScopeRoot = { root, git: true };
  const { report, notices } = reported({ ...requestOf(tree, loaded, asked), files }, { scope, loaded, asked });
  return { report: { ...report, failures: [...unlisted, ...report.failures] }, notices: [...inConflict(index), ...notices] };
}

function innerOf(typed: string, root: string, cwd: string): string {
  const inner = pathIn(root, resolve(cwd, typed));
  if (inner === undefined) throw new UsageError(`${printable(typed)} lies outside the repository whose index --staged reads; name paths in it.`);
  return inner;
}

/** What a commit could not hold as it is. */
function inConflict({ unmerged }: Index): readonly string[] {
  return unmerged.length === 0 ? [] : [`Files are in conflict and were not looked at: ${few(unmerged.map(printable))}. Resolve them, git add them, and run keylint again.`];
}
