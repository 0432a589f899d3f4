import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { keylintLater, leak, token } from "./keylint.ts";

/** A folder whose `.git` leads to another repository, and that one. */
interface Led {
  readonly root: string;
  readonly elsewhere: string;
}

/** In the other repository a key lies in a file of its commit, of its index and of its work tree. */
function privateRepository(): string {
  const elsewhere = repositoryWith({ "private.py": leak });
  writeFileSync(join(elsewhere, "private-too.py"), leak);
  git(elsewhere, "add", "--all");
  return elsewhere;
}

const places: readonly [string, () => Led][] = [
  ["a .git file that names another work tree's repository", () => {
    const elsewhere = privateRepository();
    return { elsewhere, root: folderWith({ "good.py": leak, ".git": `gitdir: ${elsewhere}/.git\n` }) };
  }],
  ["a .git file that names what belongs to another linked work tree", () => {
    const elsewhere = privateRepository();
    git(elsewhere, "worktree", "add", "--quiet", join(folderWith(), "linked"));
    return { elsewhere, root: folderWith({ "good.py": leak, ".git": `gitdir: ${elsewhere}/.git/worktrees/linked\n` }) };
  }],
  ["a commondir in its .git, which says that it is linked", () => {
    const elsewhere = privateRepository();
    const root = repositoryWith({ "good.py": leak });
    writeFileSync(join(root, ".git/commondir"), `${elsewhere}/.git\n`);
    writeFileSync(join(root, ".git/gitdir"), `${root}/.git\n`);
    return { elsewhere, root };
  }],
  ["a .git that is a link", () => {
    const elsewhere = privateRepository();
    const root = folderWith({ "good.py": leak });
    symlinkSync(join(elsewhere, ".git"), join(root, ".git"));
    return { elsewhere, root };
  }],
  ["a commondir in its .git", () => {
    const elsewhere = privateRepository();
    const root = repositoryWith({ "good.py": leak });
    writeFileSync(join(root, ".git/commondir"), `${elsewhere}/.git\n`);
    return { elsewhere, root };
  }],
  ["a core.worktree that names the repository around it", () => {
    const elsewhere = privateRepository();
    const root = join(elsewhere, "sub");
    mkdirSync(root);
    writeFileSync(join(root, "good.py"), leak);
    git(root, "init", "--quiet");
    git(root, "config", "core.worktree", "../..");
    return { elsewhere, root };
  }],
];

/** Each mode, with its exit status: 2 where it is git that is asked for what it holds. */
const ways: readonly [readonly string[], number][] = [
  [["."], 1], [["--no-cache", "--no-ignore", "."], 1], [["good.py"], 1], [["--staged"], 2], [["--since", "HEAD", "."], 2], [["history"], 2], [["verify"], 0], [["verify", "--history"], 2],
  [["--fix-dry-run", "."], 1], [["--update-baseline", "--baseline", "known.jsonl", "."], 0], [["--fix", "."], 0], [["init", "--yes"], 2],
];

describe.runIf(process.platform !== "win32")("a repository that belongs to another folder is not this one's, and that is said:", () => {
  test.each(places)("%s", async (_what, make) => {
    const { root, elsewhere } = make();
    for (const [argv, status] of ways) {
      const ran = await keylintLater(root, argv, { stdin: () => Buffer.from(token) });
      expect({ argv, status: ran.status, said: ran.stderr.includes("another folder") || argv[0] === "good.py" }, ran.stdout + ran.stderr).toEqual({ argv, status, said: true });
      expect(ran.stdout + ran.stderr, argv.join(" ")).not.toContain("private");
    }
    for (const written of ["keylint", "hooks/pre-commit"]) expect(existsSync(join(elsewhere, ".git", written)), written).toBe(false);
  });

  test("a .git file that names one without a work tree", async () => {
    const elsewhere = folderWith();
    git(elsewhere, "clone", "--quiet", "--bare", privateRepository(), ".");
    const root = folderWith({ "good.py": leak, ".git": `gitdir: ${elsewhere}\n` });
    for (const argv of [["history"], ["--staged"], ["--since", "HEAD"], ["verify", "--history"]]) {
      expect(await keylintLater(root, argv, { stdin: () => Buffer.from(token) }), argv.join(" ")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("There is no git repository here.") as string });
    }
    expect(existsSync(join(elsewhere, "keylint"))).toBe(false);
  });
});

describe("an environment that tells git of another repository leads nowhere else:", () => {
  const tellings: readonly [string, (elsewhere: string) => NodeJS.ProcessEnv][] = [
    ["its folder", (elsewhere) => ({ GIT_DIR: join(elsewhere, ".git"), GIT_WORK_TREE: elsewhere, GIT_PREFIX: "x/" })],
    ["its common folder", (elsewhere) => ({ GIT_COMMON_DIR: join(elsewhere, ".git") })],
    ["its objects", (elsewhere) => ({ GIT_OBJECT_DIRECTORY: join(elsewhere, ".git/objects") })],
    ["its objects besides", (elsewhere) => ({ GIT_ALTERNATE_OBJECT_DIRECTORIES: join(elsewhere, ".git/objects") })],
    ["its work tree, by a setting", (elsewhere) => ({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.worktree", GIT_CONFIG_VALUE_0: elsewhere })],
  ];

  test.each(tellings)("%s", async (_what, telling) => {
    const elsewhere = privateRepository();
    const root = repositoryWith({ "good.py": leak });
    writeFileSync(join(root, "new.py"), leak);
    git(root, "add", "new.py");
    for (const argv of [["--no-cache", "."], ["--staged"], ["--since", "HEAD", "--no-cache", "."], ["history", "--no-cache"], ["verify", "--history"]]) {
      const [alone, told] = [await keylintLater(root, argv, { stdin: () => Buffer.from(token) }), await keylintLater(root, argv, { env: telling(elsewhere), stdin: () => Buffer.from(token) })];
      expect(alone.status).toBe(argv[0] === "verify" ? 0 : 1);
      expect(told, argv.join(" ")).toEqual(alone);
    }
  });

  test("its index, and that is said", async () => {
    const env = { GIT_INDEX_FILE: join(privateRepository(), ".git/index") };
    const root = repositoryWith({ "good.py": leak });
    expect(await keylintLater(root, ["."], { env })).toMatchObject({ status: 1, stderr: "" });
    for (const argv of [["--staged"], ["--since", "HEAD"], ["history"]]) {
      expect(await keylintLater(root, argv, { env }), argv.join(" ")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("names an index of another repository") as string });
    }
  });
});

describe("a repository that lies apart from its work tree is its own:", () => {
  test.each<[string, (root: string) => string]>([
    ["a linked work tree", (root) => { git(root, "worktree", "add", "--quiet", "../linked"); return join(root, "../linked"); }],
    ["one that was made apart", (root) => { git(root, "init", "--quiet", "--separate-git-dir", "../apart"); return root; }],
    ["a submodule", (root) => { git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", root, "sub"); return join(root, "sub"); }],
    ["a name with a line end", (root) => { const named = join(root, "../one\ntwo"); git(root, "clone", "--quiet", ".", named); return named; }],
  ])("%s", async (_what, make) => {
    const root = join(folderWith(), "one");
    git(repositoryWith({ "good.py": leak }), "clone", "--quiet", ".", root);
    const made = make(root);
    for (const argv of [["."], ["history"]]) expect(await keylintLater(made, argv), argv.join(" ")).toMatchObject({ status: 1, stderr: "" });
  });
});
