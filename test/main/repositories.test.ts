import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, hermetic, repositoryWith } from "../discover/repository.ts";
import { leak, stagedProject, told } from "./keylint.ts";

const found = ["good.py:3 hardcoded-key error"];

describe("no usual repository", () => {
  test("none at all, none with files, none with commits", () => {
    expect(told(folderWith())).toMatchObject({ status: 0, findings: [] });
    expect(told(stagedProject({}))).toMatchObject({ status: 0, findings: [], stderr: "" });
    const root = folderWith({ "good.py": leak });
    git(root, "init", "--quiet");
    expect(told(root)).toMatchObject({ status: 1, findings: found, stderr: "" });
  });

  test("no program git", () => {
    const root = stagedProject({ "good.py": leak, ".gitignore": "ignored.py\n", "ignored.py": leak });
    const { status, findings, stderr } = told(root, [], { env: { PATH: "/nowhere" } });
    expect({ status, findings }).toEqual({ status: 1, findings: found });
    expect(stderr).toContain("The program git was not found");
    expect(told(folderWith({ "good.py": leak }), [], { env: { PATH: "/nowhere" } })).toMatchObject({ findings: found, stderr: "" });
  });

  test("another user's: the files are walked, and it is said", () => {
    const { findings, stderr } = told(stagedProject({ "good.py": leak }), [], { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } });
    expect(findings).toEqual(found);
    expect(stderr).toContain("safe.directory");
  });

  test("a bare one", () => {
    const root = folderWith({ "good.py": leak });
    git(root, "init", "--quiet", "--bare", ".");
    expect(told(root).findings).toEqual(found);
  });

  test("a broken index, a broken configuration, a broken HEAD", () => {
    for (const [name, text] of [["index", "nonsense"], ["config", "[core"], ["HEAD", "nonsense"]] as const) {
      const root = stagedProject({ "good.py": leak });
      writeFileSync(join(root, ".git", name), text);
      const { status, findings, stderr } = told(root);
      expect({ name, status, findings }).toEqual({ name, status: 1, findings: found });
      expect(stderr).toContain("git status");
    }
  });
});

