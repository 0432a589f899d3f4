import { spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync, statSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join, resolve } from "node:path";
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

/** What git printed of the files, and what it complained of. */
export interface Listed {
  readonly output: Buffer;
  readonly complaints: string;
}

/** The tree that references are linked in, and what a user should know about how it was found. */
export interface ScopeRoot {
  /** Absolute, without links. */
  readonly root: string;
  readonly git: boolean;
  /** Why git, which should know of it, could not be asked. */
  readonly trouble?: Trouble;
}

/** Two sentences for a user; `todo` may be empty. */
export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

/** Variables that tell git of another repository or index than the one on the disk. */
const REDIRECTIONS = [
  "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX",
  // Set in a pre-commit hook to a temporary index; where the work tree is wanted, the repository's own index says what is tracked.
  "GIT_INDEX_FILE",
] as const;

/**
 * A scanned repository's own settings must not run a program: of all settings only `core.fsmonitor` does so for the two commands
 * used here, hooks are closed for good measure, and the index is never refreshed (`GIT_OPTIONAL_LOCKS`).
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-corefsmonitor
 */
const SAFE_SETTINGS = ["-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false", "-c", "core.hooksPath=/dev/null"];

function environment(outer: NodeJS.ProcessEnv, redirected: Redirected = {}): NodeJS.ProcessEnv {
  const inner: NodeJS.ProcessEnv = { ...outer };
  for (const name of REDIRECTIONS) delete inner[name];
  return {
    ...inner,
    ...redirected,
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    // What was committed, not what somebody's refs/replace shows in its place.
    GIT_NO_REPLACE_OBJECTS: "1",
    // Nor what its info/grafts cuts off.
    GIT_GRAFT_FILE: devNull,
    // A partial clone would fetch what it lacks (an ignore file outside a sparse checkout): no network, no transport programs.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "",
  };
}

/** Variables that were set on purpose to lead git to this repository, or to an index that a hook is about. */
export type Redirected = Readonly<{ [name in (typeof REDIRECTIONS)[number]]?: string }>;

/** Git waits for ever for an ignore file or a setting that is a pipe. Milliseconds for what takes some seconds in the largest repositories, and for a line, which takes none. */
const [PATIENCE, PATIENCE_FOR_LINE] = [60_000, 10_000];

/** Where git has not come to an end in time, the next question waits no longer than this, in milliseconds: there are several in a run. */
const PATIENCE_LEFT = 1_000;

/** The code of the error when git said nothing for too long. */
export const silence = "ETIMEDOUT";

/** Folders in which the last question was not answered in time. */
const silent = new Set<string>();

function patienceIn(folder: string, wanted: number): number {
  return silent.has(folder) ? Math.min(PATIENCE_LEFT, wanted) : wanted;
}

export interface Asking {
  readonly env: NodeJS.ProcessEnv;
  readonly redirected?: Redirected;
  /** Milliseconds. */
  readonly timeout?: number;
  /** What git reads from its standard input. */
  readonly input?: string;
}

/**
 * What git prints, asked in a folder.
 * @throws the system's error, or one with git's `status` and `stderr`: git is missing, has refused, or did not come to an end in time.
 */
export function askGit(folder: string, args: readonly string[], asking: Asking): Buffer {
  return runGit(folder, args, asking).output;
}

function runGit(folder: string, args: readonly string[], { env, redirected, timeout = PATIENCE, input }: Asking): Listed {
  const { error, status, stdout, stderr } = spawnSync("git", ["-C", folder, ...SAFE_SETTINGS, ...args], {
    // Windows looks for programs in the current folder first, which may be the scanned one.
    cwd: dirname(process.execPath),
    env: environment(env, redirected),
    maxBuffer: 512 * 1024 * 1024,
    timeout: patienceIn(folder, timeout),
    killSignal: "SIGKILL",
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    ...(input === undefined ? {} : { input }),
    windowsHide: true,
  });
  if (error instanceof Error && "code" in error && error.code === silence) silent.add(folder);
  else silent.delete(folder);
  if (error instanceof Error) throw error;
  const complaints = stderr.toString("utf8");
  if (status !== 0) throw Object.assign(new Error(`git ended with ${status}`), { status, stderr: complaints });
  return { output: stdout, complaints };
}

/**
 * What a long-lived git prints, piece by piece, as it comes. Whoever stops asking ends it.
 * @throws when git is missing, has refused, or says nothing for too long; what it printed until then was handed out.
 */
