import { spawn, spawnSync } from "node:child_process";
import { devNull } from "node:os";
import { dirname } from "node:path";
import { systemCode } from "./system.ts";

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

/** What git printed, and what it complained of. */
export interface Printed {
  readonly output: Buffer;
  readonly complaints: string;
}

/**
 * What git prints, asked in a folder.
 * @throws the system's error, or one with git's `status` and `stderr`: git is missing, has refused, or did not come to an end in time.
 */
export function askGit(folder: string, args: readonly string[], asking: Asking): Buffer {
  return runGit(folder, args, asking).output;
}

/**
 * The same, with what it complained of.
 * @throws as `askGit` does
 */
export function runGit(folder: string, args: readonly string[], { env, redirected, timeout = PATIENCE, input }: Asking): Printed {
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
  if (systemCode(error) === silence) silent.add(folder);
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
export function whole(output: Buffer): Buffer {
  if (output.length > 0 && output.at(-1) !== 0) throw Object.assign(new Error("git did not say all"), { status: 0 });
  return output;
}

/** What git prints, without the end of its line. Throws as `askGit` does. */
export function askLine(folder: string, args: readonly string[], asking: Asking): string {
  return askGit(folder, args, { timeout: PATIENCE_FOR_LINE, ...asking }).toString("utf8").replace(/\r?\n$/, "");
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
