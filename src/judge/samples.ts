import type { Tree } from "../types/source.ts";

/** Files that can load or copy another file: programs, scripts, images. Not prose, and not what only CI runs. */
const loaders = /(^|\/)((Dockerfile|Containerfile)[^/]{0,60}|Makefile|justfile|Procfile|package\.json|[^/]{1,120}\.(m?[jt]s|cjs|py|sh|bash|ya?ml))$/;
const largest = 512 * 1024;

/**
 * Tells whether the repository itself loads, copies or installs a sample environment file (`.env.example`): then its stand-ins
 * are the keys that the program runs with. Files are looked through once, when the first such question comes.
 */
export function loadedSamples(tree: Tree): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = tree.paths.some((other) => loaders.test(other) && !other.startsWith(".github/") && mentions(tree.read(other), name));
    known.set(name, found);
    return found;
  };
}

/** Whether a line, up to the name, only speaks of the file: a comment, a message. A command of its own on the line copies it all the same: `echo n | cp -i`. */
function speaks(line: string): boolean {
  if (/^\s*(#|\/\/|\*)/.test(line)) return true;
  const own = line.slice(Math.max(line.lastIndexOf(";"), line.lastIndexOf("|"), line.lastIndexOf("&")) + 1);
  return /echo|print|console\.|throw|raise|error/i.test(line) && !/^\s*(sudo\s+)?(cp|mv|install|ln)\s/.test(own);
}

/** The name with nothing that would make it a part of another name. */
function mentions(bytes: ReturnType<Tree["read"]>, name: string): boolean {
  if (!Buffer.isBuffer(bytes) || bytes.length > largest) return false;
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const [before, after] = [bytes[at - 1], bytes[at + name.length]].map((byte) => String.fromCharCode(byte ?? 32));
    const line = bytes.subarray(bytes.lastIndexOf(10, at) + 1, at).toString("latin1");
    if (/[\s"'`/=]/.test(before ?? " ") && /[\s"'`,;)\\]/.test(after ?? " ") && !speaks(line)) return true;
  }
  return false;
}
