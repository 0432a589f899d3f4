import { lstatSync } from "node:fs";
import { join, resolve } from "node:path";
import { askLine } from "../discover/git.ts";
import { findScope } from "../discover/scope.ts";
import { openTree, pathIn } from "../discover/index.ts";
import { readerIn } from "../discover/read.ts";
import { isIgnored } from "../discover/standing.ts";
import type { Change, Holding, Part } from "../init/holding.ts";
import { load } from "../load.ts";
import { isFailing } from "../reporters/failing.ts";
import type { Options } from "../options.ts";
import { starting } from "../starting.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { version } from "../version.ts";
import type { World } from "../world.ts";
import { added } from "./added.ts";
import { configOf, type Asked, type Told } from "./asked.ts";
import type { Run } from "./joined.ts";

/** How the repository is looked at. */
interface Looking {
  readonly lint: (options: Options, world: World, told: Told) => Run;
  /** Called when that is done, before it is asked. */
  readonly looked: () => void;
}

/**
 * `keylint init`: says what a repository needs so that keylint runs there, line by line, and writes what the user agrees to. It only adds:
 * no file is written over. Gives the exit status: 2 where something could not be written.
 * @throws UsageError where there is no repository
 */
export async function setUp(asked: Asked, { lint, looked }: Looking): Promise<number> {
  const { world, options } = asked;
  const { root, git, trouble } = findScope(world.cwd, world.env);
  if (!git) throw new UsageError(trouble ? `${trouble.what} ${trouble.todo}`.trimEnd() : "keylint init sets up a git repository, and there is none here; git init makes one.");
  const holding = holdingOf(root, asked, lint);
  looked();
  const part = starting.proposed(holding);
  for (const [at, change] of part.changes.entries()) world.stdout.write(`${at === 0 ? "" : "\n"}${shown(change)}`);
  for (const note of part.notes) world.stdout.write(`${note === part.notes[0] && part.changes.length > 0 ? "\n" : ""}${printableLines(note)}\n`);
  if (part.changes.length === 0) return 0;
  const agreed = options.yes ? part.changes : await agreedIn(part.changes, world);
  return agreed === undefined ? 0 : finish(root, agreed, part, { asked, lint });
}

/** Several lines are text of keylint's own. */
function printableLines(note: string): string {
  return note.split("\n").map(printable).join("\n");
}

function holdingOf(root: string, asked: Asked, lint: Looking["lint"]): Holding {
  const { world: { env } } = asked;
  const tree = openTree(root, { scope: { root, git: true }, noIgnore: true, env });
  const read = readerIn(root);
  const ask = (...args: readonly string[]): string => {
    try {
      return askLine(root, args, { env });
    } catch {
      return "";
    }
  };
  // The last value is keylint's own, which lets no hook of git run meanwhile.
  const hooks = ask("config", "--get-all", "core.hooksPath").split("\n").at(-2) ?? join(ask("rev-parse", "--git-common-dir"), "hooks");
  const hook = pathIn(root, resolve(root, hooks, "pre-commit"));
  return {
    paths: tree.paths,
    text(path) {
      const bytes = read(path);
      const text = Buffer.isBuffer(bytes) ? bytes.toString("utf8") : undefined;
      return text !== undefined && Buffer.isBuffer(bytes) && Buffer.from(text).equals(bytes) ? text : undefined;
    },
    branch: ask("symbolic-ref", "--short", "refs/remotes/origin/HEAD").replace(/^origin\//, "") || ask("symbolic-ref", "--short", "HEAD") || "main",
    origin: /^(?:\w+:\/\/)?(?:[^@/]*@)?([^:/]+)/.exec(ask("config", "--get", "remote.origin.url"))?.[1] ?? "",
    hook: hook === undefined ? undefined : { path: hook, isThere: lstatSync(join(root, hook), { throwIfNoEntry: false }) !== undefined },
    takesEnv: !tree.tracked(".env") && !isIgnored(root, ".env", env),
    findings: found(root, asked, lint),
    isConfigured: configOf(root, root, asked).file !== undefined || tree.has(starting.baselineFile),
    version,
  };
}

/** Keys at a level that fails. */
function found(root: string, { options, world, told }: Asked, lint: Looking["lint"]): number {
  const { report } = lint({ ...options, command: "lint", paths: [root] }, world, told);
  return report.findings.filter(({ level }) => isFailing(level, options)).length;
}

/** What is added, with nothing of what stands around it: there may be keys. */
function shown({ path, about, after, lines, before }: Change): string {
  const where = before === undefined ? "new" : after === 0 ? "at its top" : `after line ${after ?? 0}`;
  return [`${printable(path)} (${where})`, `  ${printable(about)}`, ...lines.map((line) => `  + ${printable(line)}`.trimEnd()), ""].join("\n");
}

/** What the user agrees to, one after the other; undefined where nobody can be asked. */
async function agreedIn(changes: readonly Change[], { stdout, streams }: World): Promise<readonly Change[] | undefined> {
  if (!streams?.input.isTTY || !stdout.isTTY) {
    stdout.write("\nNothing was written. keylint init --yes writes all of it; in a terminal, keylint init asks for each file.\n");
    return undefined;
  }
  const { createInterface } = load("node:readline/promises");
  const asking = createInterface(streams);
  const closed = new Promise<string>((gone) => asking.once("close", () => { gone("quit"); }));
  const agreed: Change[] = [];
  stdout.write("\n");
  try {
    for (const [at, change] of changes.entries()) {
      const answer = (await Promise.race([asking.question(`Write ${printable(change.path)}? [y]es, [n]o, [a]ll, [q]uit: `), closed])).trim().toLowerCase();
      if (/^a(ll)?$/.test(answer)) return [...agreed, ...changes.slice(at)];
      if (/^q(uit)?$/.test(answer)) break;
      if (/^y(es)?$/.test(answer)) agreed.push(change);
    }
    return agreed;
  } finally {
    asking.close();
  }
}

/** Writes the changes, and says what comes next. */
function finish(root: string, changes: readonly Change[], { next }: Part, { asked, lint }: { readonly asked: Asked } & Pick<Looking, "lint">): number {
  const { stdout, stderr } = asked.world;
  const done: string[] = [];
  let status = 0;
  const fail = (path: string, why: string): void => {
    status = 2;
    stderr.write(`keylint: ${printable(path)} was left as it is: ${why}.\n`);
  };
  for (const change of changes) {
    const why = added(root, change);
    if (why === undefined) done.push(change.path);
    else fail(change.path, why);
  }
  const isKnowing = changes.some(({ path, lines }) => done.includes(path) && lines.some((line) => line.includes(starting.baselineFile)));
  if (isKnowing) done.push(starting.baselineFile);
  if (isKnowing) for (const notice of accepted(root, asked, lint)) stdout.write(`${notice}\n`);
  if (done.length === 0) return status;
  const own = done.filter((path) => !path.startsWith(".git/"));
  const steps = [...next, ...(own.length > 0 ? [`git add ${own.map(quoted).join(" ")}`] : [])];
  stdout.write(`\nWritten: ${done.map(printable).join(", ")}.\n${steps.length > 0 ? `\nThen:\n${steps.map((step) => `  ${step}\n`).join("")}` : ""}`);
  return status;
}

/** For a shell; the names are keylint's own, or those of files that it knows. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** Makes the baseline of what is found now. */
function accepted(root: string, { options, world, told }: Asked, lint: Looking["lint"]): readonly string[] {
  return lint({ ...options, command: "lint", paths: [root], baseline: join(root, starting.baselineFile), updateBaseline: true }, world, told).notices;
}
