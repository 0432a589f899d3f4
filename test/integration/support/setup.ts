import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
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
  }
}

/** Builds and packs keylint once for all files. What fails here fails the run: keylint is never a tool that may be missing. */
export default async function setup(project: TestProject): Promise<() => void> {
  const workshop = realpathSync(mkdtempSync(join(tmpdir(), "keylint-integration-")));
  await done("npm", ["run", "--silent", "build"]);
  const { stdout } = await done("npm", ["pack", "--json", "--pack-destination", workshop]);
  project.provide("workshop", workshop);
  project.provide("packed", onlyOne(JSON.parse(stdout)));
  return () => rmSync(workshop, { recursive: true, force: true });
}

/** npm 11 prints a list, later ones an object by name. */
function onlyOne(printed: object): Packed {
  return Object.values(printed)[0] as Packed;
}
