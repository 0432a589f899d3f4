import { spawn } from "node:child_process";

/** How a program ended. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<{ [name: string]: string }>;
}

/** Longer than the slowest installation on a slow line. */
const patience = 300_000;

/** Runs a program to its end, with nothing on stdin. Throws when it cannot be started, takes too long or is killed; not for its exit status. */
export function run(command: string, args: readonly string[], { cwd, env = {} }: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...cleanEnvironment(), ...env }, stdio: ["ignore", "pipe", "pipe"], timeout: patience });
    const out = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) child[stream].setEncoding("utf8").on("data", (text: string) => void (out[stream] += text));
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (status === null) reject(new Error(`${command} ${args.join(" ")} was ended by ${signal ?? "something"}`));
      else resolve({ status, ...out });
    });
  });
}

/** Runs a program that must exit with 0. */
export async function done(command: string, args: readonly string[], options?: RunOptions): Promise<Ended> {
  const ended = await run(command, args, options);
  if (ended.status !== 0) throw new Error(`${command} ${args.join(" ")} exited with ${ended.status}\n${ended.stdout}${ended.stderr}`);
  return ended;
}

/**
 * What npm, Vitest and git tell their children is not what a user's shell has: npm would take our folder for its own, frameworks would
 * believe to be under test. How registries are reached is kept.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_(lifecycle|package|command|execpath|node_execpath|config_local_prefix)|VITEST|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|TEST$|FORCE_COLOR$|NO_COLOR$|GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
