import { mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { clean, key, keylint, leak, leakInJavaScript, stagedProject, told } from "./keylint.ts";

const found = (path: string, line = 3): string => `${path}:${line} hardcoded-key error`;
const since = (cwd: string, ...more: readonly string[]) => told(cwd, ["--since", "HEAD", ...more]);
const other = leak.replace(key, key.toUpperCase());

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe("what is new since a commit", () => {
  test("a key, wherever its file stands", () => {
    const root = repositoryWith({ "old.py": leak, "a.py": clean });
    expect(since(root)).toMatchObject({ status: 0, findings: [], silenced: ["old.py:3 since"] });
    expect(keylint(root, ["--since", "HEAD"]).stdout).toBe("No leaked or weak keys in 2 files. 1 was there before.\n");
    write(root, "a.py", leak);
    write(root, "untracked.py", leak);
    expect(since(root)).toMatchObject({ status: 1, findings: [found("a.py"), found("untracked.py")] });
  });

  test("a key that was changed, or has got a second place", () => {
    const root = repositoryWith({ "a.py": leak, "b.js": leakInJavaScript });
    write(root, "a.py", other);
    write(root, "copy.js", leakInJavaScript);
    expect(since(root).findings).toEqual([found("a.py"), found("copy.js")]);
  });

  test("not one whose line, quotes, file or folder changed", () => {
    const root = repositoryWith({ "a.py": leak, "b.py": leak, "c.py": leak, "d.js": leakInJavaScript, "e.py": clean });
    write(root, "a.py", `# comment\n\n${leak.replaceAll('"', "'")}\n`);
    mkdirSync(join(root, "deep"));
    renameSync(join(root, "b.py"), join(root, "deep/other.py"));
    write(root, "c.py", clean);
    write(root, "e.py", leak);
    expect(since(root)).toMatchObject({ status: 0, findings: [] });
  });

  test("not one before which another was put, but that other", () => {
    const root = repositoryWith({ "a.js": leakInJavaScript });
    write(root, "a.js", leakInJavaScript.replace("app.use", `app.use("/a", session({ secret: "${key.toUpperCase()}" }));\napp.use`));
    expect(since(root)).toMatchObject({ findings: [found("a.js")], silenced: ["a.js:4 since"] });
  });

  test("one whose ignore was taken away; not an ignore that was unused before", () => {
    const root = repositoryWith({ "a.py": leak.replace(`${key}"`, `${key}"  # keylint-ignore hardcoded-key -- why`), "b.py": `${clean}x = 1  # keylint-ignore short-key -- none\n` });
    expect(since(root)).toMatchObject({ status: 0, findings: [], unused: [] });
    write(root, "a.py", leak);
    write(root, "c.py", `${clean}x = 1  # keylint-ignore short-key -- none\n`);
    expect(since(root)).toMatchObject({ findings: [found("a.py")], unused: [expect.stringContaining("c.py:5") as string] });
  });

  test("in named files, and below a folder", () => {
    const root = repositoryWith({ "one/a.py": clean, "two/a.py": clean, "one/b.py": leak });
    for (const path of ["one/a.py", "two/a.py"]) write(root, path, other);
    expect(since(root, "one").findings).toEqual([found("one/a.py")]);
    expect(since(root, "two/a.py").findings).toEqual([found("two/a.py")]);
    expect(since(root, "one/b.py")).toMatchObject({ status: 0, findings: [] });
    renameSync(join(root, "one/b.py"), join(root, "one/c.py"));
    expect(since(root, "one/c.py")).toMatchObject({ status: 0, findings: [] });
  });

  test("what a commit holds is read, not what is staged or on the disk now", () => {
    const root = repositoryWith({ "config.py": `KEY = "${key}"\n`, "app.py": "from flask import Flask\nfrom config import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n" });
    git(root, "commit", "--quiet", "--allow-empty", "--message", "second");
    write(root, "config.py", "import os\nKEY = os.environ['KEY']\n");
    git(root, "commit", "--quiet", "--all", "--message", "third");
    write(root, "config.py", `KEY = "${key}"\n`);
    expect(told(root, ["--since", "HEAD"]).findings).toEqual([found("config.py", 1)]);
    expect(told(root, ["--since", "HEAD~1"]).findings).toEqual([]);
  });

  test("many files that have changed", () => {
    const names = Array.from({ length: 600 }, (_, number) => `app${number}.py`);
    const root = repositoryWith(Object.fromEntries(names.map((name) => [name, leak])));
    for (const name of names) write(root, name, `# moved\n${leak}`);
    expect(since(root)).toMatchObject({ status: 0, findings: [] });
  });

  test("a tag, a branch, a commit; an annotated tag", () => {
    const root = repositoryWith({ "a.py": leak });
    git(root, "tag", "--annotate", "v1", "--message", "one");
    for (const ref of ["v1", "HEAD", git(root, "rev-parse", "HEAD").trim(), git(root, "branch", "--show-current").trim(), "HEAD^{}"]) {
      expect(told(root, ["--since", ref])).toMatchObject({ status: 0, findings: [] });
    }
  });
});

describe("a commit that cannot be had", () => {
  const complaint = (root: string, ref: string, env = {}): string => {
    const { status, stdout, stderr } = keylint(root, ["--since", ref], { env });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    return stderr;
  };

  test("is not there, is no commit, is an option", () => {
    const root = repositoryWith({ "a.py": leak });
    for (const ref of ["nowhere", "HEAD~7", "HEAD:a.py", "HEAD^{tree}", "\u001b[31m"]) expect(complaint(root, ref)).toContain("git log shows those that there are");
    expect(complaint(root, "\u001b[31m")).toContain("\\x1b");
    expect(complaint(repositoryWith({ "a.py": clean }), "nowhere")).toContain("git log shows");
    expect(keylint(root, ["--since=--all"]).stderr).toContain("--since does not know the commit --all");
  });

  test("lies before the beginning of a shallow clone", () => {
    const from = repositoryWith({ "a.py": leak });
    const first = git(from, "rev-parse", "HEAD").trim();
    write(from, "b.py", leak);
    git(from, "add", "--all");
    git(from, "commit", "--quiet", "--message", "second");
    const root = folderWith();
    git(root, "clone", "--quiet", "--depth=1", `file://${from}`, "clone");
    expect(complaint(join(root, "clone"), first)).toContain("git fetch --unshallow");
  });

  test("without a repository, a commit or git", () => {
    expect(complaint(folderWith({ "a.py": leak }), "HEAD")).toContain("There is no git repository here. Run it inside of one.");
    expect(complaint(stagedProject({ "a.py": leak }), "HEAD")).toContain("--since does not know the commit HEAD");
    expect(complaint(stagedProject({ "a.py": leak }), "HEAD", { PATH: "/nowhere" })).toContain("The program git was not found. Install it");
  });

  test("is damaged", () => {
    const root = repositoryWith({ "a.py": leak });
    const tree = git(root, "rev-parse", "HEAD^{tree}").trim();
    rmSync(join(root, ".git/objects", tree.slice(0, 2), tree.slice(2)), { force: true });
    expect(complaint(root, "HEAD")).toContain("git fsck");
  });

  test("a file of it is damaged: nothing is known of it, and that is said", () => {
    const root = repositoryWith({ "a.py": leak });
    const blob = git(root, "rev-parse", "HEAD:a.py").trim();
    unlinkSync(join(root, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    expect(since(root).findings).toEqual([]);
    write(root, "a.py", `\n${leak}`);
    expect(since(root)).toMatchObject({ findings: [found("a.py", 4)], stderr: expect.stringContaining("a.py") as string });
  });
});
