import { load } from "../load.ts";
import type { Shard } from "../options/shard.ts";

/**
 * Whether something of this name is in a share. A digest of the name alone says so: it is the same on every machine, and a repository that
 * is added or left out moves no other, so what each job has kept of its own from earlier runs stays of use.
 */
export function isInShare(name: string, { index, count }: Shard): boolean {
  const digest = load("node:crypto").createHash("sha256").update(name).digest();
  return digest.readUIntBE(0, 6) % count === index - 1;
}
