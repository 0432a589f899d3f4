import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { folderWith, project } from "../support/folder.ts";
import { repositoryIn, type Repository } from "../support/repository.ts";

/** How a program that runs hooks is set up, as README says. */
export interface Manager {
  /** A repository without a commit, in which the hook is installed. */
  prepare(): Promise<Repository>;
  /** What somebody does in another work tree of the repository before the first commit there. */
  equip?(folder: string): Promise<unknown>;
}

/** A block of README.md: the first that holds a text. */
export function readmeBlock(holds: string, page = readFileSync(join(project, "README.md"), "utf8")): string {
  const block = [...page.matchAll(/^```\w+\n(.*?)^```/gms)].map(([, text]) => text ?? "").find((text) => text.includes(holds));
  if (block === undefined) throw new Error(`no block of README.md holds ${holds}`);
  return block;
}

const key = createHash("sha256").update("keylint fixture 701").digest("hex");
const flask = "from flask import Flask\n\napp = Flask(__name__)\n";

export const withKey = `${flask}app.secret_key = "${key}"\n`;
export const withoutKey = `import os\n\n${flask}app.secret_key = os.environ["SECRET_KEY"]\n`;

/** Tries to commit. What the hook says is said by git. */
export async function commit({ run }: Repository, ...args: readonly string[]): Promise<{ readonly made: boolean; readonly output: string }> {
  const { status, stdout, stderr } = await run("git", "commit", "--message", "A commit", ...args);
  return { made: status === 0, output: stdout + stderr };
}

export const blocked = { made: false, output: expect.stringContaining("hardcoded-key") };
export const passed = { made: true, output: expect.not.stringContaining("hardcoded-key") };

export async function stage({ write, git }: Repository, files: Readonly<{ [path: string]: string }>): Promise<void> {
  for (const [path, text] of Object.entries(files)) write(path, text);
  await git("add", "--", ...Object.keys(files));
}

/** A repository with a commit whose application is in order. */
async function begun({ prepare }: Manager): Promise<Repository> {
  const repository = await prepare();
  await stage(repository, { "app.py": withoutKey });
  expect(await commit(repository)).toEqual(passed);
  return repository;
}

type Scenarios = Readonly<{ [title: string]: (manager: Manager) => Promise<void> }>;

/** A key is refused before anything else was committed. */
export async function firstCommit({ prepare }: Manager): Promise<void> {
  const repository = await prepare();
  await stage(repository, { "app.py": withKey });
  expect(await commit(repository)).toEqual(blocked);
  expect((await repository.run("git", "rev-parse", "--verify", "HEAD")).status).not.toBe(0);
  await stage(repository, { "app.py": withoutKey });
  expect(await commit(repository)).toEqual(passed);
}

/** What a user expects of a hook, whichever program runs it. */
const everyday: Scenarios = {
  "the first commit is blocked by a key, and made without it": firstCommit,

  "what is staged counts, and not the work tree, which stays as it is": async (manager) => {
    const repository = await begun(manager);
    await stage(repository, { "app.py": withKey });
    repository.write("app.py", withoutKey);
    expect(await commit(repository)).toEqual(blocked);
    expect(repository.read("app.py")).toBe(withoutKey);
    await stage(repository, { "app.py": `${withoutKey}# changed\n` });
    repository.write("app.py", withKey);
    expect(await commit(repository)).toEqual(passed);
    expect(repository.read("app.py")).toBe(withKey);
  },

  "environment files and odd names are seen": async (manager) => {
    const repository = await begun(manager);
    const names = ["a b.py", "-dash.py", "ключ.py", "it's.py", "deep/$HOME.py"];
    await stage(repository, { ".env": `SECRET_KEY=${key}\n`, "deep/.env.production": `SECRET_KEY=${key}\n`, ...Object.fromEntries(names.map((name) => [name, withKey])) });
    const { made, output } = await commit(repository);
    expect({ made, unnamed: [".env", "deep/.env.production", ...names].filter((name) => !output.includes(`${name}:`)) }).toEqual({ made: false, unnamed: [] });
  },

  "what is no text, a link and a removed file are no failure": async (manager) => {
    const repository = await begun(manager);
    await stage(repository, { "picture.png": "\u0000\u0001\u0002", "gone.py": withoutKey });
    await repository.run("ln", "-s", "nowhere", "link.py");
    await repository.git("add", "link.py");
    expect(await commit(repository)).toEqual(passed);
    await repository.git("rm", "--quiet", "gone.py");
    expect(await commit(repository)).toEqual(passed);
  },
};

/** Where git tells a hook of another index or folder, or the repository is in between. */
const special: Scenarios = {
  "git commit --all and git commit FILE": async (manager) => {
    const repository = await begun(manager);
    repository.write("app.py", withKey);
    expect(await commit(repository, "--all")).toEqual(blocked);
    expect(await commit(repository, "app.py")).toEqual(blocked);
    await repository.git("checkout", "--quiet", "HEAD", "--", "app.py");
    await stage(repository, { "other.py": withKey });
    repository.write("app.py", `${withoutKey}# changed\n`);
    expect(await commit(repository, "app.py")).toEqual(passed);
    expect(await commit(repository)).toEqual(blocked);
  },

  "with a detached HEAD": async (manager) => {
    const repository = await begun(manager);
    await repository.git("checkout", "--quiet", "--detach");
    await stage(repository, { "app.py": withKey });
    expect(await commit(repository)).toEqual(blocked);
    await stage(repository, { "app.py": `${withoutKey}# changed\n` });
    expect(await commit(repository)).toEqual(passed);
  },

  "a merge whose conflict is solved with a key": async (manager) => {
    const repository = await begun(manager);
    await repository.git("switch", "--quiet", "--create", "other");
    for (const [branch, text] of [["other", "# theirs\n"], ["main", "# ours\n"]] as const) {
      await repository.git("switch", "--quiet", branch);
      await stage(repository, { "app.py": `${text}${withoutKey}` });
      expect(await commit(repository)).toEqual(passed);
    }
    expect((await repository.run("git", "merge", "other")).status).toBe(1);
    await stage(repository, { "app.py": withKey });
    expect(await commit(repository)).toEqual(blocked);
    await stage(repository, { "app.py": `# both\n${withoutKey}` });
    expect(await commit(repository)).toEqual(passed);
    expect((await repository.git("show", "--no-patch", "--format=%P")).split(" ")).toHaveLength(2);
  },

  "another work tree of the repository": async (manager) => {
    const repository = await begun(manager);
    const folder = join(folderWith(), "tree");
    await repository.git("worktree", "add", "--quiet", folder);
    const tree = repositoryIn(folder, repository.env);
    await manager.equip?.(folder);
    await stage(tree, { "app.py": withKey });
    expect(await commit(tree)).toEqual(blocked);
    await stage(tree, { "app.py": `${withoutKey}# changed\n` });
    expect(await commit(tree)).toEqual(passed);
  },
};

/** The scenarios to try a program with: `thorough` ones, and everybody with `--all`, also meet what is seldom. */
export function scenariosFor(thorough: boolean): readonly (readonly [title: string, scenario: (manager: Manager) => Promise<void>])[] {
  return Object.entries({ ...everyday, ...(thorough || inject("all") ? special : {}) });
}
