import { mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { clean, key, keylint, leak, leakInJavaScript, stagedProject, told } from "./keylint.ts";

const found = (path: string): string => `${path}:3 hardcoded-key error`;
const staged = (cwd: string, ...more: readonly string[]) => told(cwd, ["--staged", ...more]);

function write(root: string, path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function stage(root: string, path: string, text: string): void {
  write(root, path, text);
  git(root, "add", "--", path);
}

describe("what is staged", () => {
  test("only that, as the index has it", () => {
    const root = repositoryWith({ "old.py": leak, "a.py": clean, "b.py": clean });
    expect(staged(root)).toMatchObject({ status: 0, findings: [], files: 0 });
    stage(root, "a.py", leak);
    write(root, "a.py", clean);
    stage(root, "b.py", `${clean}\n`);
    write(root, "b.py", leak);
    write(root, "untracked.py", leak);
    expect(staged(root)).toMatchObject({ status: 1, findings: [found("a.py")], files: 2 });
  });

  test("a file that is no longer on the disk, or is something else there", () => {
    const root = repositoryWith({});
    for (const path of ["gone.py", "folder.py", "link.py"]) stage(root, path, leak);
    for (const path of ["gone.py", "folder.py", "link.py"]) unlinkSync(join(root, path));
    mkdirSync(join(root, "folder.py"));
    expect(staged(root).findings).toEqual([found("folder.py"), found("gone.py"), found("link.py")]);
  });

  test("a renamed file, a copy, a file that is deleted, a link", () => {
    const root = repositoryWith({ "old.py": leak, "kept.py": leak, "deleted.py": leak });
    git(root, "mv", "old.py", "new.py");
    git(root, "rm", "--quiet", "deleted.py");
    stage(root, "copy.py", leak);
    expect(staged(root).findings).toEqual([found("copy.py"), found("new.py")]);
  });

  test("what is only meant to be added is in no commit", () => {
    const root = repositoryWith({});
    write(root, "new.py", leak);
    git(root, "add", "--intent-to-add", "new.py");
    expect(staged(root)).toMatchObject({ status: 0, findings: [], files: 0 });
  });

  test("a submodule is no file", () => {
    const root = repositoryWith({ "a.py": clean });
    const commit = git(root, "rev-parse", "HEAD").trim();
    git(root, "update-index", "--add", "--cacheinfo", `160000,${commit},sub`);
    stage(root, "a.py", leak);
    expect(staged(root).findings).toEqual([found("a.py")]);
  });

  test("references are followed into the index", () => {
    const use = "from flask import Flask\nfrom config import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n";
    const root = repositoryWith({ "config.py": "import os\nKEY = os.environ['KEY']\n" });
    stage(root, "app.py", use);
    stage(root, "config.py", `KEY = "${key}"\n`);
    write(root, "config.py", "import os\nKEY = os.environ['KEY']\n");
    expect(staged(root).findings).toEqual(["config.py:1 hardcoded-key error"]);
  });

  test("other line ends on the disk are the same file", () => {
    const root = repositoryWith({});
    git(root, "config", "core.autocrlf", "true");
    stage(root, "a.py", leak.replaceAll("\n", "\r\n"));
    expect(staged(root).findings).toEqual([found("a.py")]);
  });

  test("only what lies below the paths, whatever the current directory", () => {
    const root = repositoryWith({ "one/x": "", "two/x": "" });
    for (const path of ["one/a.py", "two/a.py", "one.py"]) stage(root, path, leak);
    expect(staged(join(root, "one")).findings).toEqual([found("one.py"), found("one/a.py"), found("two/a.py")]);
    expect(staged(root, "one").findings).toEqual([found("one/a.py")]);
    expect(staged(join(root, "one"), "a.py", "../two").findings).toEqual([found("one/a.py"), found("two/a.py")]);
    unlinkSync(join(root, "one.py"));
    expect(staged(root, "one.py").findings).toEqual([found("one.py")]);
    expect(staged(root, "none.py")).toMatchObject({ status: 0, findings: [] });
    expect(staged(root, "..")).toMatchObject({ status: 2, stderr: expect.stringContaining("lies outside the repository") as string });
  });

  test("configuration, ignores and vendored folders hold there too", () => {
    const root = repositoryWith({ "keylint.config.json": '{ "exclude": ["legacy"] }' });
    for (const path of ["legacy/a.py", "node_modules/a/a.py", "a.py"]) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      stage(root, path, leak);
    }
    stage(root, "b.js", leakInJavaScript.replace('" }', '" } /* keylint-ignore hardcoded-key */'));
    expect(staged(root)).toMatchObject({ findings: [found("a.py")], silenced: ["b.js:3 keylint-ignore"] });
    expect(staged(root, "--no-ignore").findings).toEqual([found("a.py"), found("legacy/a.py"), found("node_modules/a/a.py")]);
  });

  test("a file that is too large is said", () => {
    const root = repositoryWith({ "keylint.config.json": '{ "limits": { "fileBytes": 1000 } }' });
    stage(root, "a.py", `${leak}${"# long\n".repeat(200)}`);
    unlinkSync(join(root, "a.py"));
    expect(staged(root)).toMatchObject({ status: 0, failures: ["a.py: it has 1530 bytes and the limit is 1000 bytes; raise limits.fileBytes or exclude the file"] });
  });
});

describe("no usual repository", () => {
  test("one without a commit: all of the index is new", () => {
    const root = stagedProject({ "a.py": leak });
    expect(staged(root)).toMatchObject({ status: 1, findings: [found("a.py")], stderr: "" });
  });

  test("a detached HEAD, a linked work tree", () => {
    const root = repositoryWith({ "a.py": clean });
    git(root, "checkout", "--quiet", "--detach");
    stage(root, "b.py", leak);
    expect(staged(root).findings).toEqual([found("b.py")]);
    const other = join(folderWith(), "linked");
    git(root, "worktree", "add", "--quiet", other);
    stage(other, "c.py", leak);
    expect(staged(other).findings).toEqual([found("c.py")]);
  });

  test("a merge: what it brings is looked at, what is in conflict is said", () => {
    const root = repositoryWith({ "a.py": clean });
    git(root, "branch", "other");
    stage(root, "a.py", `${clean}x = 1\n`);
    git(root, "commit", "--quiet", "--message", "second");
    git(root, "switch", "--quiet", "other");
    stage(root, "a.py", `${clean}x = 2\n`);
    stage(root, "b.py", leak);
    git(root, "commit", "--quiet", "--message", "third");
    git(root, "switch", "--quiet", "-");
    expect(() => git(root, "merge", "--quiet", "other")).toThrow();
    expect(staged(root)).toMatchObject({ findings: [found("b.py")], stderr: "keylint: Files are in conflict and were not looked at: a.py. Resolve them, git add them, and run keylint again.\n" });
  });

  test("objects named by SHA-256", () => {
    const root = folderWith({ "a.py": leak });
    git(root, "init", "--quiet", "--object-format=sha256");
    git(root, "add", "--all");
    write(root, "a.py", clean);
    expect(staged(root).findings).toEqual([found("a.py")]);
  });

  test("an object that is missing is said", () => {
    const root = stagedProject({ "a.py": leak });
    unlinkSync(join(root, "a.py"));
    rmSync(join(root, ".git/objects"), { recursive: true });
    mkdirSync(join(root, ".git/objects"));
    expect(staged(root).failures).toEqual(["a.py: git does not have it in this clone, which is a partial one or damaged; fetch it, or try git fsck"]);
  });

  test.each([
    ["none at all", () => folderWith({ "a.py": leak }), {}, "There is no git repository here. Run it inside of one."],
    ["no program git", () => stagedProject({ "a.py": leak }), { PATH: "/nowhere" }, "The program git was not found. Install it, or put it on the PATH."],
    ["another user's", () => stagedProject({ "a.py": leak }), { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" }, "git config --global --add safe.directory"],
    ["a bare one", () => {
      const root = folderWith();
      git(root, "init", "--quiet", "--bare", ".");
      return root;
    }, {}, "There is no git repository here."],
  ])("%s: a sentence", (_, make, env, sentence) => {
    const ran = keylint(make(), ["--staged"], { env });
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain(sentence);
  });

  test("a broken index: a sentence", () => {
    const root = repositoryWith({ "a.py": leak });
    writeFileSync(join(root, ".git/index"), "nonsense");
    expect(keylint(root, ["--staged"])).toMatchObject({ status: 2, stderr: expect.stringContaining("git status") as string });
  });
});

describe("variables that git sets for its hooks", () => {
  test("the index of a commit of some files", () => {
    const root = repositoryWith({ "a.py": clean, "b.py": clean });
    const env = { GIT_INDEX_FILE: ".git/next-index-1.lock" };
    writeFileSync(join(root, ".git/next-index-1.lock"), readFileSync(join(root, ".git/index")));
    stage(root, "a.py", leak);
    expect(told(root, ["--staged"], { env })).toMatchObject({ status: 0, findings: [] });
    renameSync(join(root, ".git/index"), join(root, ".git/next-index-1.lock"));
    expect(told(root, ["--staged"], { env }).findings).toEqual([found("a.py")]);
    expect(told(root, ["--staged"], { env: { GIT_INDEX_FILE: join(root, ".git/next-index-1.lock") } }).findings).toEqual([found("a.py")]);
  });

  test("those of another repository's hook lead nowhere", () => {
    const elsewhere = repositoryWith({});
    stage(elsewhere, "private.py", leak);
    const root = repositoryWith({});
    stage(root, "a.py", leak);
    expect(told(root, ["--staged"], { env: { GIT_DIR: join(elsewhere, ".git"), GIT_WORK_TREE: elsewhere } }).findings).toEqual([found("a.py")]);
    expect(keylint(root, ["--staged"], { env: { GIT_INDEX_FILE: join(elsewhere, ".git/index") } })).toMatchObject({ status: 2, stderr: expect.stringContaining("Unset it.") as string });
  });

  test("a repository that only they name", () => {
    const home = folderWith({ "a.py": leak, "b.py": leak });
    const dir = join(folderWith(), "dotfiles");
    git(home, "init", "--quiet", "--bare", dir);
    git(home, "--git-dir", dir, "--work-tree", home, "add", "a.py");
    expect(told(home, ["--staged"], { env: { GIT_DIR: dir, GIT_WORK_TREE: home } }).findings).toEqual([found("a.py")]);
    expect(told(folderWith(), ["--staged"], { env: { GIT_DIR: dir, GIT_WORK_TREE: home } }).status).toBe(2);
  });
});

test("what a repository sets runs no program", () => {
  const root = repositoryWith({ "a.py": clean, ".gitattributes": "*.py filter=evil diff=evil\n" });
  const mark = join(folderWith(), "ran");
  for (const setting of ["filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "diff.evil.command", "diff.external", "core.fsmonitor", "core.pager", "core.sshCommand"]) {
    git(root, "config", setting, `touch ${mark}; cat`);
  }
  git(root, "-c", "filter.evil.clean=cat", "-c", "filter.evil.process=", "-c", "core.fsmonitor=false", "rm", "--quiet", "--cached", "a.py");
  write(root, "b.py", leak);
  git(root, "-c", "filter.evil.clean=cat", "-c", "filter.evil.process=", "-c", "core.fsmonitor=false", "add", "b.py");
  write(root, "b.py", `${leak}\n`);
  rmSync(mark, { force: true });
  expect(staged(root).findings).toEqual([found("b.py")]);
  expect(() => readFileSync(mark)).toThrow("ENOENT");
});
