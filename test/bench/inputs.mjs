// The inputs: git repositories made of the packages that inputs.json names, each made once and kept in the cache.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { bringAll, unpackAll } from "./archives.mjs";
import { run, tell } from "./programs.mjs";

/** By name: what the input is, its packages, and where wanted only some formats of them, and how large it must be at least. */
export const INPUTS = JSON.parse(readFileSync(join(import.meta.dirname, "inputs.json"), "utf8"));

/** Settings of the user must not change what a repository holds, or sign its commit. */
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "bench", GIT_AUTHOR_EMAIL: "bench@localhost", GIT_AUTHOR_DATE: "2000-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "bench", GIT_COMMITTER_EMAIL: "bench@localhost", GIT_COMMITTER_DATE: "2000-01-01T00:00:00Z",
};

function git(folder, ...args) {
  return run("git", ["-C", folder, "-c", "gc.auto=0", "-c", "init.defaultBranch=main", ...args], { env: environment });
}

/** Makes a folder a git repository with one commit that holds all that lies in it. */
export function commitAll(folder) {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all", "--force", ".");
  git(folder, "commit", "--quiet", "--message", "All files");
}

/** A name that changes whenever what it is made of does. */
export function nameFor(name, ...parts) {
  return `${name}-${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 8)}`;
}

/**
 * An input, ready to be read.
 * @returns its `name`, the `root` of its repository, the `paths` in it and their `bytes`.
 * @throws an Error that says which packages could not be had, or that the input is too small.
 */
export function prepareInput(name, cache, listing) {
  const definition = INPUTS[name];
  const { npm, pypi, formats } = definition;
  const root = join(cache, "inputs", nameFor(name, npm, pypi, formats, listing.rules));
  if (!existsSync(root)) makeInput(definition, root, cache, listing);
  const input = openInput(name, root, listing);
  const { paths, bytes } = input;
  const { files = 0, megabytes = 0 } = definition.least ?? {};
  if (paths.length < files || bytes < megabytes * 1e6) throw new Error(`it must have ${files} files and ${megabytes} MB, and has ${paths.length} files and ${(bytes / 1e6).toFixed(1)} MB`);
  return input;
}

/** The repository that holds a folder, as an input: its `name`, `root`, `paths` and `bytes`. */
export function openInput(name, folder, listing) {
  const { root, files } = listing.list(folder);
  const paths = files.map(({ path }) => path);
  return { name, root, paths, bytes: bytesOf(root, paths) };
}

export function bytesOf(root, paths) {
  return paths.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
}

/** Reads all files once, so that no tool pays for the disk. */
export function warmUp({ root, paths }) {
  for (const path of paths) readFileSync(join(root, path));
}

function makeInput(definition, root, cache, listing) {
  const store = join(cache, "archives");
  const missing = bringAll(definition, store);
  if (missing.length > 0) throw new Error(`these packages could not be had: ${missing.join(", ")}`);
  const making = join(cache, "making");
  rmSync(making, { recursive: true, force: true });
  const [all, kept] = [join(making, "all"), join(making, "kept")];
  mkdirSync(all, { recursive: true });
  tell(`unpacking for ${root}`);
  unpackAll(definition, store, join(all, "packages"));
  git(all, "init", "--quiet");
  const files = listing.list(all).files.filter(({ format }) => definition.formats?.includes(format) ?? true);
  moveFiles(files.map(({ path }) => path), all, kept, renameSync);
  commitAll(kept);
  if (listing.list(kept).files.length !== files.length) throw new Error("keylint lists other files in the repository than the ones that were put into it");
  mkdirSync(dirname(root), { recursive: true });
  renameSync(kept, root);
  rmSync(making, { recursive: true, force: true });
}

/** Puts files under the same paths below another folder, by `put(from, to)`: moved, linked or copied. */
export function moveFiles(paths, from, to, put) {
  const folders = new Set();
  for (const path of paths) {
    const folder = dirname(join(to, path));
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    put(join(from, path), join(to, path));
  }
}
