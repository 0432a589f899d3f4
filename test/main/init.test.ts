import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jobLines, workflowLines } from "../../src/init/pipeline.ts";
import { version } from "../../src/version.ts";
import { folderWith, git } from "../discover/repository.ts";
import { clean, key, keylintLater, leak, stagedProject, told, type Files, type Ran } from "./keylint.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const rev = `v${version}`;

interface SetUp extends Ran {
  readonly root: string;
  read(path: string): string;
}

/** A repository after `keylint init --yes`. `branch`: main. */
async function setUp(files: Files, { origin = "", argv = ["--yes"] }: { readonly origin?: string; readonly argv?: readonly string[] } = {}): Promise<SetUp> {
  const root = stagedProject(files);
  git(root, "symbolic-ref", "HEAD", "refs/heads/main");
  if (origin !== "") git(root, "remote", "add", "origin", origin);
  return again(root, argv);
}

async function again(root: string, argv: readonly string[] = ["--yes"]): Promise<SetUp> {
  const ran = await keylintLater(root, ["init", ...argv]);
  return { ...ran, root, read: (path) => readFileSync(join(root, path), "utf8") };
}

const entry = { repo: "https://github.com/keylint/keylint", rev, hooks: [{ id: "keylint" }] };

describe("the hook", () => {
  const others = "  - repo: local\n    hooks:\n      - id: x # last\n";

  test.each<[string, string, string]>([
    ["blanks before the list", `# mine\nrepos:\n${others}`, `# mine\nrepos:\n${others}  - repo: ${entry.repo}\n    rev: ${rev}\n    hooks:\n      - id: keylint\n`],
    ["no blanks", "repos:\n- repo: local\n  hooks: []\n", `repos:\n- repo: local\n  hooks: []\n- repo: ${entry.repo}\n  rev: ${rev}\n  hooks:\n    - id: keylint\n`],
    ["something behind it", `repos:\n${others}\n# for all\nexclude: ^docs/\n`, `repos:\n${others}  - repo: ${entry.repo}\n    rev: ${rev}\n    hooks:\n      - id: keylint\n\n# for all\nexclude: ^docs/\n`],
    ["no end of its last line", "repos:\n- repo: local\n  hooks: []", `repos:\n- repo: local\n  hooks: []\n- repo: ${entry.repo}\n  rev: ${rev}\n  hooks:\n    - id: keylint\n`],
    ["lines that end as on Windows", "repos:\r\n- repo: local\r\n  hooks: []\r\n", `repos:\r\n- repo: local\r\n  hooks: []\r\n- repo: ${entry.repo}\r\n  rev: ${rev}\r\n  hooks:\r\n    - id: keylint\r\n`],
  ])("goes to pre-commit, whose other hooks stay: %s", async (_, before, after) => {
    const { read, status, stdout } = await setUp({ ".pre-commit-config.yaml": before });
    expect(status).toBe(0);
    expect(read(".pre-commit-config.yaml")).toBe(after);
    expect(stdout).toContain("  pre-commit install\n");
  });

  test.each<[string, string]>([
    ["a list in brackets", "repos: [{ repo: local, hooks: [] }]\n"],
    ["an empty list", "repos: []\n"],
    ["no list", "exclude: docs\n"],
    ["no YAML", "repos:\n- repo: [\n"],
    ["several documents", "repos:\n- repo: local\n---\nrepos: 1\n"],
    ["a list by another name", "x: &x\n- repo: local\nrepos: *x\n"],
  ])("is left to the user where it is not sure what a change would do: %s", async (_, before) => {
    const { read, stdout } = await setUp({ ".pre-commit-config.yaml": before });
    expect(read(".pre-commit-config.yaml")).toBe(before);
    expect(stdout).toContain(`Add by hand, under repos:\n    - repo: ${entry.repo}\n`);
  });

  test("goes to lefthook, by commands or by jobs", async () => {
    const commands = await setUp({ "package.json": "{}", "lefthook.yml": "pre-commit:\n  commands:\n    lint:\n      run: x\ncommit-msg: {}\n" });
    expect(commands.read("lefthook.yml")).toBe("pre-commit:\n  commands:\n    lint:\n      run: x\n    keylint:\n      run: npx keylint --staged\ncommit-msg: {}\n");
    expect(commands.stdout).toContain("  npm install --save-dev keylint\n  npx lefthook install\n");
    const jobs = await setUp({ "package.json": "{}", "pnpm-lock.yaml": "", ".lefthook.yaml": "pre-commit:\n  jobs:\n    - name: lint\n      run: x\n" });
    expect(jobs.read(".lefthook.yaml")).toBe("pre-commit:\n  jobs:\n    - name: lint\n      run: x\n    - name: keylint\n      run: pnpm exec keylint --staged\n");
    const none = await setUp({ "package.json": "{}", "lefthook.yml": "pre-push:\n  commands:\n    test:\n      run: x\n" });
    expect(parse(none.read("lefthook.yml"))).toEqual({ "pre-push": { commands: { test: { run: "x" } } }, "pre-commit": { commands: { keylint: { run: "npx keylint --staged" } } } });
  });

  test("goes to husky, before all that could end the script", async () => {
    const old = '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test || exit 1\nexit 0\n';
    expect((await setUp({ "package.json": "{}", ".husky/pre-commit": old })).read(".husky/pre-commit")).toBe(old.replace('husky.sh"\n', 'husky.sh"\nnpx keylint --staged\n'));
    expect((await setUp({ "package.json": "{}", "yarn.lock": "", ".husky/pre-commit": "npx lint-staged\n" })).read(".husky/pre-commit")).toBe("yarn keylint --staged\nnpx lint-staged\n");
    const fresh = await setUp({ "package.json": '{"devDependencies": {"husky": "9", "keylint": "1"}}', "bun.lock": "" });
    expect(fresh.read(".husky/pre-commit")).toBe("bunx keylint --staged\n");
    expect(statSync(join(fresh.root, ".husky/pre-commit")).mode & 0o111).toBe(0o111);
    expect(fresh.stdout).not.toContain("bun add");
  });

  test("is git's own in this clone, where packages of npm have no program for hooks", async () => {
    const { root, read, stdout } = await setUp({ "package.json": "{}" });
    expect(read(".git/hooks/pre-commit")).toBe("#!/bin/sh\nnpx keylint --staged\n");
    expect(statSync(join(root, ".git/hooks/pre-commit")).mode & 0o111).toBe(0o111);
    expect(stdout).toContain("\nThen:\n  npm install --save-dev keylint\n");
    expect((await again(root)).stdout).toContain(".git/hooks/pre-commit has keylint already.");
  });

  test("goes to the folder that git takes hooks from", async () => {
    const root = stagedProject({ "package.json": "{}" });
    git(root, "config", "core.hooksPath", ".githooks");
    expect((await again(root)).read(".githooks/pre-commit")).toBe("#!/bin/sh\nnpx keylint --staged\n");
    git(root, "config", "core.hooksPath", "/elsewhere");
    expect((await again(root)).stdout).toContain("Git's hooks lie outside of this work tree");
  });

  test("is git's own and there already: it is not touched", async () => {
    const root = stagedProject({ "package.json": "{}" });
    mkdirSync(join(root, ".git/hooks"), { recursive: true });
    writeFileSync(join(root, ".git/hooks/pre-commit"), "#!/bin/sh\nmine\n");
    const { read, stdout } = await again(root);
    expect(read(".git/hooks/pre-commit")).toBe("#!/bin/sh\nmine\n");
    expect(stdout).toContain("add npx keylint --staged to it");
  });

  test("is said where package.json holds the hooks", async () => {
    const { root, stdout } = await setUp({ "package.json": '{"simple-git-hooks": {"pre-commit": "npx lint-staged"}}' });
    expect(stdout).toContain('package.json sets hooks by "simple-git-hooks": add npx keylint --staged to its pre-commit.');
    expect(existsSync(join(root, ".git/hooks/pre-commit"))).toBe(false);
  });

  test("is pre-commit's where nothing is there yet and npm is not in use", async () => {
    expect(parse((await setUp({ "app.py": clean })).read(".pre-commit-config.yaml"))).toEqual({ repos: [entry] });
  });
});

