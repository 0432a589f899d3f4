import { join } from "node:path";
import { runGit, splitNames, whole, type Printed } from "./git.ts";
import { standing } from "./stats.ts";

/** What is on the disk for git: paths relative to the top level. */
export interface GitListing {
  /** Tracked files that git did not see missing, without links and submodules. Unsorted, an entry in conflict several times. */
  readonly tracked: readonly string[];
  /** Tracked, but marked as not checked out: they may or may not be on the disk. */
  readonly sparse: readonly string[];
  /** Neither tracked nor ignored; git does not say which of them are links. */
  readonly untracked: readonly string[];
  /** Submodules, and repositories that lie in this one. */
  readonly nested: readonly string[];
  /** Those whose names are not UTF-8, as far as they can be told. */
  readonly unnameable: readonly string[];
  /** Folders that git could not look into, as it names them: control characters are question marks, and of a long path it says the beginning. */
  readonly closed: readonly string[];
}

/**
 * All files of a work tree but the ignored ones, in one call.
 * @throws when git cannot list them.
 */
export function listGit(root: string, env: NodeJS.ProcessEnv = process.env, timeout?: number): GitListing {
  return listingIn(listed(root, env, ["--deleted"], timeout), (path) => isMissing(join(root, path)));
}

/**
 * The same as git prints it, and quicker: git does not look which tracked files are missing.
 * @throws when git cannot list them.
 */
export function listUnseen(root: string, env: NodeJS.ProcessEnv): Printed {
  return listed(root, env, []);
}

function listed(root: string, env: NodeJS.ProcessEnv, more: readonly string[], timeout?: number): Printed {
  const found = runGit(root, ["ls-files", "-z", "-t", "--stage", "--cached", ...more, "--others", "--exclude-standard"], { env, ...(timeout === undefined ? {} : { timeout }) });
  return { ...found, output: whole(found.output) };
}

/** Git takes a file for missing in a folder that it must not enter. */
function isMissing(file: string): boolean {
  try {
    return standing(file) === undefined;
  } catch {
    return false;
  }
}

/** Reads what git printed. `isGone`: whether a file is missing that git takes for it. */
export function listingIn({ output, complaints }: Printed, isGone: (path: string) => boolean = () => true): GitListing {
  const { names: lines, broken } = splitNames(output);
  const listing = { tracked: [] as string[], sparse: [] as string[], untracked: [] as string[], nested: [] as string[], unnameable: broken.map(pathOf), closed: closedIn(complaints) };
  const removed = new Set<string>();
  for (const line of lines) sort(line, listing, removed);
  return { ...listing, tracked: removed.size === 0 ? listing.tracked : listing.tracked.filter((path) => !removed.has(path) || !isGone(path)) };
}

/** https://github.com/git/git/blob/v2.45.0/dir.c#L2472 */
function closedIn(complaints: string): readonly string[] {
  const start = "warning: could not open directory '";
  return complaints.split("\n").flatMap((line) => (line.startsWith(start) ? line.slice(start.length).split("': ")[0]?.replace(/\/$/, "") ?? [] : []));
}

/** What git printed, without the names of objects: what is read on the disk does not depend on them. */
export function withoutIds(output: Buffer): Buffer {
  const left = Buffer.from(output);
  let length = 0;
  for (let start = 0, end = left.indexOf(0); end >= 0; start = end + 1, end = left.indexOf(0, start)) {
    // `H 100644 `, the name, and what follows.
    const name = left[start] === question ? end : start + 9;
    left.copyWithin(length, start, name);
    const rest = name === end ? end : left.indexOf(32, name);
    left.copyWithin(length + name - start, rest, end + 1);
    length += name - start + end + 1 - rest;
  }
  return left.subarray(0, length);
}

const question = 63;

interface Sorted {
  readonly tracked: string[];
  readonly sparse: string[];
  readonly untracked: string[];
  readonly nested: string[];
}

/**
 * One line is `? path`, or tag, mode, object and stage, a tab, and the path. Tags: `H` cached, `S` skip-worktree, `M` unmerged,
 * `R` removed on the disk (after its `H`), `?` other. https://git-scm.com/docs/git-ls-files#_options
 */
function sort(line: string, into: Sorted, removed: Set<string>): void {
  if (line.startsWith("? ")) {
    const path = line.slice(2);
    if (path.endsWith("/")) into.nested.push(path.slice(0, -1));
    else into.untracked.push(path);
    return;
  }
  const path = pathOf(line);
  const [tag, mode] = [line[0], line.slice(2, 8)];
  if (tag === "R") removed.add(path);
  else if (mode === "160000") into.nested.push(path);
  else if (mode === "120000") return;
  else if (tag === "S") into.sparse.push(path);
  else into.tracked.push(path);
}

function pathOf(line: string): string {
  return line.startsWith("? ") ? line.slice(2) : line.slice(line.indexOf("\t") + 1);
}
