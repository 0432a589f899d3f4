import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { installInto } from "./keylint.ts";
import { done } from "./run.ts";

/** What `npm pack --json` says of the tarball. */
export interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

declare module "vitest" {
  export interface ProvidedContext {
    /** `--all`: what takes too long for every change runs too. */
    all: boolean;
    /** The folder that holds all folders of this run. */
    workshop: string;
    packed: Packed;
    /** A folder into which npm has installed it. */
    installed: string;
  }
}

/** Builds, packs and installs keylint once for all files. What fails here fails the run: keylint is never a tool that may be missing. */
export default async function setup(project: TestProject): Promise<() => void> {
  const workshop = realpathSync(mkdtempSync(join(tmpdir(), "keylint-integration-")));
  await done("npm", ["run", "--silent", "build"]);
  const { stdout } = await done("npm", ["pack", "--json", "--pack-destination", workshop]);
  project.provide("workshop", workshop);
  const packed = onlyOne(JSON.parse(stdout));
  const installed = join(workshop, "installed");
  mkdirSync(installed);
  writeFileSync(join(installed, "package.json"), "{}");
  await installInto(installed, join(workshop, packed.filename));
  project.provide("packed", packed);
  project.provide("installed", installed);
  return () => rmSync(workshop, { recursive: true, force: true });
}

/** npm 11 prints a list, later ones an object by name. */
function onlyOne(printed: object): Packed {
  return Object.values(printed)[0] as Packed;
}
