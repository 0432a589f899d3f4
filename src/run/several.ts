import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { pathIn } from "../discover/index.ts";
import { compare, joinedParts, type Part } from "../merge/parts.ts";
import { few } from "../text/few.ts";
import { innerOf } from "../text/inside.ts";
import { printable } from "../text/printable.ts";
import type { Failure, Report } from "../types/report.ts";
import { UsageError } from "../usage-error.ts";
import { version } from "../version.ts";
import type { Asked } from "./asked.ts";
import { nothing, type Run } from "./joined.ts";
import { lintScope, type Inside, type Target } from "./scopes.ts";

/** A scope of several, and what it is called. */
export interface Named {
  readonly name: string;
  readonly inside: Inside;
}

/**
 * A scope as the user named it: where its root lies from the current directory, links not followed, so that the name is the same on every
 * machine where the same is typed. Outside of the current directory, what was typed as an absolute path stays one.
 */
export function nameOf({ scope: { root }, targets }: Inside, cwd: string): string {
  const names = targets.map((target) => namedBy(target, root, cwd) ?? relative(realpathSync.native(cwd), root));
  return names.map(written).sort(compare)[0] ?? "";
}

/** Named by what was typed, when that leads to the root: what lies inside of it is taken off. */
function namedBy({ typed, path, folder }: Target, root: string, cwd: string): string | undefined {
  const inner = pathIn(root, folder ? path : realpathSync.native(path));
  if (inner === undefined) return undefined;
  const at = path.split(sep).join("/");
  const base = inner === "" ? path : at.endsWith(`/${inner}`) ? resolve(path, ...inner.split("/").map(() => "..")) : undefined;
  return base !== undefined && realpathSync.native(base) === root ? nameFrom(base, isAbsolute(typed), cwd) : undefined;
}

/** How a path is named that the user typed. */
export function nameOfTyped(typed: string, cwd: string): string {
  return written(nameFrom(resolve(cwd, typed), isAbsolute(typed), cwd));
}

function nameFrom(path: string, isTypedAbsolute: boolean, cwd: string): string {
  return isTypedAbsolute && innerOf(cwd, path) === undefined ? path : relative(cwd, path);
}

function written(path: string): string {
  return path === "" ? "." : path.split(sep).join("/");
}

/** Scopes one after another, as one report in which each finding tells its repository. */
export function lintSeveral(scopes: readonly Named[], missing: readonly Failure[], asked: Asked): Run {
  const runs = scopes.map(({ name, inside }) => ({ name, inside, run: lintAlone(inside, asked) }));
  const parts = runs.map(({ name, inside: { scope }, run }): Part => ({ repository: { name, pathsFrom: scope.git ? "repository" : "cwd" }, report: run.report }));
  return { report: joinedParts(parts, missing, version), notices: noticesOf(runs.map(({ name, run }) => ({ name, notices: run.notices }))) };
}

/** What cannot be done in one repository, as with a wrong configuration of its own, is a failure there and stops no other. */
function lintAlone(inside: Inside, asked: Asked): Run {
  try {
    return lintScope(inside, asked);
  } catch (error) {
    if (!(error instanceof UsageError) || asked.options.config !== undefined) throw error;
    const report: Report = { ...nothing, failures: [{ path: inside.scope.git ? "." : nameOf(inside, asked.world.cwd), message: `it was not linted: ${error.message}`, fatal: true }] };
    return { report, notices: [] };
  }
}

/** Each once, with those that it is said of: a machine without git would say so of each. */
function noticesOf(runs: readonly { readonly name: string; readonly notices: readonly string[] }[]): readonly string[] {
  const said = new Map<string, string[]>();
  for (const { name, notices } of runs.toSorted((a, b) => compare(a.name, b.name))) {
    for (const notice of notices) said.set(notice, [...(said.get(notice) ?? []), printable(name)]);
  }
  return [...said].map(([notice, names]) => `${few(names)}: ${notice}`);
}
