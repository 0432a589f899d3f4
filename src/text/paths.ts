import { posix } from "node:path";

/** The folder of a path, `""` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** One path of several parts, normalized: `""` is the top, a part of it says nothing. */
export function joined(...parts: readonly string[]): string {
  const path = posix.join(...parts.filter((part) => part !== ""));
  return path === "." ? "" : path;
}

/** Whether a word stands in a text with nothing before and after it that would make it a part of a longer one. */
export function holdsWord(text: string, word: string, before: RegExp, after: RegExp): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!before.test(text[at - 1] ?? " ") && !after.test(text[at + word.length] ?? " ")) return true;
  }
  return false;
}

/** All folders above some paths, but for the top. */
export function foldersOf(paths: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) for (let folder = folderOf(path); folder !== "" && !found.has(folder); folder = folderOf(folder)) found.add(folder);
  return [...found];
}
