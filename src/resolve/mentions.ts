import type { Tree } from "../types/source.ts";

/** Files of a project that are looked at for one name: settings are described in one or two. */
const mostFiles = 24;

const programs = /\.(pyw?|[mc]?[jt]sx?|vue|svelte)$/;

/** The programs of a path's project that mention a name. A name's files are looked for once, when the first such question comes. */
export function mentionsIn(tree: Tree, projectOf: (path: string) => string): (name: string, near: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (name, near) => {
    const all = known.get(name) ?? tree.paths.filter((path) => programs.test(path) && holds(tree.read(path), name));
    known.set(name, all);
    const project = projectOf(near);
    return all.filter((path) => projectOf(path) === project).slice(0, mostFiles);
  };
}

function holds(bytes: ReturnType<Tree["read"]>, name: string): boolean {
  return Buffer.isBuffer(bytes) && bytes.includes(name);
}
