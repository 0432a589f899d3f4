import { lstatSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { explainWriting, readerIn } from "../discover/read.ts";
import type { Change } from "../init/holding.ts";
import { printable } from "../text/printable.ts";
import { createFile, mayReplace, replaceFile } from "./replace.ts";

/** Adds the lines of a change to the disk, or says why not. No file is written over, and no link is followed. */
export function added(root: string, { path, before, text, isProgram }: Change): string | undefined {
  const file = join(root, path);
  try {
    const link = linkOnTheWay(root, path);
    if (link !== undefined) return `${printable(link)} is no folder of this repository`;
    if (before === undefined) {
      mkdirSync(dirname(file), { recursive: true });
      createFile(file, text, isProgram ? 0o755 : 0o666);
      return undefined;
    }
    const stats = lstatSync(file);
    const now = readerIn(root)(path);
    if (!Buffer.isBuffer(now) || !now.equals(Buffer.from(before))) return "it has changed meanwhile";
    if (!mayReplace(file, stats)) return "it is read-only";
    replaceFile(file, text, stats.mode & 0o7777, stats);
    return undefined;
  } catch (error) {
    return explainWriting(error);
  }
}

/** The first part of a path that is there and is no folder: a link could lead anywhere. */
function linkOnTheWay(root: string, path: string): string | undefined {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/")).find((folder) => lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() === false);
}
