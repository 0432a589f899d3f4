import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readLabels, type Label } from "./labels.ts";
import { figures, isWrong, pageOf, type Cost, type Outcome } from "./page.ts";
import { groups, judge, type Reported } from "./score.ts";

/** What one run of keylint said of a repository, and took. */
export interface Run extends Omit<Cost, "repo"> {
  readonly version: string;
  readonly findings: readonly Reported[];
}

/** What the command may touch besides files. */
export interface World {
  readonly argv: readonly string[];
  /** Lints a folder, in its own root. */
  readonly lint: (folder: string) => Run;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const USAGE = "usage: npm run corpus -- LABELS.jsonl ROOT [--list] [--json FILE]";

/** `LABELS.jsonl ROOT [--list] [--json FILE]`: the exit status, 0, or 2 when the figures could not be made. */
export function main({ argv, lint, stdout, stderr }: World): number {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { list: { type: "boolean", default: false }, json: { type: "string" } } });
    const [file, root] = positionals;
    if (file === undefined || root === undefined || positionals.length > 2) throw new Error(USAGE);
    const labels = checkedOut(readLabels(readText(file), basename(file)), resolve(root), stderr);
    const outcome = outcomeOf(basename(file), labels, resolve(root), lint, stderr);
    if (values.json !== undefined) writeFileSync(values.json, dataOf(outcome));
    stdout(pageOf(outcome, values.list));
    return 0;
  } catch (error) {
    stderr(`${(error as Error).message}\n`);
    return 2;
  }
}

/** For programs, and for README.md: the first table, what each repository took, and every miss and false alarm. */
function dataOf({ version, labels, costs, cases }: Outcome): string {
  return `${JSON.stringify({ version, labels, rows: figures(cases), costs, wrong: cases.filter(isWrong) }, undefined, 2)}\n`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown error"}`, { cause: error });
  }
}

/** The labels whose files are there; the others are told of and left out, so that a part of a corpus can be scored. */
function checkedOut(labels: readonly Label[], root: string, stderr: World["stderr"]): readonly Label[] {
  const there = labels.filter(({ repo, path }) => existsSync(join(folderOf(root, repo), path)));
  const lost = labels.filter((label) => !there.includes(label));
  for (const [repo, of] of groups(lost, (label) => label.repo)) stderr(`${repo}: ${of.length} of the labels left out, no such files in ${folderOf(root, repo)}\n`);
  if (there.length === 0) throw new Error(`no labelled file in ${root}; check repositories out as ${join(root, "<owner>+<name>")}`);
  return there;
}

function folderOf(root: string, repo: string): string {
  return join(root, repo.replace("/", "+"));
}

function outcomeOf(name: string, labels: readonly Label[], root: string, lint: World["lint"], stderr: World["stderr"]): Outcome {
  const each = [...groups(labels, ({ repo }) => repo)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([repo, of]) => {
    const folder = folderOf(root, repo);
    // Without a repository of its own, paths would start at one above it, and what git tracks there would be unknown.
    if (!existsSync(join(folder, ".git"))) throw new Error(`${folder} is no git repository of its own; there, run: git init, git add --all --force, git commit`);
    stderr(`${repo}\n`);
    const { findings, version, ...cost } = lint(folder);
    return { version, cost: { repo, ...cost }, cases: judge(repo, of, findings) };
  });
  return { version: each[0]?.version ?? "", labels: name, costs: each.map(({ cost }) => cost), cases: each.flatMap(({ cases }) => cases) };
}
