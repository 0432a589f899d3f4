import type { Module } from "../types/module.ts";
import type { Tree } from "../types/source.ts";
import { folderOf } from "../text/paths.ts";
import { mentions } from "./mentions.ts";

/** Files that are looked at for one function: one with more importers is a library's, and says nothing of a key. */
const mostImporters = 48;

const programs = { python: /\.pyw?$/, javascript: /\.[mc]?[jt]sx?$/ } as const;

/** `from a.b import c`, `import a.b, d`. */
const pythonImports = /^[ \t]*(?:from[ \t]+([.\w]{1,200})[ \t]+import\b([^\n#]{0,400})|import[ \t]+([\w., \t]{1,200}))/gm;
/** `from "x"`, `require("x")`, `import("x")`, `import "x"`. */
const javascriptImports = /(?:\bfrom|\brequire[ \t]{0,4}\(|\bimport[ \t]{0,4}\(?)[ \t]{0,4}["'`]([^"'`\n]{1,200})["'`]/g;

/** The files that may import another and that mention a name. Found by their text alone: the answer is too long, never too short by much. */
export type Importers = (of: Module, name: string) => readonly string[];

/** Reads the programs of a tree, once, when the first question comes. */
export function importersIn(tree: Tree): Importers {
  let known: ReadonlyMap<string, readonly string[]> | undefined;
  return (of, name) => {
    known ??= byLastName(tree);
    const found = new Set<string>();
    const open = [of.path];
    for (let path = open.pop(); path !== undefined && found.size < mostImporters; path = open.pop()) {
      for (const importer of known.get(lastNameOf(path)) ?? []) {
        if (importer === of.path || found.has(importer) || found.size >= mostImporters) continue;
        const hands = isBarrel(importer);
        if (!hands && !mentions(tree, importer, name)) continue;
        found.add(importer);
        if (hands) open.push(importer);
      }
    }
    return [...found].sort();
  };
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

function byLastName(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of tree.paths) {
    const language = programs.python.test(path) ? "python" : programs.javascript.test(path) ? "javascript" : undefined;
    const bytes = language && tree.read(path);
    if (!language || !Buffer.isBuffer(bytes)) continue;
    const text = bytes.toString("latin1");
    for (const name of new Set(language === "python" ? pythonNames(text) : javascriptNames(text, path))) {
      const before = found.get(name);
      if (before) before.push(path);
      else found.set(name, [path]);
    }
  }
  return found;
}

function pythonNames(text: string): readonly string[] {
  return [...text.matchAll(pythonImports)].flatMap(([, from, names = "", whole = ""]) => {
    const modules = [...(from === undefined ? [] : [from]), ...whole.split(",").map((part) => part.trim().split(/\s/)[0] ?? "")];
    return [...modules.map((module) => module.split(".").at(-1) ?? ""), ...(names.match(/\w+/g) ?? [])];
  });
}

/** `./` and `..` are the folder itself. */
function javascriptNames(text: string, path: string): readonly string[] {
  return [...text.matchAll(javascriptImports)].map(([, from = ""]) => (/^[./]+$/.test(from) ? lastPart(folderOf(path)) : lastPart(from)));
}
