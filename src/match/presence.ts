import { folderOf, holdsWord } from "../text/paths.ts";
import type { Framework } from "../types/framework.ts";
import type { Module } from "../types/module.ts";
import type { Tree } from "../types/source.ts";

/** How surely a file belongs to a framework: 2 by the file itself, 1 by the project's manifest, 0 not at all. */
export type Presence = (framework: Framework, module: Module) => 0 | 1 | 2;

const manifests = /(^|\/)(requirements[^/]{0,40}\.(txt|in)|requirements\/[^/]{1,40}\.(txt|in)|pyproject\.toml|Pipfile|setup\.py|setup\.cfg|environment\.ya?ml|package\.json)$/;

/** Whether the project of a file depends on one of these packages: its folder's manifests, and those above it. */
export type Depends = (path: string, packages: readonly string[]) => boolean;

export function dependsIn(tree: Tree): Depends {
  const texts = manifestTexts(tree);
  return (path, packages) => {
    const text = texts(folderOf(path));
    return packages.some((name) => named(text, name));
  };
}

/** Tells which of the frameworks that share a setting's name (`SECRET_KEY`) a file is about. */
export function presenceIn(depends: Depends): Presence {
  const packagesOf = new Map<Framework, readonly string[]>();
  return (framework, module) => {
    let packages = packagesOf.get(framework);
    if (!packages) packagesOf.set(framework, (packages = packagesIn(framework)));
    if (packages.length === 0) return 1;
    if (module.imports.some(({ from }) => packages.includes(packageOf(from, module.language === "python")))) return 2;
    if (framework.marks?.some((name) => module.top.names.has(name))) return 2;
    return depends(module.path, [framework.id, ...packages]) ? 1 : 0;
  };
}

/** The packages that a framework's symbols are imported from. */
function packagesIn(framework: Framework): readonly string[] {
  const symbols = framework.slots.flatMap(({ at, where }) => [
    ...at.flatMap((one) => ("attribute" in one ? [one.attribute] : "call" in one ? [one.call] : [])),
    ...(where ?? []).flatMap((condition) => condition.symbol ?? []),
  ]);
  const features = framework.uses?.flatMap((feature) => feature.import ?? feature.symbol ?? []) ?? [];
  return [...new Set([...symbols, ...features, ...(framework.packages ?? [])].filter((symbol) => !symbol.startsWith("*")).map((symbol) => packageOf(symbol, framework.language === "python")))];
}

function packageOf(symbol: string, python: boolean): string {
  if (python) return symbol.split(".")[0] ?? symbol;
  const parts = symbol.split("/");
  const name = symbol.startsWith("@") ? `${parts[0]}/${parts[1] ?? ""}` : (parts[0] ?? symbol);
  return (name.split("()")[0] ?? name).replace(/\.[A-Za-z]+$/, "");
}

/** The manifests of a folder and of all above it, as one lower-case text. */
function manifestTexts(tree: Tree): (folder: string) => string {
  const own = new Map<string, string[]>();
  for (const path of tree.paths) {
    if (!manifests.test(path)) continue;
    const folder = folderOf(path).replace(/(^|\/)requirements$/, "");
    own.set(folder, [...(own.get(folder) ?? []), path]);
  }
  const known = new Map<string, string>();
  const text = (folder: string): string => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const here = (own.get(folder) ?? []).map((path) => {
      const read = tree.read(path);
      return Buffer.isBuffer(read) ? dependenciesIn(path, read.toString("latin1")).toLowerCase() : "";
    });
    const all = [...here, folder === "" ? "" : text(folderOf(folder))].join("\n");
    known.set(folder, all);
    return all;
  };
  return text;
}

/** Of package.json what it depends on: its description and keywords may speak of anything. Of other manifests the whole text. */
function dependenciesIn(path: string, text: string): string {
  if (!path.endsWith("package.json")) return text;
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== "object" || manifest === null) return "";
    return Object.entries(manifest).flatMap(([key, value]) => (/dependencies$/i.test(key) && typeof value === "object" && value !== null ? Object.keys(value) : [])).join("\n");
  } catch {
    return text;
  }
}

/** A package's name in a manifest, not as a part of a longer one; `_` and `-` are the same to pip. */
function named(text: string, name: string): boolean {
  const wanted = name.toLowerCase();
  return [wanted, wanted.replaceAll("_", "-")].some((form) => holdsWord(text, form, /[\w@/-]/, /[\w/-]/));
}
