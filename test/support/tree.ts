import type { Tree } from "../../src/types/source.ts";

/** A tree that exists in memory only. Git tracks all of it unless told otherwise. */
export function treeOf(files: Readonly<{ [path: string]: string | Buffer }>, tracked = true): Tree {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.isBuffer(text) ? text : Buffer.from(text)]));
  return {
    root: "/memory",
    paths: [...bytes.keys()].sort(),
    has: (path) => bytes.has(path),
    tracked: (path) => tracked && bytes.has(path),
    read: (path) => bytes.get(path) ?? { message: "there is no such file" },
  };
}
