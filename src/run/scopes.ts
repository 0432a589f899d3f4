import { realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { findScope, openTree, pathIn, type ScopeRoot } from "../discover/index.ts";
import { explain } from "../discover/read.ts";
import { printable } from "../text/printable.ts";
import type { Failure } from "../types/report.ts";
import type { World } from "../world.ts";
import { configOf, requestOf, seenIn, treeOptions, type Asked } from "./asked.ts";
import { fromCwd, type Run } from "./joined.ts";
import { reported } from "./reported.ts";

/** What the user named, as an absolute path. */
export interface Target {
  readonly typed: string;
  readonly path: string;
  readonly folder: boolean;
}

/** A scope, and what of it was named. */
export interface Inside {
  readonly scope: ScopeRoot;
  readonly targets: readonly Target[];
}

/** Targets by the scope that they lie in; git is asked once for each folder. */
export function byScope(targets: readonly Target[], world: World): readonly Inside[] {
  const roots = new Map<string, ScopeRoot>();
  const scopes = new Map<string, Inside>();
  for (const target of targets) {
    const folder = target.folder ? target.path : dirname(target.path);
    const at = `${target.folder}\0${folder}`;
    const scope = roots.get(at) ?? (target.folder ? findScope(folder, world.env) : scopeOfFile(folder, world));
    roots.set(at, scope);
    const known = scopes.get(scope.root)?.targets ?? [];
    scopes.set(scope.root, { scope, targets: [...known, target] });
  }
  return [...scopes.values()];
}

/** A file that no git repository holds belongs to the current directory, when it lies there: references and the configuration do too. */
export function scopeOfFile(folder: string, { cwd, env }: World): ScopeRoot {
  const scope = findScope(folder, env);
  return scope.git || pathIn(findScope(cwd, env).root, folder) === undefined ? scope : findScope(cwd, env);
}

/** What a word of the command line names; a failure when there is nothing of that name. */
export function targetOf(typed: string, cwd: string): Target | Failure {
  const path = resolve(cwd, typed);
  const fail = (message: string): Failure => ({ path: typed, message, fatal: true });
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return fail("there is no such file or folder; check the path");
    if (!stat.isDirectory() && !stat.isFile()) return fail("this is neither a file nor a folder; name one of these");
    return { typed, path, folder: stat.isDirectory() };
  } catch (error) {
    return fail(`it cannot be looked at: ${explain(error)}`);
  }
}

/** One scope: project mode when a folder is among the targets, else file mode. */
export function lintScope({ scope, targets }: Inside, asked: Asked): Run {
  const { options, world, told } = asked;
  const { root } = scope;
  const inner = targets.flatMap((target) => {
    const path = target.folder ? target.path : realpathSync.native(target.path);
    const found = pathIn(root, path);
    return found === undefined ? [] : [{ ...target, inner: found }];
  });
  const outside = targets.filter(({ path }) => !inner.some((one) => one.path === path));
  const only = targets.length === 1 ? targets[0] : undefined;
  const loaded = configOf(only?.folder ? only.path : root, root, asked);
  const named = options.noIgnore ? inner.filter(({ folder }) => !folder).map((target) => target.inner) : [];
  const tree = openTree(root, { ...treeOptions(asked, loaded), named, scope });
  const below = inner.map((target) => target.inner);
  const mode = inner.some(({ folder }) => folder) ? { below } : { files: [...new Set(below)].filter((path) => tree.has(path)) };
  const { report, notices } = reported({ ...requestOf(tree, loaded, asked), seen: seenIn(tree, loaded, told), ...mode }, { scope, loaded, asked });
  const files = new Set(inner.filter(({ folder }) => !folder).map((target) => target.inner));
  const failures = report.failures.map((failure) => (files.has(failure.path) && !failure.partly ? { ...failure, fatal: true } : failure));
  return { report: fromCwd({ ...report, failures }, scope, world), notices: [...outside.map(leadsOut), ...tree.notices, ...notices] };
}

export function leadsOut({ typed }: Target): string {
  return `${printable(typed)} is a link that leads out of the scanned tree; keylint does not follow it.`;
}
