import { behind } from "../behind.ts";
import type { Options } from "../options.ts";
import { UsageError } from "../usage-error.ts";
import type { World } from "../world.ts";
import { writeKey } from "./env-file.ts";

/**
 * `keylint generate`: the key alone to stdout, so that it can be piped, or into an environment file and nowhere else; what it is to stderr.
 * @throws UsageError
 */
export function generateKey({ topic, into }: Options, world: World): number {
  const made = behind.generate(topic);
  if ("mistake" in made) throw new UsageError(made.mistake);
  const told = into === undefined ? [made.place] : writeKey(into, made, world);
  if (into === undefined) world.stdout.write(`${made.key}\n`);
  world.stderr.write(`keylint: ${made.about}\n`);
  for (const sentence of told) world.stderr.write(`keylint: ${sentence}\n`);
  return 0;
}