describe("the pipeline", () => {
  test("is README's workflow, for the branch of this repository", async () => {
    const block = /^# \.github\/workflows\/keylint\.yml\n([^]*?)^```/m.exec(readme)?.[1];
    expect(`${workflowLines({ branch: "main", version }).join("\n")}\n`).toBe(block);
    const { read } = await setUp({}, { origin: "git@github.com:somebody/something.git" });
    expect(read(".github/workflows/keylint.yml")).toBe(block);
    const trunk = stagedProject({ ".github/workflows/test.yml": "on: push\n" });
    git(trunk, "symbolic-ref", "HEAD", "refs/heads/trunk");
    expect((await again(trunk)).read(".github/workflows/keylint.yml")).toContain("branches: [trunk]");
  });

  test("is there already", async () => {
    const { root, stdout } = await setUp({ ".github/workflows/lint.yml": "jobs:\n  x:\n    steps:\n      - run: npx keylint\n" });
    expect(stdout).toContain(".github/workflows/lint.yml is there already.");
    expect(existsSync(join(root, ".github/workflows/keylint.yml"))).toBe(false);
  });

  test("is README's job of GitLab, beside the others and without what all of them get", async () => {
    const block = /^# \.gitlab-ci\.yml, Code Quality\n([^]*?)^```/m.exec(readme)?.[1];
    expect(`${jobLines({}).join("\n")}\n`).toBe(block);
    expect((await setUp({}, { origin: "https://token:x@gitlab.example.org/a/b.git" })).read(".gitlab-ci.yml")).toBe(block);
    const before = "stages: [build, deploy]\nbefore_script:\n  - docker login\ndefault:\n  services: [postgres]\nbuild:\n  stage: build\n  script: make";
    const job = parse(block ?? "") as { readonly keylint: object };
    const { read } = await setUp({ ".gitlab-ci.yml": before });
    expect(parse(read(".gitlab-ci.yml"))).toEqual({ ...parse(before) as object, keylint: { ...job.keylint, stage: "build", before_script: [], services: [] } });
    expect(read(".gitlab-ci.yml").startsWith(`${before}\n\nkeylint:\n`)).toBe(true);
  });

  test("is said where others run", async () => {
    expect((await setUp({ "azure-pipelines.yml": "" })).stdout).toContain("azure-pipelines.yml: add a step with Node 20 that runs npx --yes keylint --format junit");
    expect((await setUp({ Jenkinsfile: "" })).stdout).toContain("Jenkinsfile: add a step");
    expect((await setUp({})).stdout).toContain("Nothing here says where tests run");
  });
});

