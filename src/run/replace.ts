import { existsSync, fchmodSync, closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { load } from "../load.ts";

/**
 * All of a file or nothing: written beside, and put in the place of the old one. `mode`: its permissions; absent: the usual.
 * @throws the system's error
 */
export function replaceFile(file: string, text: string | Buffer, mode?: number): void {
  const beside = `${file}.${load("node:crypto").randomBytes(6).toString("hex")}.tmp`;
  try {
    const descriptor = openSync(beside, "wx");
    try {
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
