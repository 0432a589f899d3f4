import { posix } from "node:path";
import type { Tree } from "../types/source.ts";
import { folderOf } from "../text/paths.ts";
import type { Fields, Manifests } from "./manifests.ts";

/** The packages of npm that live in a tree: `package.json` files, read once, when the first question comes. */
export interface Packages {
  /** Their folders, by name. */
  readonly folders: () => ReadonlyMap<string, string>;
  /** The file that a package in this folder gives to those that import it, as its manifest says; without an ending, or of what is built. */
  main(folder: string): string | undefined;
  /** The name of the package that a file belongs to. */
  of(path: string): string | undefined;
  /** The name of the package that gives this file to those that import it: its tests do so by a path. */
  entry(path: string): string | undefined;
}

interface Manifest {
  readonly name?: string;
  readonly mains: readonly string[];
}

/** Folders of a package in which its sources, or what is built of them, stand. */
const sources = /^(src|lib|dist|build|out|esm|cjs|types)\//;

export function packagesIn(tree: Tree, manifests: Manifests): Packages {
  let read: ReadonlyMap<string, Manifest> | undefined;
  const all = (): ReadonlyMap<string, Manifest> => (read ??= readAll(tree, manifests));
  let named: Map<string, string> | undefined;
  const home = (path: string): [folder: string, manifest: Manifest] | undefined => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const manifest = all().get(folder);
      if (manifest?.name !== undefined) return [folder, manifest];
      if (folder === "") return undefined;
    }
  };
  return {
    folders: () => (named ??= new Map([...all()].toReversed().flatMap(([folder, { name }]) => (name === undefined ? [] : [[name, folder] as const])))),
    main: (folder) => all().get(folder)?.mains[0],
    of: (path) => home(path)?.[1].name,
    entry(path) {
      const copy = copied(path, tree);
      if (copy !== undefined) return copy;
      const [folder = "", { name, mains } = { mains: [] }] = home(path) ?? [];
      const stem = stemOf(folder === "" ? path : path.slice(folder.length + 1));
      return ["index", ...mains].some((main) => stemOf(main) === stem) ? name : undefined;
    },
  };
}

/** A package that a repository keeps a copy of, with its licence, among its libraries: `server/libs/jsonwebtoken/index.js`. */
function copied(path: string, tree: Tree): string | undefined {
  const [, folder, name] = /^((?:.*\/)?(?:libs?|vendor|vendored|third[-_]?party|external)\/((?:@[\w.-]+\/)?[\w.-]+))\/index\.[cm]?[jt]s$/.exec(path) ?? [];
  return folder !== undefined && ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license"].some((file) => tree.has(`${folder}/${file}`)) ? name : undefined;
}

/** A file of a package without ending, and without the folder that tells sources from what is built: `dist/index.cjs` is made of `src/index.ts`. */
function stemOf(path: string): string {
  return posix.normalize(path).replace(sources, "").replace(/(\.d)?\.[cm]?[jt]sx?$/, "");
}

function readAll(tree: Tree, manifests: Manifests): Map<string, Manifest> {
  const found = new Map<string, Manifest>();
  for (const path of tree.paths) {
    if (path === "package.json" || path.endsWith("/package.json")) found.set(folderOf(path), manifestOf(manifests(path)));
  }
  return found;
}

function manifestOf({ name, main, module, exports }: Fields): Manifest {
  return { ...(typeof name === "string" && name !== "" ? { name } : {}), mains: [main, module, ...exportedBy(exports)].filter((one) => typeof one === "string") };
}

/** https://nodejs.org/api/packages.html#exports: the files that stand for the package itself, whatever the conditions. */
function exportedBy(exports: unknown, depth = 0): readonly unknown[] {
  if (typeof exports !== "object" || exports === null || depth > 4) return [exports];
  return Object.entries(exports).flatMap(([key, value]) => (key.startsWith("./") ? [] : exportedBy(value, depth + 1)));
}
