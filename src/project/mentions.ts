import type { Tree } from "../types/source.ts";

/** Files of a project that are looked at for one name: settings are described in one or two. */
const mostFiles = 24;

const programs = /\.(pyw?|[mc]?[jt]sx?|vue|svelte)$/;

/** The programs of a path's project that mention a name. A name's files are looked for once, when the first such question comes. */
export function mentionsIn(tree: Tree, projectOf: (path: string) => string): (name: string, near: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const programsOf = new Map<string, readonly string[]>();
  return (name, near) => {
    const project = projectOf(near);
    const before = known.get(`${project}\0${name}`);
    if (before) return before;
    const all = programsOf.get(project) ?? tree.paths.filter((path) => programs.test(path) && projectOf(path) === project);
    programsOf.set(project, all);
    const found: string[] = [];
    for (const path of all) {
      if (found.length === mostFiles) break;
      if (mentions(tree, path, [name])) found.push(path);
    }
    known.set(`${project}\0${name}`, found);
    return found;
  };
}

/** Whether one of these stands in a file's bytes. */
export function mentions(tree: Tree, path: string, names: readonly string[]): boolean {
  const bytes = tree.read(path);
  return Buffer.isBuffer(bytes) && names.some((name) => bytes.includes(name));
}
