import { accessSync, constants, existsSync, fchmodSync, fchownSync, fstatSync, closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync, type Stats } from "node:fs";
import { load } from "../load.ts";

/**
 * All of a file or nothing: written beside, and put in the place of the old one. `mode`: its permissions; absent: the usual. `owner`: of
 * the old one, where somebody else must be able to read the new one too.
 * @throws the system's error
 */
export function replaceFile(file: string, text: string | Buffer, mode?: number, owner?: Pick<Stats, "uid" | "gid">): void {
  const beside = `${file}.${load("node:crypto").randomBytes(6).toString("hex")}.tmp`;
  try {
    const descriptor = openSync(beside, "wx");
    try {
      if (owner) give(descriptor, owner);
      if (mode !== undefined) fchmodSync(descriptor, mode);
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    if (existsSync(beside)) unlinkSync(beside);
    throw error;
  }
}

/** A file can be put in the place of one that nobody may write into, and the superuser may do anything; its mode says what is meant. */
export function mayReplace(file: string, { mode }: Stats): boolean {
  try {
    accessSync(file, constants.W_OK);
    return (mode & 0o222) !== 0;
  } catch {
    return false;
  }
}

function give(descriptor: number, { uid, gid }: Pick<Stats, "uid" | "gid">): void {
  const own = fstatSync(descriptor);
  if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid);
}
