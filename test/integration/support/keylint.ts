import { cpSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { folderWith } from "./folder.ts";
import { done, run, type Ended, type RunOptions } from "./run.ts";

/** keylint as a user has it: the packed package, installed into a folder. */
export interface Keylint {
  /** The folder with node_modules. */
  readonly home: string;
  /** The installed package. */
  readonly package: string;
  /** Runs it; its exit status is the caller's to judge. */
  run(args: readonly string[], options?: RunOptions & { readonly node?: string; readonly nodeArgs?: readonly string[] }): Promise<Ended>;
}

/** Installs a tarball of keylint. Throws when that fails: it needs no network, so nothing but keylint can be the cause. */
export async function installInto(home: string, tarball: string): Promise<void> {
  await done("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: home });
}

/** keylint in a folder that has packages, or in one of its own, which is a copy of what npm has made of an empty one. */
export async function installKeylint(given?: string): Promise<Keylint> {
  const home = given ?? folderWith();
  if (given === undefined) cpSync(inject("installed"), home, { recursive: true, verbatimSymlinks: true });
  else await installInto(home, join(inject("workshop"), inject("packed").filename));
  const installed = join(home, "node_modules/keylint");
  return {
    home,
    package: installed,
    run: (args, { node = process.execPath, nodeArgs = [], ...options } = {}) => run(node, [...nodeArgs, join(installed, "dist/cli.js"), ...args], options),
  };
}
