import { realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Kept } from "../cache/report.ts";
import type { LoadedConfig } from "../config/index.ts";
import { findScope, openTree, pathIn, type ScopeRoot } from "../discover/index.ts";
import { explain } from "../discover/read.ts";
import { printable } from "../text/printable.ts";
import type { Failure } from "../types/report.ts";
import type { World } from "../world.ts";
import { againFor } from "./again.ts";
import { configOf, requestOf, seenIn, treeOptions, wishesOf, type Asked } from "./asked.ts";
import { fromCwd, type Run } from "./joined.ts";
import { reported } from "./reported.ts";
import { visitOf } from "./visit.ts";

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
  const below = inner.map((target) => target.inner);
  const isProject = inner.some(({ folder }) => folder);
  const visit = scope.git && isProject && named.length === 0 && !options.noCache ? visitOf(root, world.env, { all: options.noIgnore, note: (text) => told.onNote?.(text) }) : undefined;
  const again = visit && againFor(visit, { ...wishesOf(root, loaded, asked), below }, { scope, loaded, asked });
  if (again?.report) told.onNote?.("nothing was changed since an earlier run, whose report this is");
  const { report, notices } = again?.report ?? linted();
  const own = new Set(below.map((path) => (path === "" ? "." : path)));
  const failures = report.failures.map((failure) => (own.has(failure.path) && !failure.partly ? { ...failure, fatal: true } : failure));
  return { report: fromCwd({ ...report, failures }, scope, world), notices: [...outside.map(leadsOut), ...notices] };

  function linted(): Kept {
    const opened = openTree(root, { ...treeOptions(asked, loaded), named, scope, ...(visit ? { listing: visit.listing() } : {}) });
    const tree = visit?.watched(opened) ?? opened;
    const mode = isProject ? { below } : { files: [...new Set(below)].filter((path) => tree.has(path)) };
    const seen = seenIn(tree, loaded, told);
    const found = reported({ ...requestOf(tree, loaded, asked), seen: visit?.seen(seen, screenedUnder(loaded)) ?? seen, ...mode }, { scope, loaded, asked });
    const run = { report: found.report, notices: [...tree.notices, ...found.notices] };
    if (again) again.keep(run, tree);
    else visit?.keep();
    return run;
  }
}

/** What of the configuration says what is seen in a file: one that is too large is not read. */
function screenedUnder({ config: { slots, models, overrides, limits } }: LoadedConfig): string {
  return JSON.stringify([slots, models, overrides, limits?.fileBytes]);
}

export function leadsOut({ typed }: Target): string {
  return `${printable(typed)} is a link that leads out of the scanned tree; keylint does not follow it.`;
}
