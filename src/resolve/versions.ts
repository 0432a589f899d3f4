import { posix } from "node:path";
import type { Tree } from "../types/source.ts";

/** The first number of the version of an npm package that the nearest `package.json` at or above a path asks for. */
export function versionsIn(tree: Tree): (name: string, path: string) => number | undefined {
  const known = new Map<string, Readonly<Partial<{ [name: string]: string }>>>();
  const asked = (manifest: string): Readonly<Partial<{ [name: string]: string }>> => {
    const before = known.get(manifest) ?? dependenciesOf(tree.has(manifest) ? tree.read(manifest) : undefined);
    known.set(manifest, before);
    return before;
  };
  return (name, path) => {
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      const range = asked(folder === "." ? "package.json" : `${folder}/package.json`)[name];
      const major = range === undefined ? undefined : /\d+/.exec(range)?.[0];
      if (range !== undefined) return major === undefined ? undefined : Number(major);
      if (folder === "." || folder === "/") return undefined;
    }
  };
}

function dependenciesOf(read: ReturnType<Tree["read"]> | undefined): Readonly<Partial<{ [name: string]: string }>> {
  if (!Buffer.isBuffer(read)) return {};
  try {
    const manifest: unknown = JSON.parse(read.toString("utf8"));
    if (typeof manifest !== "object" || manifest === null) return {};
    const tables = Object.entries(manifest).flatMap(([key, table]) => (/dependencies$/i.test(key) && typeof table === "object" && table !== null ? Object.entries(table as object) : []));
    return Object.fromEntries(tables.flatMap(([name, range]: [string, unknown]) => (typeof range === "string" ? [[name, range] as const] : [])));
  } catch {
    return {};
  }
}
