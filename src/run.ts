import type { Options } from "./options.ts";
import type { Told } from "./run/asked.ts";
import { joined, type Run } from "./run/joined.ts";
import { byScope, lintScope, targetOf, type Target } from "./run/scopes.ts";
import { lintSeveral, nameOf, nameOfTyped } from "./run/several.ts";
import { isInShare } from "./run/share.ts";
import { lintStaged } from "./run/staged.ts";
import { lintStdin } from "./run/stdin.ts";
import type { Failure } from "./types/report.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";

export type { Told } from "./run/asked.ts";
export type { Run } from "./run/joined.ts";

/** Lints what the command line names: each scope by itself, their reports joined. Throws UsageError for what cannot be done as asked. */
export function runLint(options: Options, world: World, told: Told): Run {
  const asked = { options, world, told };
  if (options.stdin !== undefined) return lintStdin(options.stdin, asked);
  if (options.staged) return lintStaged(options.paths, asked);
  const targets = (options.paths.length > 0 ? options.paths : ["."]).map((one) => targetOf(one, world.cwd));
  const missing = targets.filter((target): target is Failure => "message" in target);
  const scopes = byScope(targets.filter((target): target is Target => "typed" in target), world);
  if (options.baseline !== undefined && scopes.length > 1) throw new UsageError("A baseline is for one repository, and the paths lie in several; run keylint once for each.");
  const [only] = scopes;
  if (options.shard === undefined && scopes.length <= 1) return joined(only && lintScope(only, asked), missing);
  const mine = scopes.map((inside) => ({ name: nameOf(inside, world.cwd), inside })).filter(({ name }) => isMine(name, options));
  const mineMissing = missing.filter(({ path }) => isMine(nameOfTyped(path, world.cwd), options));
  // Whether there are several is said by the whole list, so that all shares are alike: a job may have cloned no more than its own.
  const [own] = mine;
  if (own && scopes.length + missing.length === 1) return joined(lintScope(own.inside, asked), mineMissing);
  return lintSeveral(mine, mineMissing, asked);
}

function isMine(name: string, { shard }: Options): boolean {
  return shard === undefined || isInShare(name, shard);
}
