import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { folderWith } from "../support/folder.ts";
import { installKeylint } from "../support/keylint.ts";
import { newRepository, repositoryIn, type Repository } from "../support/repository.ts";
import { affordable, fromNpm, testWith, type Tool } from "../support/tool.ts";
import { firstCommit, readmeBlock, scenariosFor } from "./scenarios.ts";

/** lint-staged 17 needs Node 22. */
const lefthook = await withKeylint(await fromNpm("lefthook@2.2.2"));
const husky = await withKeylint(await fromNpm("husky@9.1.7", "lint-staged@16.4.0"));
const alone = await withKeylint({ folder: folderWith({ "package.json": "{}" }) });

async function withKeylint(tool: Tool): Promise<Tool> {
  if ("folder" in tool) await installKeylint(tool.folder);
  return tool;
}

/** A way of README, with the files that it names and what else a user does once in each work tree. */
interface Way {
  readonly title: string;
  readonly tool: Tool;
  readonly long?: boolean;
  readonly files: () => Readonly<{ [path: string]: string }>;
  readonly install?: readonly [program: string, ...args: string[]];
}

const ways = affordable<Way>([
  { title: "lefthook", tool: lefthook, files: () => ({ "lefthook.yml": readmeBlock("# lefthook.yml") }), install: ["npx", "lefthook", "install"] },
  { title: "husky with lint-staged", tool: husky, files: () => ({ ".husky/pre-commit": "npx lint-staged\n", "lint-staged.config.mjs": readmeBlock("// lint-staged.config.mjs") }), install: ["npx", "husky"] },
  { title: "husky alone", tool: husky, long: true, files: () => ({ ".husky/pre-commit": readmeBlock("# .husky/pre-commit") }), install: ["npx", "husky"] },
  { title: "git alone", tool: alone, files: () => ({ ".git/hooks/pre-commit": readmeBlock("# .git/hooks/pre-commit") }) },
]);

/** Makes a folder what a work tree is after `npm install`: the packages are there, the hook is installed. */
async function equip(way: Way, packages: string, repository: Repository): Promise<void> {
  symlinkSync(join(packages, "node_modules"), join(repository.folder, "node_modules"));
  if (!way.install) return;
  const [program, ...args] = way.install;
  expect(await repository.run(program, ...args)).toMatchObject({ status: 0 });
}

/** The same, with what keylint init writes in the place of README's lines. */
async function prepareByInit(way: Way, packages: string, before: Readonly<{ [path: string]: string }>): Promise<Repository> {
  const repository = await newRepository(folderWith(), { npm_config_offline: "true" });
  for (const [path, text] of Object.entries({ "package.json": "{}\n", ".gitignore": "node_modules\n", ...before })) {
    repository.write(path, text);
    await repository.git("add", path);
  }
  symlinkSync(join(packages, "node_modules"), join(repository.folder, "node_modules"));
  expect(await repository.run("npx", "keylint", "init", "--yes")).toMatchObject({ status: 0, stderr: "" });
  await repository.git("add", "--all");
  if (way.install) expect(await repository.run(way.install[0], ...way.install.slice(1))).toMatchObject({ status: 0 });
  return repository;
}

async function prepare(way: Way, packages: string): Promise<Repository> {
  const bin = join(packages, "node_modules/.bin");
  // git alone has keylint from a global installation.
  const repository = await newRepository(folderWith(), { npm_config_offline: "true", ...(way.install ? {} : { PATH: `${bin}:${process.env["PATH"] ?? ""}` }) });
  for (const [path, text] of Object.entries(way.files())) {
    repository.write(path, text);
    if (path.startsWith(".git/")) chmodSync(join(repository.folder, path), 0o755);
    else await repository.git("add", path);
  }
  await equip(way, packages, repository);
  return repository;
}

describe.each(ways)("$title", (way) => {
  for (const [title, scenario] of scenariosFor(way.tool === alone)) {
    testWith(way.tool, title, (packages) => scenario({ prepare: () => prepare(way, packages), equip: (folder) => equip(way, packages, repositoryIn(folder)) }));
  }
});

describe("keylint init", () => {
  const begun: Readonly<{ [title: string]: Readonly<{ [path: string]: string }> }> = {
    lefthook: { "lefthook.yml": "pre-commit:\n  parallel: true\n  jobs:\n    - name: nothing\n      run: 'true'\n" },
    "husky with lint-staged": { ".husky/pre-commit": "npx lint-staged\n", "lint-staged.config.mjs": 'export default { "*.none": "true" };\n' },
    "git alone": {},
  };

  for (const way of ways.filter(({ title }) => title in begun)) {
    testWith(way.tool, `has ${way.title} refuse a key`, (packages) => firstCommit({ prepare: () => prepareByInit(way, packages, begun[way.title] ?? {}) }));
  }
});
