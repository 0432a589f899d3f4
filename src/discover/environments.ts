import { readdirSync, type Dirent } from "node:fs";
import { isSkipped } from "./defaults.ts";
import { kindOf } from "../formats/names.ts";

/** Folders that are looked into, and files that are listed: a tree that people work in has fewer. */
const most = { folders: 20_000, files: 1_000 };

/**
 * The environment files below a folder of the disk, those that git ignores too: relative paths, sorted. Links are not followed, and
 * folders with other people's packages, with what was built and with other repositories are not looked into. `closed`: folders that cannot be looked into.
 */
export function environmentFiles(root: string, isWanted: (path: string) => boolean): { readonly paths: readonly string[]; readonly closed: readonly string[]; readonly isCut: boolean } {
  const found: string[] = [];
  const closed: string[] = [];
  const open = [""];
  let folders = 0;
  for (let folder = open.pop(); folder !== undefined && folders < most.folders && found.length < most.files; folder = open.pop(), folders++) {
    const entries = entriesOf(`${root}/${folder}`);
    if (entries === undefined && isWanted(`${folder}/.env`)) closed.push(folder === "" ? "." : folder);
    if (entries === undefined) continue;
    if (folder !== "" && entries.some(({ name }) => name === ".git")) continue;
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isSkipped(`${path}/_`)) open.push(path);
      if (entry.isFile() && kindOf(path)?.id === "env" && isWanted(path)) found.push(path);
    }
  }
  return { paths: found.sort(), closed, isCut: open.length > 0 };
}

/** Undefined where it cannot be looked into. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
