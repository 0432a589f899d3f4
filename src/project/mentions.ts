import type { Tree } from "../types/source.ts";

/** Files of a project that are looked at for one name: settings are described in one or two. */
const mostFiles = 24;

const programs = /\.(pyw?|[mc]?[jt]sx?|vue|svelte)$/;

/** The programs of a path's project that mention a name. A name's files are looked for once, when the first such question comes. */
export function mentionsIn(tree: Tree, projectOf: (path: string) => string): (name: string, near: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (name, near) => {
    const all = known.get(name) ?? tree.paths.filter((path) => programs.test(path) && mentions(tree, path, name));
    known.set(name, all);
    const project = projectOf(near);
    return all.filter((path) => projectOf(path) === project).slice(0, mostFiles);
  };
}

/** Whether a name stands in a file's bytes. */
export function mentions(tree: Tree, path: string, name: string): boolean {
  const bytes = tree.read(path);
  return Buffer.isBuffer(bytes) && bytes.includes(name);
}
