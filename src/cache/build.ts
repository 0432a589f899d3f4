import { versions } from "node:process";
import { besideProgram, load } from "../load.ts";
import { version } from "../version.ts";

let build: string | undefined;

/**
 * Which keylint this is, on which Node: what one knows, another may see otherwise. The build puts a digest of all that it made beside the
 * program; in the repository, where sources change, nothing is kept for another process.
 */
export function buildOf(): string {
  build ??= `${version} ${besideProgram("build.txt")?.toString("latin1") ?? load("node:crypto").randomBytes(16).toString("hex")} ${versions.node}`;
  return build;
}
