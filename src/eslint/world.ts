import type { World } from "../world.ts";

const silent = { write: () => undefined, isTTY: false };

/** What the linter may touch in a program that prints by itself: the disk and the time. */
export function worldIn(cwd: string): World {
  return { argv: [], cwd, env: process.env, stdout: silent, stderr: silent, stdin: () => Buffer.alloc(0), now: Date.now };
}
