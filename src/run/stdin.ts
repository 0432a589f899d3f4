import { resolve } from "node:path";
import { explain } from "../discover/read.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import type { World } from "../world.ts";
import type { Asked } from "./asked.ts";
import { openDesk } from "./desk.ts";
import { fromCwd, type Run } from "./joined.ts";

/** One text from stdin, under the name that the user gave, among the files of its scope. A file of that name is not looked at. */
export function lintStdin(name: string, asked: Asked): Run {
  const { world } = asked;
  const looked = openDesk(asked).look(resolve(world.cwd, name), textOfStdin(world));
  if (looked === undefined) throw new UsageError(`--stdin-filename ${printable(name)} lies outside the project; name a path inside it.`);
  const { report, notices, scope, path } = looked;
  const failures = report.failures.map((failure) => (failure.path === path && !failure.partly ? { ...failure, fatal: true } : failure));
  return { report: fromCwd({ ...report, failures }, scope, world), notices };
}

function textOfStdin(world: World): Buffer {
  try {
    return world.stdin();
  } catch (error) {
    throw new UsageError(`stdin cannot be read: ${explain(error)}.`);
  }
}
