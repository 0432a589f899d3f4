import type { World } from "../world.ts";

const nowhere = { write: () => undefined, isTTY: false };

/** What the linter may touch in a program that prints by itself, as an editor's server or ESLint: the disk and the time. */
export function silentIn({ cwd, env }: Pick<World, "cwd" | "env">): World {
  return { argv: [], cwd, env, stdout: nowhere, stderr: nowhere, stdin: () => Buffer.alloc(0), now: Date.now };
}
