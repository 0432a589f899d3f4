import { lstatSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { LoadedConfig } from "../config/index.ts";
import { isSkipped, openTree, pathIn, type DiskTree } from "../discover/index.ts";
import { FILE_BYTES, tooLarge } from "../discover/read.ts";
import { printable } from "../text/printable.ts";
import type { Tree, Unreadable } from "../types/source.ts";
import { UsageError } from "../usage-error.ts";
import type { World } from "../world.ts";
import { configOf, requestOf, treeOptions, type Asked } from "./asked.ts";
import { fromCwd, type Run } from "./joined.ts";
import { reported } from "./reported.ts";
import { scopeOfFile } from "./scopes.ts";

/** One text from stdin, under the name that the user gave, among the files of its scope. A file of that name is not looked at. */
export function lintStdin(name: string, asked: Asked): Run {
  const { world, options } = asked;
  const path = resolve(world.cwd, name);
  const scope = scopeOfFile(existingFolder(dirname(path)), world);
  const inner = pathIn(scope.root, path);
  if (inner === undefined) throw new UsageError(`--stdin-filename ${printable(name)} lies outside the project; name a path inside it.`);
  const loaded = configOf(scope.root, scope.root, asked);
  const disk = openTree(scope.root, { ...treeOptions(asked, loaded), scope });
  const bytes = textOfStdin(world, loaded);
  const tree: Tree = { ...disk, has: (one) => one === inner || disk.has(one), read: (one) => (one === inner ? bytes : disk.read(one)), paths: disk.has(inner) ? disk.paths : [...disk.paths, inner].sort() };
  const files = options.noIgnore || !isIgnored(inner, path, disk) ? [inner] : [];
  const { report, notices } = reported({ ...requestOf(tree, loaded, asked), files }, { scope, loaded, asked });
  const failures = report.failures.map((failure) => (failure.path === inner && !failure.partly ? { ...failure, fatal: true } : failure));
  return { report: fromCwd({ ...report, failures }, scope, world), notices: [...disk.notices, ...notices] };
}

function textOfStdin(world: World, { config: { limits } }: LoadedConfig): Buffer | Unreadable {
  const limit = limits?.fileBytes ?? FILE_BYTES;
  try {
    const bytes = world.stdin();
    return bytes.length > limit ? tooLarge(bytes.length, limit) : bytes;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "an error";
    throw new UsageError(`stdin cannot be read (${code}).`);
  }
}

/** A file that is on the disk and not listed is ignored. */
function isIgnored(inner: string, path: string, disk: DiskTree): boolean {
  return isSkipped(inner) || (!disk.has(inner) && (lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false));
}

function existingFolder(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}
