import { accessSync, closeSync, constants, existsSync, fchmodSync, fchownSync, fstatSync, fsyncSync, lstatSync, openSync, readdirSync, realpathSync, renameSync, statSync, unlinkSync, writeFileSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { systemCode } from "../discover/system.ts";
import { load } from "../load.ts";
import { finishing } from "./finishing.ts";

/** What is written beside a file is a dead run's when it is older: milliseconds. */
const patience = 10 * 60_000;

/**
 * All of a file or nothing: written beside, and put in the place of the old one. `mode`: its permissions; absent: the usual. `owner`: of
 * the old one, where somebody else must be able to read the new one too. What a run that was killed meanwhile has left of it goes.
 * @throws the system's error
 */
export function replaceFile(file: string, text: string | Buffer, mode?: number, owner?: Pick<Stats, "uid" | "gid">): void {
  finishing();
  const beside = `${file}.${load("node:crypto").randomBytes(6).toString("hex")}.tmp`;
  try {
    write(beside, text, (descriptor) => {
      if (owner) give(descriptor, owner);
      if (mode !== undefined) fchmodSync(descriptor, mode);
    });
    removeLeft(file, statSync(beside).mtimeMs - patience);
    renameSync(beside, file);
  } catch (error) {
    removeIfThere(beside);
    throw error;
  }
}

/**
 * All of a new file or nothing. `mode`: its permissions, of which the user's umask takes some.
 * @throws the system's error; EEXIST when there is such a file
 */
export function createFile(file: string, text: string, mode: number): void {
  finishing();
  try {
    write(file, text, () => undefined, mode);
  } catch (error) {
    // Of a file that was there nothing was written.
    if (systemCode(error) !== "EEXIST") removeIfThere(file);
    throw error;
  }
}

/**
 * A file that the user named, new or instead of the old one: all of it or nothing. What is no file (a pipe, `/dev/stdout`) takes it as it
 * comes, and so does a file in a folder where nothing may be put beside it. A link stays, and leads to it.
 * @throws the system's error
 */
export function putFile(file: string, text: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  const isReplaced = stats ? stats.isFile() && !isOpenAlready(file) : lstatSync(file, { throwIfNoEntry: false }) === undefined;
  if (!isReplaced) return writeFileSync(file, text);
  if (!stats) return replaceFile(file, text);
  accessSync(file, constants.W_OK);
  try {
    replaceFile(realpathSync.native(file), text, stats.mode & 0o7777, stats);
  } catch (error) {
    if (!["EACCES", "EPERM", "EBUSY"].includes(systemCode(error) ?? "")) throw error;
    writeFileSync(file, text);
  }
}

/** What stands there leads to what this process, or another one, writes into already. */
function isOpenAlready(file: string): boolean {
  return /^\/(dev|proc)\//.test(resolve(file));
}

function write(file: string, text: string | Buffer, prepare: (descriptor: number) => void, mode = 0o666): void {
  const descriptor = openSync(file, "wx", mode);
  try {
    prepare(descriptor);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what was written beside a file before a time, by the clock of the disk, and was never put in its place. */
function removeLeft(file: string, before: number): void {
  const [folder, name] = [dirname(file), `${basename(file)}.`];
  const left = readdirSync(folder).filter((one) => one.startsWith(name) && /^[0-9a-f]{12}\.tmp$/.test(one.slice(name.length))).map((one) => join(folder, one));
  for (const one of left) if ((lstatSync(one, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) removeIfThere(one);
}

function removeIfThere(file: string): void {
  if (existsSync(file)) unlinkSync(file);
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
