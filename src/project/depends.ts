import { folderOf, holdsWord } from "../text/paths.ts";
import type { Tree } from "../types/source.ts";
import { dependenciesOf, type Manifests } from "./manifests.ts";

const asking = /(^|\/)(requirements[^/]{0,40}\.(txt|in)|requirements\/[^/]{1,40}\.(txt|in)|pyproject\.toml|Pipfile|setup\.py|setup\.cfg|environment\.ya?ml|package\.json)$/;

/** Whether the project of a file depends on one of these packages: its folder's manifests, and those above it. */
export type Depends = (path: string, packages: readonly string[]) => boolean;

export function dependsIn(tree: Tree, manifests: Manifests): Depends {
  const texts = manifestTexts(tree, manifests);
  return (path, packages) => {
    const text = texts(folderOf(path));
    return packages.some((name) => named(text, name));
  };
}

/** The manifests of a folder and of all above it, as one lower-case text. */
function manifestTexts(tree: Tree, manifests: Manifests): (folder: string) => string {
  const own = new Map<string, string[]>();
  for (const path of tree.paths) {
    if (!asking.test(path)) continue;
    const folder = folderOf(path).replace(/(^|\/)requirements$/, "");
    own.set(folder, [...(own.get(folder) ?? []), path]);
  }
  const known = new Map<string, string>();
  const text = (folder: string): string => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const here = (own.get(folder) ?? []).map((path) => {
      // What package.json is and depends on: its description and keywords may speak of anything. Of other manifests the whole text.
      if (path.endsWith("package.json")) return [String(manifests(path)["name"] ?? ""), ...dependenciesOf(manifests(path)).map(([name]) => name)].join("\n").toLowerCase();
      const read = tree.read(path);
      return Buffer.isBuffer(read) ? read.toString("latin1").toLowerCase() : "";
    });
    const all = [...here, folder === "" ? "" : text(folderOf(folder))].join("\n");
    known.set(folder, all);
    return all;
  };
  return text;
}

/** A package's name in a manifest, not as a part of a longer one; `_` and `-` are the same to pip. */
function named(text: string, name: string): boolean {
  const wanted = name.toLowerCase();
  return [wanted, wanted.replaceAll("_", "-")].some((form) => holdsWord(text, form, /[\w@/-]/, /[\w/-]/));
}
