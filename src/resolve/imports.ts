import { dirname, posix } from "node:path";
import type { Module } from "../types/module.ts";
import type { Tree } from "../types/source.ts";
import { folderOf } from "../text/paths.ts";
import { aliasesIn, type Aliases } from "./aliases.ts";

/** Endings tried for `./config`, in the order of TypeScript's and Node's own resolution. */
const endings = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/** The file of the scope that an import means, or undefined when it is a library's or cannot be found. */
export type ImportResolver = (from: string, importer: Module) => string | undefined;

export function importResolver(tree: Tree): ImportResolver {
  const packages = workspacePackages(tree);
  const aliases = aliasesIn(tree);
  const known = new Map<string, string | undefined>();
  return (from, importer) => {
    const key = `${importer.language}\0${dirname(importer.path)}\0${from}`;
    if (!known.has(key)) known.set(key, importer.language === "python" ? python(from, importer.path, tree) : javascript(from, importer.path, tree, { packages, aliases }));
    return known.get(key);
  };
}

/**
 * `.a.b` climbs from the importing file's folder. `a.b` is looked for beside every folder above it that is no package itself,
 * nearest first: those are the folders that can be on Python's path.
 */
function python(from: string, importer: string, tree: Tree): string | undefined {
  const dots = /^\.*/.exec(from)?.[0].length ?? 0;
  const parts = from.slice(dots).split(".").filter(Boolean);
  let folder = folderOf(importer);
  if (dots > 0) {
    for (let up = 1; up < dots; up++) folder = folderOf(folder);
    return pythonFile(join(folder, ...parts), tree);
  }
  for (;;) {
    if (!tree.has(join(folder, "__init__.py"))) {
      const file = pythonFile(join(folder, ...parts), tree) ?? pythonFile(join(folder, "src", ...parts), tree);
      if (file !== undefined) return file;
    }
    if (folder === "") return undefined;
    folder = folderOf(folder);
  }
}

function pythonFile(path: string, tree: Tree): string | undefined {
  return [`${path}.py`, join(path, "__init__.py")].find((file) => tree.has(file));
}

interface Named {
  readonly packages: () => ReadonlyMap<string, string>;
  readonly aliases: Aliases;
}

function javascript(from: string, importer: string, tree: Tree, { packages, aliases }: Named): string | undefined {
  if (from.startsWith(".")) return javascriptFile(join(folderOf(importer), from), tree);
  for (const path of aliases(from, importer)) {
    const file = javascriptFile(path, tree);
    if (file !== undefined) return file;
  }
  for (const [name, folder] of packages()) {
    if (from !== name && !from.startsWith(`${name}/`)) continue;
    const rest = from.slice(name.length + 1);
    return javascriptFile(join(folder, rest), tree) ?? javascriptFile(join(folder, "src", rest), tree);
  }
  return undefined;
}

function javascriptFile(path: string, tree: Tree): string | undefined {
  if (path.startsWith("..")) return undefined;
  const bases = [path, path.replace(/\.([mc]?)js$/, ".$1ts"), path.replace(/\.[mc]?jsx?$/, "")];
  const folders = bases.map((base) => join(base, "index"));
  for (const base of [...bases, ...folders]) {
    for (const ending of endings) if (/\.([mc]?[jt]sx?|json)$/.test(base + ending) && tree.has(base + ending)) return base + ending;
  }
  return undefined;
}

/** Packages that live in this tree, by name: `package.json` files read once, when the first import asks. */
function workspacePackages(tree: Tree): () => ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined;
  return () => {
    if (found) return found;
    found = new Map();
    for (const path of tree.paths) {
      if (path !== "package.json" && !path.endsWith("/package.json")) continue;
      const name = packageName(tree.read(path));
      if (name !== undefined && !found.has(name)) found.set(name, folderOf(path));
    }
    return found;
  };
}

function packageName(read: ReturnType<Tree["read"]>): string | undefined {
  if (!Buffer.isBuffer(read)) return undefined;
  try {
    const parsed: unknown = JSON.parse(read.toString("utf8"));
    const name = typeof parsed === "object" && parsed !== null && "name" in parsed ? parsed.name : undefined;
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch {
    return undefined;
  }
}

function join(...parts: readonly string[]): string {
  const path = posix.join(...parts.filter((part) => part !== ""));
  return path === "." ? "" : path;
}
