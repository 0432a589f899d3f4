import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blobsIn } from "../../src/discover/blobs.ts";
import { listGit } from "../../src/discover/listing.ts";
import { commitsIn } from "../../src/discover/log.ts";
import { commitOf, filesOf, indexOf, isRevision, stagedIn, type Repository } from "../../src/discover/objects.ts";
import { findScope, openTree } from "../../src/discover/index.ts";
import { folderWith, git, hermetic, repositoryWith } from "./repository.ts";

const open = (start: string, options = {}) => openTree(start, { env: hermetic, ...options });

describe("the scope", () => {
  test("is the git top level for a folder and for a file below it", () => {
    const root = repositoryWith({ "app/settings.py": "" });
    expect(findScope(join(root, "app"), hermetic)).toEqual({ root, git: true });
    expect(findScope(join(root, "app/settings.py"), hermetic)).toEqual({ root, git: true });
    expect(findScope(join(root, "app/gone.py"), hermetic)).toEqual({ root, git: true });
  });

  test("is the named folder where there is no git, and a file's folder", () => {
    const root = folderWith({ "app/settings.py": "" });
    expect(findScope(join(root, "app"), hermetic)).toEqual({ root: join(root, "app"), git: false });
    expect(findScope(join(root, "app/settings.py"), hermetic)).toEqual({ root: join(root, "app"), git: false });
  });

  test("does not believe a core.worktree that leads elsewhere, and says so", () => {
    const elsewhere = folderWith({ "private.py": "" });
    const root = repositoryWith({ "a.py": "" });
    git(root, "config", "core.worktree", elsewhere);
    const tree = open(root);
    expect(tree.root).toBe(root);
    expect(tree.paths).toEqual(["a.py"]);
    expect(tree.notices).toEqual([expect.stringContaining("core.worktree")]);
  });

  test("is the folder itself in a bare repository", () => {
    const root = folderWith();
    git(root, "init", "--quiet", "--bare", ".");
    expect(findScope(root, hermetic)).toEqual({ root, git: false });
  });

  test("is a linked worktree's own top level", () => {
    const root = repositoryWith({ "a.py": "" });
    const other = join(folderWith(), "linked");
    git(root, "worktree", "add", "--quiet", other);
    expect(findScope(other, hermetic)).toEqual({ root: other, git: true });
    expect(open(other).paths).toEqual(["a.py"]);
  });
});

describe("a tree in git", () => {
  test("has tracked and untracked files, sorted by code unit, and knows which are tracked", () => {
    const root = repositoryWith({ "b.py": "", "a/é.py": "", "Z.py": "", ".env": "" });
    writeFileSync(join(root, "new.py"), "");
    const tree = open(root);
    expect(tree.paths).toEqual([".env", "Z.py", "a/é.py", "b.py", "new.py"]);
    expect(tree.tracked(".env")).toBe(true);
    expect(tree.tracked("new.py")).toBe(false);
    expect(tree.notices).toEqual([]);
  });

  test("has no ignored files, unless they are tracked", () => {
    const root = repositoryWith({ ".gitignore": "*.local\n", "a.py": "" });
    writeFileSync(join(root, "x.local"), "");
    writeFileSync(join(root, "y.local"), "");
    git(root, "add", "--force", "y.local");
    expect(open(root).paths).toEqual([".gitignore", "a.py", "y.local"]);
    expect(open(root, { named: ["x.local"] }).has("x.local")).toBe(true);
    expect(open(root, { named: [join(root, "x.local"), join(root, "../outside"), root] }).paths).toEqual([".gitignore", "a.py", "x.local", "y.local"]);
  });

  test("has no deleted files, no links, and each file in conflict once", () => {
    const root = repositoryWith({ "a.py": "1", "gone.py": "", "target.py": "" });
    symlinkSync("target.py", join(root, "link.py"));
    git(root, "add", "link.py");
    symlinkSync("target.py", join(root, "untracked-link.py"));
    unlinkSync(join(root, "gone.py"));
    git(root, "branch", "other");
    writeFileSync(join(root, "a.py"), "2");
    git(root, "commit", "--quiet", "--all", "--message", "second");
    git(root, "switch", "--quiet", "other");
    writeFileSync(join(root, "a.py"), "3");
    git(root, "commit", "--quiet", "--all", "--message", "third");
    expect(() => git(root, "merge", "--quiet", "-")).toThrow();
    expect(open(root).paths).toEqual(["a.py", "target.py"]);
  });

  test("lists files beyond the sparse checkout only when they are there", () => {
    const root = repositoryWith({ "in/a.py": "", "out/b.py": "" });
    git(root, "sparse-checkout", "set", "in");
    expect(open(root).paths).toEqual(["in/a.py"]);
  });

  test("does not look into other repositories, and says so", () => {
    const root = repositoryWith({ "a.py": "" });
    const inner = join(root, "inner");
    mkdirSync(inner);
    git(inner, "init", "--quiet");
    writeFileSync(join(inner, "b.py"), "");
    const tree = open(root);
    expect(tree.paths).toEqual(["a.py"]);
    expect(tree.notices).toEqual([expect.stringContaining("inner")]);
  });

  test("is the work tree's with its own index, inside a hook as well", () => {
    const root = repositoryWith({ "a.py": "", "b.py": "" });
    const inHook = { ...hermetic, GIT_INDEX_FILE: join(root, ".git/elsewhere"), GIT_DIR: folderWith(), GIT_WORK_TREE: "/" };
    expect(openTree(root, { env: inHook }).tracked("b.py")).toBe(true);
  });

  test("has strange names as they are", () => {
    const names = ["-dash.py", " blank .py", "line\nbreak.py", "[x]*.py", 'quo"te.py', "back\\slash.py", "e\u0301.py"];
    const root = repositoryWith(Object.fromEntries(names.map((name) => [name, name])));
    const tree = open(root);
    expect(tree.paths).toEqual([...names].sort());
    for (const name of names) expect(String(tree.read(name))).toBe(name);
  });

  test.runIf(process.platform === "linux")("leaves out names that are not UTF-8, and says so", () => {
    const root = repositoryWith({ "a\ufffd.py": "" });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff])]), "");
    const tree = open(root);
    expect(tree.paths).toEqual(["a\ufffd.py"]);
    expect(tree.unlisted).toEqual([{ path: "b\ufffd", message: expect.stringContaining("not UTF-8") }]);
  });
});

