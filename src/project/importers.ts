import type { Tree } from "../types/source.ts";
import { alone } from "../text/alone.ts";
import { folderOf } from "../text/paths.ts";
import type { ImportResolver } from "./imports.ts";

/** Files that are looked at for one function: one with more importers is a library's, and says nothing of a key. */
const mostImporters = 48;

const programs = { python: /\.pyw?$/, javascript: /\.[mc]?[jt]sx?$/ } as const;

/** `from a.b import c`, `import a.b, d`. */
const pythonImports = /^[ \t]*(?:from[ \t]+([.\w]{1,200})[ \t]+import\b([^\n#]{0,400})|import[ \t]+([\w., \t]{1,200}))/gm;
/** `from "x"`, `require("x")`, `import("x")`, `import "x"`. */
const javascriptImports = /(?:\bfrom|\brequire[ \t]{0,4}\(|\bimport[ \t]{0,4}\(?)[ \t]{0,4}["'`]([^"'`\n]{1,200})["'`]/g;

/** The files that import another and whose bytes pass a test, by their text alone; directly, or over one that hands on the names of others. */
export type Importers = (of: string, passes: (bytes: Buffer) => boolean) => readonly string[];

/** A file that imports something, and as what. */
interface Import {
  readonly path: string;
  readonly language: Language;
  readonly from: string;
}

/** Reads the programs of a part of a tree, once, when the first question about one of them comes. */
export function importersIn(tree: Tree, imported: ImportResolver): Importers {
  const known = new Map<string, ReadonlyMap<string, readonly Import[]>>();
  const byName = (path: string): ReadonlyMap<string, readonly Import[]> => {
    const region = regionOf(path, tree);
    const found = known.get(region) ?? byLastName(tree, region);
    known.set(region, found);
    return found;
  };
  /** The importers of one file, by what they import it as. */
  const directly = (path: string): ReadonlySet<string> => {
    const imports = byName(path).get(lastNameOf(path)) ?? [];
    return new Set(imports.filter((one) => imported(one.from, one) === path).map((one) => one.path));
  };
  return (of, passes) => {
    const found: string[] = [];
    const seen = new Set([of]);
    const open = [of];
    for (let path = open.pop(); path !== undefined && found.length < mostImporters; path = open.pop()) {
      for (const importer of directly(path)) {
        if (seen.has(importer) || found.length >= mostImporters) continue;
        seen.add(importer);
        if (isBarrel(importer)) open.push(importer);
        const bytes = tree.read(importer);
        if (Buffer.isBuffer(bytes) && passes(bytes)) found.push(importer);
      }
    }
    return found.sort();
  };
}

/**
 * The folder that all importers of a file stand in. Python's dotted names lead through folders with plain names only
 * (https://docs.python.org/3/reference/import.html#searching); programs of Node below one package.json import each other.
 */
function regionOf(path: string, tree: Tree): string {
  const folders = [folderOf(path)];
  for (let folder = folderOf(path); folder !== ""; folders.push(folder)) folder = folderOf(folder);
  const region = languageOf(path) === "python" ? folders.find((folder) => !/(^|\/)[A-Za-z_]\w{0,100}$/.test(folder)) : folders.findLast((folder) => tree.has(folder === "" ? "package.json" : `${folder}/package.json`));
  return region ?? "";
}

/** A file whose only work is to hand on the names of others. */
function isBarrel(path: string): boolean {
  return /(^|\/)(__init__\.py|index\.[mc]?[jt]sx?)$/.test(path);
}

/** What an import of the file ends in: its name without the ending, or of a barrel its folder's. */
function lastNameOf(path: string): string {
  const file = isBarrel(path) ? folderOf(path) : path;
  return lastPart(file);
}

function lastPart(specifier: string): string {
  const name = specifier.slice(specifier.lastIndexOf("/") + 1);
  return name.replace(/\.(pyw?|[mc]?[jt]sx?)$/, "");
}

function byLastName(tree: Tree, region: string): ReadonlyMap<string, readonly Import[]> {
  const found = new Map<string, Import[]>();
  const texts = new Map<string, string>();
  for (const path of tree.paths) {
    const language = region === "" || path.startsWith(`${region}/`) ? languageOf(path) : undefined;
    const bytes = language && tree.read(path);
    if (!language || !Buffer.isBuffer(bytes)) continue;
    for (const { from, name } of modulesIn(bytes.toString("latin1"), path, language)) {
      const one = { path, language, from: kept(from) };
      const before = found.get(name);
      if (before) before.push(one);
      else found.set(kept(name), [one]);
    }
  }
  return found;

  /** One text for all that are alike. */
  function kept(text: string): string {
    const found = texts.get(text) ?? alone(text);
    texts.set(found, found);
    return found;
  }
}

type Language = keyof typeof programs;

function languageOf(path: string): Language | undefined {
  return programs.python.test(path) ? "python" : programs.javascript.test(path) ? "javascript" : undefined;
}

/** What a text may import, as an import names it, and the last name of it. */
interface Imported {
  readonly from: string;
  readonly name: string;
}

function modulesIn(text: string, path: string, language: Language): readonly Imported[] {
  return language === "python" ? pythonModules(text) : specifiersIn(text).map((from) => ({ from, name: /^[./]+$/.test(from) ? lastPart(folderOf(path)) : lastPart(from) }));
}

/** `from a import b` imports `a`, and `a.b` if that is a module, too. */
function pythonModules(text: string): readonly Imported[] {
  return [...text.matchAll(pythonImports)].flatMap(([, from, names = "", whole = ""]) => {
    const modules = [...(from === undefined ? [] : [from]), ...whole.split(",").map((part) => part.trim().split(/\s/)[0] ?? "")].filter((module) => module !== "");
    const within = from === undefined ? [] : (names.match(/\w+/g) ?? []).map((name) => ({ from: from.endsWith(".") ? from + name : `${from}.${name}`, name }));
    return [...modules.map((module) => ({ from: module, name: module.split(".").at(-1) ?? "" })), ...within];
  });
}

/** What a text of JavaScript imports, as it is written there. */
export function specifiersIn(text: string): readonly string[] {
  return Array.from(text.matchAll(javascriptImports), ([, from = ""]) => from);
}
