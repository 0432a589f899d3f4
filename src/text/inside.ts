import { isAbsolute, relative, sep } from "node:path";

/**
 * The way from a folder down to a path, as this system writes it: `""` for the folder itself; nothing when the path lies outside, on
 * another drive of Windows too. Both absolute; links are not looked at.
 */
export function innerOf(folder: string, path: string): string | undefined {
  const inner = relative(folder, path);
  return inner === ".." || inner.startsWith(`..${sep}`) || isAbsolute(inner) ? undefined : inner;
}
