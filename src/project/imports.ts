import { samples } from "../text/names.ts";
import { folderOf, joined } from "../text/paths.ts";
import type { Module } from "../types/module.ts";
import type { Tree } from "../types/source.ts";
import type { Aliases } from "./aliases.ts";
import type { Packages } from "./packages.ts";

/** Endings tried for `./config`, in the order of TypeScript's and Node's own resolution. */
const endings = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/** The file of the scope that an import means, or undefined when it is a library's or cannot be found. */
export type ImportResolver = (from: string, importer: Pick<Module, "path" | "language">) => string | undefined;

export function importResolver(tree: Tree, packages: Packages, aliases: Aliases): ImportResolver {
  const known = new Map<string, string | undefined>();
  return (from, importer) => {
    const key = `${importer.language}\0${folderOf(importer.path)}\0${from}`;
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
    return pythonFile(joined(folder, ...parts), tree);
  }
  for (;;) {
    if (!tree.has(joined(folder, "__init__.py"))) {
      const file = pythonFile(joined(folder, ...parts), tree) ?? pythonFile(joined(folder, "src", ...parts), tree);
      if (file !== undefined) return file;
    }
    if (folder === "") return undefined;
    folder = folderOf(folder);
  }
}

function pythonFile(path: string, tree: Tree): string | undefined {
  return [`${path}.py`, joined(path, "__init__.py"), ...samplesOf(path, ".py")].find((file) => tree.has(file));
}

/** What people commit in the place of a file that each of them writes: `config.py.example`, `config.example.py`, `config_example.py`. */
function samplesOf(path: string, ending: string): readonly string[] {
  return samples.flatMap((word) => [`${path}${ending}.${word}`, `${path}.${word}${ending}`, `${path}_${word}${ending}`]);
}

interface Named {
  readonly packages: Packages;
  readonly aliases: Aliases;
}

function javascript(from: string, importer: string, tree: Tree, { packages, aliases }: Named): string | undefined {
  if (from.startsWith(".")) return javascriptFile(joined(folderOf(importer), from), tree, packages);
  for (const path of aliases(from, importer)) {
    const file = javascriptFile(path, tree, packages);
    if (file !== undefined) return file;
  }
  for (const [name, folder] of packages.folders()) {
    if (from !== name && !from.startsWith(`${name}/`)) continue;
    const rest = from.slice(name.length + 1);
    return javascriptFile(joined(folder, rest), tree, packages) ?? javascriptFile(joined(folder, "src", rest), tree, packages);
  }
  return undefined;
}

function javascriptFile(path: string, tree: Tree, packages: Packages): string | undefined {
  if (path.startsWith("..")) return undefined;
  const main = packages.main(path);
  const bases = [...(main === undefined ? [] : [joined(path, main)]), path, path.replace(/\.([mc]?)js$/, ".$1ts"), path.replace(/\.[mc]?jsx?$/, "")];
  const folders = bases.map((base) => joined(base, "index"));
  for (const base of [...bases, ...folders]) {
    for (const ending of endings) if (/\.([mc]?[jt]sx?|json)$/.test(base + ending) && tree.has(base + ending)) return base + ending;
  }
  return [".ts", ".js", ".json"].flatMap((ending) => samplesOf(path.replace(/\.[mc]?[jt]s$/, ""), ending)).find((file) => tree.has(file));
}