export async function* streamGit(folder: string, args: readonly string[], { env, redirected, timeout = PATIENCE, input }: Asking): AsyncGenerator<Buffer, void> {
  const child = spawn("git", ["-C", folder, ...SAFE_SETTINGS, ...args], { cwd: dirname(process.execPath), env: environment(env, redirected), stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
  const ended = new Promise<unknown>((done) => void child.on("error", done).on("close", (status) => { done(status === 0 ? undefined : new Error(`git ended with ${status}`)); }));
  const stop = (): void => {
    child.kill("SIGKILL");
    // What it has started may live on, and hold its end.
    child.stdout.destroy();
  };
  let isAsked = true;
  // While what it said is taken, nothing is asked of it.
  let isSilent = false;
  const timer: NodeJS.Timeout = setTimeout(() => {
    if (!isAsked) return void timer.refresh();
    isSilent = true;
    silent.add(folder);
    stop();
  }, patienceIn(folder, timeout));
  // Git may end before it has read all.
  child.stdin.on("error", () => undefined).end(input ?? "");
  try {
    for await (const piece of child.stdout) {
      isAsked = false;
      yield piece as Buffer;
      isAsked = true;
      timer.refresh();
    }
    const error = await ended;
    if (error !== undefined) throw error;
  } catch (error) {
    throw isSilent ? Object.assign(new Error("git says nothing"), { code: silence }) : error;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/**
 * Texts that git prints with a NUL behind each.
 * @throws as `askGit` does, and when the last one was cut
 */
export function askTexts(folder: string, args: readonly string[], asking: Asking): Buffer {
  return whole(askGit(folder, args, asking));
}

/** Texts of which the last one came to its end; else it throws, as when git has failed. */
function whole(output: Buffer): Buffer {
  if (output.length > 0 && output.at(-1) !== 0) throw Object.assign(new Error("git did not say all"), { status: 0 });
  return output;
}

/** What git prints, without the end of its line. Throws as `askGit` does. */
export function askLine(folder: string, args: readonly string[], asking: Asking): string {
  return askGit(folder, args, { timeout: PATIENCE_FOR_LINE, ...asking }).toString("utf8").replace(/\r?\n$/, "");
}

/**
 * The scope of a path: the top level of the git work tree that holds it, else the path itself if it is a folder, else its folder.
 * A path inside `.git`, in a bare repository, or in a repository that git refuses counts as without git; the last is said.
 */
export function findScope(path: string, env: NodeJS.ProcessEnv = process.env): ScopeRoot {
  const absolute = resolve(path);
  const folder = statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ? absolute : dirname(absolute);
  const alone = { root: existsSync(folder) ? realpathSync.native(folder) : folder, git: false };
  try {
    const top = resolve(askLine(folder, ["rev-parse", "--show-toplevel"], { env }));
    // `core.worktree` can name any folder of this machine; a work tree has its `.git` at the top and holds the path.
    if (existsSync(join(top, ".git")) && holds(top, alone.root)) return { root: realpathSync.native(top), git: true };
    return { ...alone, trouble: { what: "The git repository's core.worktree names another folder, so git was not asked.", todo: "" } };
  } catch (error) {
    const trouble = troubleOf(error, alone.root);
    return trouble ? { ...alone, trouble } : alone;
  }
}

function holds(outer: string, inner: string): boolean {
  const real = realpathSync.native(outer);
  return folders(inner).includes(real);
}

/** A folder and all above it. */
export function folders(folder: string): string[] {
  const found = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) found.push(dirname(at));
  return found;
}

/** Why git could not be asked, when there is a repository that it should have known. */
function troubleOf(error: unknown, folder: string): Trouble | undefined {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  if (said.includes("dubious ownership")) {
    return { what: "Git does not trust this repository because another user owns it.", todo: "To change that: git config --global --add safe.directory <folder>." };
  }
  if (said.includes("must be run in a work tree")) return undefined;
  if (!folders(folder).some((at) => existsSync(join(at, ".git")))) return undefined;
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return { what: "The program git was not found.", todo: "Install it, or put it on the PATH." };
  return { what: "Git could not read this repository.", todo: "Try git status there." };
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
export function listUnseen(root: string, env: NodeJS.ProcessEnv): Listed {
  return listed(root, env, []);
}

function listed(root: string, env: NodeJS.ProcessEnv, more: readonly string[], timeout?: number): Listed {
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
export function listingIn({ output, complaints }: Listed, isGone: (path: string) => boolean = () => true): GitListing {
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

/** The texts between NULs; one that is not UTF-8 could not be opened by its text and is broken. */
export function splitNames(output: Buffer): { names: string[]; broken: string[] } {
  const names = output.toString("utf8").split("\0");
  names.pop();
  if (!names.some((name) => name.includes("\ufffd"))) return { names, broken: [] };
  const [good, broken] = [[] as string[], [] as string[]];
  let start = 0;
  for (const name of names) {
    const end = output.indexOf(0, start);
    (!name.includes("\ufffd") || Buffer.from(name).equals(output.subarray(start, end)) ? good : broken).push(name);
    start = end + 1;
  }
  return { names: good, broken };
}