describe("the configuration", () => {
  test("makes known what is found today, and only new keys fail", async () => {
    const { root, read, stdout, status } = await setUp({ "app.py": leak, "package.json": "{}" });
    expect(status).toBe(0);
    expect(JSON.parse(read("keylint.config.json"))).toEqual({ $schema: "./node_modules/keylint/dist/schema.json", baseline: "keylint-baseline.jsonl" });
    expect(stdout).toContain("The key that is found today is known from then on");
    expect(told(root)).toMatchObject({ status: 0, findings: [] });
    writeFileSync(join(root, "other.py"), leak.replace(key, key.replace(/^./, "z")));
    expect(told(root)).toMatchObject({ status: 1, findings: ["other.py:3 hardcoded-key error"] });
  });

  test("goes to pyproject.toml where npm is not in use", async () => {
    const project = '[project]\nname = "x"\n\n[tool.ruff]\nline-length = 100\n';
    const { root, read } = await setUp({ "app.py": leak, "pyproject.toml": project });
    expect(read("pyproject.toml")).toBe(`${project}\n[tool.keylint]\nbaseline = "keylint-baseline.jsonl"\n`);
    expect(told(root)).toMatchObject({ status: 0 });
  });

  test("is not needed where only notes are found: they are there, and fail nothing", async () => {
    const { root, stdout } = await setUp({ "examples/app.py": leak });
    expect(told(root)).toMatchObject({ status: 0, findings: ["examples/app.py:3 hardcoded-key note"] });
    expect(stdout).not.toContain("No key is found");
    expect(stdout).toContain("Nothing that is found today makes keylint fail, so neither");
    expect(existsSync(join(root, "keylint.config.json"))).toBe(false);
  });

  test("is not needed where nothing is found, and is let be where there is one", async () => {
    const { root, stdout } = await setUp({ "app.py": clean });
    expect(stdout).toContain("Nothing that is found today makes keylint fail, so neither");
    expect(existsSync(join(root, "keylint.config.json"))).toBe(false);
    expect((await setUp({ "app.py": leak, "keylint.config.json": "{}" })).stdout).toContain("keylint is configured already.");
  });
});

describe("what git ignores", () => {
  test("is .env, where an example shows what it holds", async () => {
    expect((await setUp({ ".env.example": "KEY=\n", ".gitignore": "node_modules" })).read(".gitignore")).toBe("node_modules\n.env\n");
    expect((await setUp({ ".env.example": "KEY=\n" })).read(".gitignore")).toBe(".env\n");
    expect((await setUp({ ".env.example": "KEY=\n", ".gitignore": "*.env\n" })).read(".gitignore")).toBe("*.env\n");
    expect((await setUp({ ".gitignore": "x\n" })).read(".gitignore")).toBe("x\n");
    expect((await setUp({ ".env": "A=b\n", ".env.example": "A=\n", ".gitignore": "x\n" })).read(".gitignore")).toBe("x\n");
  });
});