describe("what the repository sets", () => {
  test("runs no program", () => {
    const root = repositoryWith({ "a.py": "", ".gitattributes": "*.py filter=evil diff=evil\n" });
    const mark = join(root, "..", `${root.split("/").at(-1)}-ran`);
    const script = join(root, ".git", "evil.sh");
    writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    for (const key of ["core.fsmonitor", "core.pager", "core.sshCommand", "filter.evil.clean", "diff.evil.textconv", "alias.ls-files"]) git(root, "config", key, script);
    mkdirSync(join(root, ".git/hooks"), { recursive: true });
    for (const hook of ["post-index-change", "fsmonitor-watchman"]) writeFileSync(join(root, ".git/hooks", hook), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    writeFileSync(join(root, "a.py"), "changed");
    expect(open(root).paths).toContain("a.py");
    expect(existsSync(mark)).toBe(false);
    // The same repository does run it for who does not forbid it: the test has teeth.
    execFileSync("git", ["-C", root, "status"], { env: hermetic, stdio: "ignore" });
    expect(existsSync(mark)).toBe(true);
    rmSync(mark);
  });

  test("is refused by git for another owner: the files are walked, and it is said", () => {
    const root = repositoryWith({ "a.py": "", ".gitignore": "b.py\n", "c.py": "" });
    writeFileSync(join(root, "b.py"), "");
    const tree = open(root, { env: { ...hermetic, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } });
    expect(tree.git).toBe(false);
    expect(tree.paths).toEqual([".gitignore", "a.py", "c.py"]);
    expect(tree.notices).toEqual([expect.stringContaining("safe.directory")]);
  });

  test("cannot be asked without git: the files are walked, and it is said", () => {
    const root = repositoryWith({ "a.py": "" });
    const tree = open(root, { env: { PATH: "/nowhere" } });
    expect(tree.paths).toEqual(["a.py"]);
    expect(tree.notices).toEqual([expect.stringContaining("git was not found")]);
  });

  test.runIf(process.platform !== "win32")("is not waited for when it waits for a pipe", () => {
    const root = repositoryWith({ "a.py": "" });
    execFileSync("mkfifo", [join(root, ".gitignore")]);
    expect(() => listGit(root, hermetic, 300)).toThrow("ETIMEDOUT");
  });

  test.runIf(process.platform !== "win32")("is waited for a second where it has not answered, and as long as ever once it has", () => {
    const root = repositoryWith({ "a.py": "" });
    execFileSync("mkfifo", [join(root, ".gitignore")]);
    expect(() => listGit(root, hermetic, 300)).toThrow("ETIMEDOUT");
    expect(() => listGit(root, hermetic)).toThrow("ETIMEDOUT");
    rmSync(join(root, ".gitignore"));
    expect(listGit(root, hermetic).tracked).toEqual(["a.py"]);
  }, 30_000);

  test.runIf(process.platform !== "win32").each<[string, (repository: Repository) => unknown]>([
    ["which commit a name stands for", (repository) => commitOf(repository, "HEAD")],
    ["whether there is one", (repository) => isRevision(repository, "HEAD~0")],
    ["what the next commit changes", (repository) => stagedIn(repository, indexOf(repository))],
    ["what a commit holds", (repository) => filesOf(repository, "HEAD")],
  ])("that does not say in time %s: no answer is made up", (_what, ask) => {
    const root = repositoryWith({ "a.py": "" });
    execFileSync("mkfifo", [join(root, ".git/objects/info/alternates")]);
    expect(() => ask({ root, env: hermetic, timeout: 300 })).toThrow(/^Git could not read what it holds \(git [a-z-]+ did not come to an end in time\)\./);
  });

  test.runIf(process.platform !== "win32")("that says nothing of the history is ended: neither its commits nor its blobs are waited for", async () => {
    const root = repositoryWith({ "a.py": "" });
    execFileSync("mkfifo", [join(root, ".git/objects/info/alternates")]);
    const repository = { root, env: hermetic, timeout: 300 };
    const all = async (some: AsyncIterable<unknown>): Promise<readonly unknown[]> => {
      const found: unknown[] = [];
      for await (const one of some) found.push(one);
      return found;
    };
    await expect(all(commitsIn(repository, ["--all"], () => true))).rejects.toMatchObject({ code: "ETIMEDOUT" });
    const absent = [{ message: expect.stringContaining("git does not have it") as string }];
    expect(await all(blobsIn(repository, ["1".repeat(40), "2".repeat(40)]))).toEqual([absent, absent]);
  });

  test("broken index: the files are walked, and it is said", () => {
    const root = repositoryWith({ "a.py": "" });
    writeFileSync(join(root, ".git/index"), "nonsense");
    const tree = open(root);
    expect(tree.paths).toEqual(["a.py"]);
    expect(tree.notices).toHaveLength(1);
  });
});
