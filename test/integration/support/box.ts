import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { folderWith } from "./folder.ts";

type Files = Readonly<{ [path: string]: string }>;

export interface BoxRun {
  /** The folder in which it runs, from the box; `project` when none is given. */
  readonly cwd?: string;
  readonly stdin?: string;
  /** Of the environment. */
  readonly env?: Readonly<{ [name: string]: string }>;
  /** For Node. */
  readonly nodeArgs?: readonly string[];
}

/** A folder that is all that a program's user has: a home, a folder for what is temporary, a project, and one for what is asked for. */
export class Box {
  readonly folder = folderWith();
  readonly project = this.path("project");
  readonly out = this.path("out");
  /** How each run ended, by its title; -1 when by a signal. */
  readonly statuses = new Map<string, number>();
  readonly env: Readonly<{ [name: string]: string }>;

  readonly #tracing: (file: string) => readonly string[];

  /** @param tracing a program with its arguments that starts each run and writes about it into a file, `traces/` and the run's title */
  constructor(files: Files, tracing: (file: string) => readonly string[] = () => []) {
    this.#tracing = tracing;
    const home = this.path("home");
    this.env = { PATH: process.env["PATH"] ?? "", HOME: home, XDG_CACHE_HOME: join(home, ".cache"), XDG_CONFIG_HOME: join(home, ".config"), XDG_STATE_HOME: join(home, ".state"), TMPDIR: this.path("tmp"), NODE_OPTIONS: `--require=${this.#spy()}` };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.project, path)), { recursive: true });
      writeFileSync(join(this.project, path), text);
    }
  }

  /** A folder of the box, which is made. */
  path(name: string): string {
    mkdirSync(join(this.folder, name), { recursive: true });
    return join(this.folder, name);
  }

  /** Runs a script with Node; all that it prints becomes two files in `out`. */
  async node(title: string, args: readonly string[], { cwd = "project", stdin = "", env = {}, nodeArgs = [] }: BoxRun = {}): Promise<void> {
    const [program = process.execPath, ...rest] = [...this.#tracing(join(this.path("traces"), title)), process.execPath, ...nodeArgs, ...args];
    const child = spawn(program, rest, { cwd: this.path(cwd), env: { ...this.env, ...env } });
    child.stdin.on("error", () => undefined).end(stdin);
    const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    for (const stream of ["stdout", "stderr"] as const) child[stream].on("data", (bytes: Buffer) => void printed[stream].push(bytes));
    this.statuses.set(title, await new Promise((done, fail) => child.on("error", fail).on("close", (status) => done(status ?? -1))));
    for (const [stream, bytes] of Object.entries(printed)) writeFileSync(join(this.out, `${title}, ${stream}`), Buffer.concat(bytes));
  }

  /** What a run printed. */
  printed(title: string, stream: "stdout" | "stderr"): string {
    return readFileSync(join(this.out, `${title}, ${stream}`), "utf8");
  }

  /** Every file in the box but git's own, with its path from there. */
  *files(): Generator<readonly [path: string, bytes: Buffer]> {
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      const path = relative(this.folder, join(entry.parentPath, entry.name));
      if (entry.isFile() && !/(^|\/)\.git\/(?!keylint\/|hooks\/|config$)/.test(path)) yield [path, readFileSync(join(this.folder, path))];
    }
  }

  /** Writes down the name that a process has in the end. */
  #spy(): string {
    const path = join(this.folder, "spy.cjs");
    writeFileSync(path, `if (require("node:worker_threads").isMainThread) process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(join(this.path("titles"), "of-"))} + process.pid, process.title));`);
    return path;
  }
}