describe("nothing is lost", () => {
  test("a second time nothing is left to do", async () => {
    const { root } = await setUp({ "app.py": leak, "package.json": "{}", ".env.example": "A=\n" }, { origin: "git@github.com:a/b.git" });
    const before = git(root, "status", "--porcelain", "--untracked-files=all");
    const { stdout, status } = await again(root);
    expect(status).toBe(0);
    expect(stdout).not.toContain("Written");
    expect(git(root, "status", "--porcelain", "--untracked-files=all")).toBe(before);
  });

  test("without --yes, and with nobody to ask, nothing is written", async () => {
    const { root, stdout, status } = await setUp({ "app.py": leak, "package.json": "{}" }, { argv: [] });
    expect(status).toBe(0);
    expect(stdout).toContain("keylint.config.json (new)");
    expect(stdout).toContain("Nothing was written. keylint init --yes writes all of it");
    expect(git(root, "status", "--porcelain", "--untracked-files=all").trim().split("\n")).toEqual(["A  app.py", "A  package.json"]);
    expect(existsSync(join(root, ".git/hooks/pre-commit"))).toBe(false);
  });

  test("a link leads nowhere, and a read-only file stays; the rest is written", async () => {
    const elsewhere = folderWith({});
    const root = stagedProject({ "package.json": "{}", "app.py": leak, ".gitlab-ci.yml": "a: 1\n" });
    symlinkSync(elsewhere, join(root, ".github"));
    git(root, "remote", "add", "origin", "git@github.com:a/b.git");
    const linked = await again(root);
    expect(linked).toMatchObject({ status: 2, stderr: "keylint: .github/workflows/keylint.yml was left as it is: .github is no folder of this repository.\n" });
    expect(linked.stdout).toContain("Written: .git/hooks/pre-commit, keylint.config.json, keylint-baseline.jsonl.");
    expect(existsSync(join(elsewhere, "workflows"))).toBe(false);
    const closed = stagedProject({ ".gitlab-ci.yml": "a: 1\n" });
    chmodSync(join(closed, ".gitlab-ci.yml"), 0o444);
    expect(await again(closed)).toMatchObject({ status: 2, stderr: "keylint: .gitlab-ci.yml was left as it is: it is read-only.\n" });
  });

  test("a file that cannot be read is no missing one", async () => {
    const { status, stderr, read } = await setUp({ "package.json": "{}", ".husky/pre-commit": Buffer.from([0xff, 0xfe, 0x0a]) });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(".husky/pre-commit was left as it is") });
    expect(read(".husky/pre-commit").length).toBe(3);
  });

  test("nothing of what stands around a change is shown", async () => {
    const secret = "s3cr3t-that-nobody-may-see";
    const { stdout } = await setUp({ ".gitlab-ci.yml": `variables:\n  JWT_SECRET: ${secret}\n`, ".pre-commit-config.yaml": `repos:\n- repo: ${secret}\n  hooks: []\n`, "package.json": `{"x": "${secret}"}` });
    expect(stdout).not.toContain(secret);
  });

  test("there must be a repository, and no path is taken", async () => {
    expect(await keylintLater(folderWith({}), ["init"])).toMatchObject({ status: 2, stderr: expect.stringContaining("git init makes one") });
    expect(await keylintLater(stagedProject({}), ["init", "src"])).toMatchObject({ status: 2, stderr: expect.stringContaining("keylint init takes no files") });
  });
});

describe("in a terminal", () => {
  async function answering(...answers: readonly string[]): Promise<SetUp> {
    const root = stagedProject({ "app.py": leak, "package.json": "{}", ".env.example": "A=\n" });
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    let asked = 0;
    output.setEncoding("utf8").on("data", (text: string) => {
      if (!text.includes("[q]uit: ")) return;
      const answer = answers[asked++];
      if (answer === undefined) input.end();
      else input.write(`${answer}\n`);
    });
    const ran = await keylintLater(root, ["init"], { tty: true, streams: { input, output } });
    return { ...ran, root, read: (path) => readFileSync(join(root, path), "utf8") };
  }
  const there = ({ root }: SetUp): readonly string[] => [".git/hooks/pre-commit", "keylint.config.json", "keylint-baseline.jsonl", ".gitignore"].filter((path) => existsSync(join(root, path)));

  test("only what is agreed to is written", async () => {
    expect(there(await answering("y", "n", "yes"))).toEqual([".git/hooks/pre-commit", ".gitignore"]);
    expect(there(await answering("n", "y", ""))).toEqual(["keylint.config.json", "keylint-baseline.jsonl"]);
    expect(there(await answering("n", "all"))).toEqual(["keylint.config.json", "keylint-baseline.jsonl", ".gitignore"]);
    expect(there(await answering("y", "q"))).toEqual([".git/hooks/pre-commit"]);
  });

  test("who goes away has agreed to nothing more", async () => {
    expect(there(await answering("y"))).toEqual([".git/hooks/pre-commit"]);
    expect(there(await answering())).toEqual([]);
  });
});
