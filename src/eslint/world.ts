import { silentIn } from "../run/silent.ts";
import type { World } from "../world.ts";

/** The world of ESLint's process. */
export function worldIn(cwd: string): World {
  return silentIn({ cwd, env: process.env });
}
