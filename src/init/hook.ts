import { homepage } from "../links.ts";
import { created, inserted, nothing, type Holding, type Part } from "./holding.ts";
import { installing, managerOf } from "./packages.ts";
import { documentOf, entryIn } from "./yaml.ts";

/** A way to have a hook: where it is set up, if it is in use here. */
interface Way {
  /** The file, undefined where the way is not in use. */
  file(holding: Holding): string | undefined;
  part(file: string, holding: Holding): Part;
}

const about = "Git refuses a commit that adds a leaked or weak key.";

const preCommit: Way = {
  file: ({ paths }) => paths.find((path) => path === ".pre-commit-config.yaml"),
  part: (file, holding) => ({ ...nothing, ...entryIn(holding, { file, about, path: ["repos"], lines: repositoryLines(holding), entry: repositoryOf(holding) }), next: ["pre-commit install"] }),
};

const lefthook: Way = {
  file: ({ paths }) => paths.find((path) => /^\.?lefthook\.ya?ml$/.test(path)),
  part(file, holding) {
    const run = `${managerOf(holding)?.run ?? "keylint"} --staged`;
    const [command, job] = [{ keylint: { run } }, { name: "keylint", run }];
    const commandLines = ["keylint:", `  run: ${run}`];
    const jobLines = ["- name: keylint", `  run: ${run}`];
    const ways: readonly (readonly [path: readonly string[], lines: readonly string[], entry: object])[] = [
      [["pre-commit", "jobs"], jobLines, job],
      [["pre-commit", "commands"], commandLines, command],
      [[], ["pre-commit:", "  commands:", ...commandLines.map((line) => `    ${line}`)], { "pre-commit": { commands: command } }],
    ];
    const document = documentOf(holding.text(file) ?? "");
    const [path, lines, entry] = ways.find(([at]) => document && (at.length === 0 ? !document.has("pre-commit") : document.hasIn(at))) ?? [[], [], {}];
    return { ...nothing, ...entryIn(holding, { file, about, path, lines, entry }), next: [...installing(holding), `${(managerOf(holding)?.run ?? "keylint").replace(/keylint$/, "lefthook")} install`] };
  },
};

const husky: Way = {
  file: ({ paths, text }) => (paths.some((path) => path.startsWith(".husky/")) || /"husky"\s*:/.test(text("package.json") ?? "") ? ".husky/pre-commit" : undefined),
  part(file, holding) {
    const line = `${managerOf(holding)?.run ?? "npx keylint"} --staged`;
    const before = holding.text(file);
    // Before its version 9 husky has git run the file itself.
    const change = before === undefined ? { ...created(file, about, [line]), isProgram: true as const } : inserted(file, about, before, headOf(before), [line]);
    return { ...nothing, changes: [change], next: installing(holding) };
  },
};

/** Packages that set git's hooks by what package.json says, where only people should write. */
const inManifest = /"(simple-git-hooks|yorkie|gitHooks|pre-commit)"\s*:/;

/** The hook that refuses a commit: beside those that are there, with the program that runs them. */
export function hookFor(holding: Holding): Part {
  for (const way of [preCommit, lefthook, husky]) {
    const file = way.file(holding);
    if (file === undefined) continue;
    return (holding.text(file) ?? "").includes("keylint") ? { ...nothing, notes: [`${file} has keylint already.`] } : way.part(file, holding);
  }
  const manager = managerOf(holding);
  const named = inManifest.exec(holding.text("package.json") ?? "")?.[1];
  if (manager && named) return { ...nothing, notes: [`package.json sets hooks by "${named}": add ${manager.run} --staged to its pre-commit.`], next: installing(holding) };
  if (manager === undefined) return { ...nothing, changes: [created(".pre-commit-config.yaml", `${about} The program pre-commit (https://pre-commit.com) installs keylint.`, ["repos:", ...repositoryLines(holding).map((line) => `  ${line}`)])], next: ["pre-commit install"] };
  return ownHook(manager.run, holding);
}

/** Git's hook, of this clone only, where no program manages hooks. */
function ownHook(run: string, holding: Holding): Part {
  const { hook } = holding;
  const next = installing(holding);
  if (hook === undefined) return { ...nothing, notes: [`Git's hooks lie outside of this work tree: add ${run} --staged to the pre-commit there.`], next };
  if ((holding.text(hook.path) ?? "").includes("keylint")) return { ...nothing, notes: [`${hook.path} has keylint already.`], next };
  if (hook.isThere) return { ...nothing, notes: [`${hook.path} is there already, and no program manages it: add ${run} --staged to it.`], next };
  const change = created(hook.path, `${about} In this clone: others run keylint init in theirs, or use a program that manages hooks.`, ["#!/bin/sh", `${run} --staged`]);
  return { ...nothing, changes: [{ ...change, isProgram: true }], next };
}

function repositoryOf({ version }: Holding): object {
  return { repo: homepage, rev: `v${version}`, hooks: [{ id: "keylint" }] };
}

function repositoryLines({ version }: Holding): readonly string[] {
  return [`- repo: ${homepage}`, `  rev: v${version}`, "  hooks:", "    - id: keylint"];
}

/** How many lines a script has before its first command: the shell's line, and what loads husky before version 9. */
function headOf(script: string): number {
  const lines = script.split("\n");
  const last = lines.findLastIndex((line) => /^\s*(\.|source)\s.*husky\.sh/.test(line));
  return last >= 0 ? last + 1 : lines[0]?.startsWith("#!") ? 1 : 0;
}
