import { createHash } from "node:crypto";
import { main } from "../../src/main.ts";
import type { World } from "../../src/world.ts";
import { folderWith, git, hermetic } from "../discover/repository.ts";

export type Files = Readonly<{ [path: string]: string | Buffer }>;

/** A key that nobody guesses. No output may hold it. */
export const key = createHash("sha256").update("keylint fixture 900").digest("hex");
/** A program with that key in its third line: hardcoded-key, an error in production. */
export const leak = `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "${key}"\n`;
/** The same in JavaScript. */
export const leakInJavaScript = `const session = require("express-session");\nconst app = require("express")();\napp.use(session({ secret: "${key}" }));\n`;
/** A JWT that no key here has signed. */
export const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/** A program whose key comes from outside. */
export const clean = 'import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["SECRET_KEY"]\n';

/** A new folder with these files, `git add`ed. */
export function stagedProject(files: Files): string {
  const root = folderWith(files);
  git(root, "init", "--quiet");
  git(root, "add", "--all");
  return root;
}

/** What a run of the command gave. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type More = Partial<World> & { readonly tty?: boolean };

/** Runs keylint in a folder. Git knows nothing of this machine's settings. */
export function keylint(cwd: string, argv: readonly string[] = [], more: More = {}): Ran {
  const { status, ...out } = started(cwd, argv, more);
  if (typeof status !== "number") throw new Error("it takes its time; ask for keylintLater");
  return { status, stdout: out.stdout(), stderr: out.stderr() };
}

/** The same, of what takes its time. */
export async function keylintLater(cwd: string, argv: readonly string[] = [], more: More = {}): Promise<Ran> {
  const { status, ...out } = started(cwd, argv, more);
  return { status: await status, stdout: out.stdout(), stderr: out.stderr() };
}

function started(cwd: string, argv: readonly string[], more: More): { readonly status: number | Promise<number>; readonly stdout: () => string; readonly stderr: () => string } {
  let [stdout, stderr] = ["", ""];
  const { tty = false, env, ...rest } = more;
  const status = main({
    argv,
    cwd,
    env: { ...hermetic, ...env },
    stdout: { write: (text) => void (stdout += text), isTTY: tty },
    stderr: { write: (text) => void (stderr += text), isTTY: tty },
    stdin: () => {
      throw new Error("nobody asked for stdin");
    },
    now: () => Date.UTC(2026, 5, 15),
    ...rest,
  });
  return { status, stdout: () => stdout, stderr: () => stderr };
}

/** The JSON report, as far as tests ask of it. */
export interface Told extends Ran {
  /** `path:line rule level` of each finding. */
  readonly findings: readonly string[];
  /** `path: message` of each failure; `!` before a fatal one. */
  readonly failures: readonly string[];
  /** `path:line message` of each unused ignore. */
  readonly unused: readonly string[];
  /** `path:line by` of each silenced finding. */
  readonly silenced: readonly string[];
  readonly hidden: Readonly<{ [context: string]: number }>;
  readonly files: number;
}

interface Place {
  readonly path: string;
  readonly line: number;
}

interface Document {
  readonly findings: readonly { readonly rule: string; readonly level: string; readonly region: Place }[];
  readonly failures: readonly { readonly path: string; readonly message: string; readonly fatal: boolean }[];
  readonly unusedIgnores: readonly { readonly region: Place; readonly message: string }[];
  readonly suppressed: readonly { readonly region: Place; readonly by: string }[];
  readonly hidden: Readonly<{ [context: string]: number }>;
  readonly counts: { readonly files: number };
}

/** Runs keylint with `--format json` before the arguments, and reads the report. */
export function told(cwd: string, argv: readonly string[] = [], more: More = {}): Told {
  const ran = keylint(cwd, ["--format", "json", ...argv], more);
  if (ran.stdout === "") return { ...ran, findings: [], failures: [], unused: [], silenced: [], hidden: {}, files: 0 };
  const document = JSON.parse(ran.stdout) as Document;
  const at = ({ path, line }: Place): string => `${path}:${line}`;
  return {
    ...ran,
    findings: document.findings.map(({ rule, level, region }) => `${at(region)} ${rule} ${level}`),
    failures: document.failures.map(({ path, message, fatal }) => `${fatal ? "!" : ""}${path}: ${message}`),
    unused: document.unusedIgnores.map(({ region, message }) => `${at(region)} ${message}`),
    silenced: document.suppressed.map(({ region, by }) => `${at(region)} ${by}`),
    hidden: document.hidden,
    files: document.counts.files,
  };
}
