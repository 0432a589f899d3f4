import { fstatSync, readSync, writeSync } from "node:fs";
import { systemCode } from "./system.ts";

/** Milliseconds after which a pipe that must not be waited for is asked again. */
const pause = 10;

/** At once, of what is read. */
const piece = 64 * 1024;

/**
 * All bytes of what is open already, at most `most`: what never ends is cut there.
 * @throws the system's error
 */
export function readAll(descriptor: number, most: number): Buffer {
  const part = Buffer.allocUnsafe(piece);
  const parts: Buffer[] = [];
  let size = 0;
  while (size < most) {
    const count = patiently(() => readSync(descriptor, part, 0, Math.min(piece, most - size), null));
    if (count === 0) break;
    parts.push(Buffer.from(part.subarray(0, count)));
    size += count;
  }
  return Buffer.concat(parts, size);
}

/**
 * Writes all of a text to what is open already. A disk that is nearly full takes a part of it, and says so by no more than a number.
 * @throws the system's error
 */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    const from = at;
    at += patiently(() => writeSync(descriptor, bytes, from));
  }
}

/** Whether it is a file or a device, and no pipe. */
export function isFile(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}

/** Who shares a pipe with others may find it set to give an error where one would wait. Windows says with one that it has ended. */
function patiently(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      const code = systemCode(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}
