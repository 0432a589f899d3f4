import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { done } from "./run.ts";

/** The project's own folder. */
export const project = join(import.meta.dirname, "../../..");

/** A fresh folder of this run, outside the project, with these files. It is removed when the run ends. */
export function folderWith(files: Readonly<{ [path: string]: string }> = {}): string {
  const folder = mkdtempSync(join(inject("workshop"), "folder-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Copies the project's sources, as they are in the work tree, into a folder. */
export async function copySources(folder: string): Promise<void> {
  const { stdout } = await done("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: project });
  for (const path of stdout.split("\0").filter((one) => one !== "" && existsSync(join(project, one)))) cpSync(join(project, path), join(folder, path), { recursive: true });
}

/** A copy of a project in fixtures/. */
export function fixture(name: string): string {
  const folder = folderWith();
  cpSync(join(project, "fixtures", name), folder, { recursive: true });
  return folder;
}

/** Makes a folder a git repository that tracks all of it. */
export async function track(folder: string): Promise<string> {
  await done("git", ["init", "--quiet"], { cwd: folder });
  await done("git", ["add", "--all", "--force"], { cwd: folder });
  return folder;
}