describe("other work trees", () => {
  test("a linked one", () => {
    const other = join(folderWith(), "linked");
    git(repositoryWith({ "good.py": leak }), "worktree", "add", "--quiet", other);
    expect(told(other)).toMatchObject({ findings: found, stderr: "" });
  });

  test("a submodule is another repository: said, and linted when named", () => {
    const inner = repositoryWith({ "good.py": leak });
    const root = repositoryWith({ "a.py": leak });
    execFileSync("git", ["-C", root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub"], { env: hermetic, stdio: "ignore" });
    const { findings, stderr } = told(root);
    expect(findings).toEqual(["a.py:3 hardcoded-key error"]);
    expect(stderr).toContain("Other git repositories lie in this one and were not looked into: sub.");
    expect(told(root, ["sub"]).findings).toEqual(found);
    expect(told(root, ["a.py", "sub/good.py"]).findings).toEqual(["a.py:3 hardcoded-key error", ...found]);
  });

  test("a repository inside a repository", () => {
    const root = stagedProject({ "a.py": leak });
    mkdirSync(join(root, "inner\u001b"));
    git(join(root, "inner\u001b"), "init", "--quiet");
    writeFileSync(join(root, "inner\u001b/good.py"), leak);
    const { findings, stderr } = told(root);
    expect(findings).toEqual(["a.py:3 hardcoded-key error"]);
    expect(stderr).toContain("inner\\x1b");
  });

  test("a .git file that leads elsewhere lists what is here only", () => {
    const elsewhere = repositoryWith({ "private.py": leak, "shared.py": leak });
    const root = folderWith({ "good.py": leak, ".git": `gitdir: ${join(elsewhere, ".git")}\n` });
    expect(told(root).findings).toEqual(found);
    expect(told(folderWith({ "good.py": leak, ".git": "gitdir: /nowhere\n" })).findings).toEqual(found);
    expect(told(folderWith({ "good.py": leak, ".git": "x".repeat(1e6) })).findings).toEqual(found);
  });

  test("core.worktree that names another folder is not believed", () => {
    const elsewhere = folderWith({ "private.py": leak });
    const root = stagedProject({ "good.py": leak });
    git(root, "config", "core.worktree", elsewhere);
    const { findings, stderr } = told(root);
    expect(findings).toEqual(found);
    expect(stderr).toContain("core.worktree");
  });

  test("variables of a hook or of somebody else lead nowhere", () => {
    const elsewhere = repositoryWith({ "private.py": leak });
    const env = { GIT_DIR: join(elsewhere, ".git"), GIT_WORK_TREE: elsewhere, GIT_INDEX_FILE: join(elsewhere, ".git/index"), GIT_PREFIX: "x/" };
    expect(told(stagedProject({ "good.py": leak }), [], { env }).findings).toEqual(found);
  });
});

describe("an index that says something else than the disk", () => {
  test("files that are only meant to be added, missing, or beyond a sparse checkout", () => {
    const root = repositoryWith({ "good.py": leak, "out/b.py": leak, "gone.py": leak });
    writeFileSync(join(root, "new.py"), leak);
    git(root, "add", "--intent-to-add", "new.py");
    unlinkSync(join(root, "gone.py"));
    expect(told(root).findings).toEqual([...found, "new.py:3 hardcoded-key error", "out/b.py:3 hardcoded-key error"]);
    git(root, "sparse-checkout", "set", "--no-cone", "/good.py", "/new.py");
    expect(told(root)).toMatchObject({ findings: [...found, "new.py:3 hardcoded-key error"], failures: [] });
  });

  test("a conflict", () => {
    const root = repositoryWith({ "good.py": leak });
    git(root, "branch", "other");
    writeFileSync(join(root, "good.py"), `${leak}x = 1\n`);
    git(root, "commit", "--quiet", "--all", "--message", "second");
    git(root, "switch", "--quiet", "other");
    writeFileSync(join(root, "good.py"), `${leak}x = 2\n`);
    git(root, "commit", "--quiet", "--all", "--message", "third");
    expect(() => git(root, "merge", "--quiet", "-")).toThrow();
    expect(told(root).findings).toEqual(found);
  });
});

describe("what a repository sets runs no program", () => {
  /** A script that leaves a mark, and whether it has. */
  function trap(root: string): { script: string; sprung: () => boolean } {
    const mark = join(folderWith(), "ran");
    const script = join(root, ".git", "trap.sh");
    writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\ncat\n`, { mode: 0o755 });
    return { script, sprung: () => existsSync(mark) };
  }

  const settings: [string, (root: string, script: string) => void][] = [
    ...["core.fsmonitor", "core.pager", "pager.ls-files", "core.sshCommand", "core.editor", "core.askPass", "core.gitProxy", "diff.external", "credential.helper", "gpg.program", "uploadpack.packObjectsHook", "core.alternateRefsCommand"].map(
      (name): [string, (root: string, script: string) => void] => [name, (root, script) => void git(root, "config", name, script)],
    ),
    ["aliases", (root, script) => { for (const name of ["ls-files", "rev-parse"]) git(root, "config", `alias.${name}`, `!${script}`); }],
    ["filters and textconv", (root, script) => {
      for (const name of ["filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.textconv", "diff.x.command", "merge.x.driver"]) git(root, "config", name, script);
      writeFileSync(join(root, ".gitattributes"), "* filter=x diff=x merge=x\n");
      writeFileSync(join(root, "good.py"), `${leak}\n`);
    }],
    ["hooks", (root, script) => {
      mkdirSync(join(root, ".git/hooks"), { recursive: true });
      for (const name of ["post-index-change", "fsmonitor-watchman", "query-watchman", "post-checkout", "pre-commit", "reference-transaction"]) writeFileSync(join(root, ".git/hooks", name), readFileSync(script), { mode: 0o755 });
    }],
    ["core.hooksPath", (root, script) => {
      const hooks = join(root, "hooks");
      mkdirSync(hooks);
      for (const name of ["post-index-change", "fsmonitor-watchman"]) writeFileSync(join(hooks, name), readFileSync(script), { mode: 0o755 });
      git(root, "config", "core.hooksPath", "hooks");
    }],
    ["an included file", (root, script) => {
      writeFileSync(join(root, "more.config"), `[core]\n  fsmonitor = ${script}\n  pager = ${script}\n`);
      git(root, "config", "include.path", "../more.config");
    }],
    ["a partial clone that lacks its ignore file", (root, script) => {
      for (const [name, value] of [["extensions.partialClone", "origin"], ["core.repositoryFormatVersion", "1"], ["remote.origin.promisor", "true"], ["remote.origin.url", `ext::${script}`], ["remote.origin.uploadpack", script], ["protocol.ext.allow", "always"]] as const) git(root, "config", name, value);
      writeFileSync(join(root, ".gitignore"), "nothing\n");
      git(root, "add", ".gitignore");
      const object = git(root, "rev-parse", ":.gitignore").trim();
      git(root, "update-index", "--skip-worktree", ".gitignore");
      unlinkSync(join(root, ".gitignore"));
      unlinkSync(join(root, ".git/objects", object.slice(0, 2), object.slice(2)));
    }],
  ];

  test.each(settings)("%s", (_what, set) => {
    const root = repositoryWith({ "good.py": leak });
    const { script, sprung } = trap(root);
    set(root, script);
    const { status, findings } = told(root);
    expect({ status, findings, sprung: sprung() }).toEqual({ status: 1, findings: found, sprung: false });
    expect(told(root, ["good.py"]).findings).toEqual(found);
    expect(sprung()).toBe(false);
  });

  test("and the traps can spring", () => {
    const root = repositoryWith({ "good.py": leak });
    const { script, sprung } = trap(root);
    git(root, "config", "core.fsmonitor", script);
    git(root, "status");
    expect(sprung()).toBe(true);
  });

  test("a program called git in the scanned folder", () => {
    const root = folderWith({ "good.py": leak });
    git(root, "init", "--quiet");
    const { script, sprung } = trap(root);
    renameSync(script, join(root, "git"));
    expect(told(root, [], { env: { PATH: `:${hermetic["PATH"] ?? ""}` } }).findings).toEqual(found);
    expect(sprung()).toBe(false);
  });
});
