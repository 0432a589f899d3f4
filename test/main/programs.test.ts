import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { folderWith, git, hermetic, repositoryWith } from "../discover/repository.ts";
import { Editor } from "../support/editor.ts";
import { keylintLater, leak, token } from "./keylint.ts";

/** Settings that name a program. https://git-scm.com/docs/git-config */
const settings = [
  "core.fsmonitor", "core.pager", "core.sshCommand", "core.gitProxy", "core.editor", "core.askPass", "core.alternateRefsCommand", "sequence.editor", "gpg.program", "gpg.ssh.program", "gpg.x509.program",
  "credential.helper", "diff.external", "interactive.diffFilter", "pager.log", "pager.ls-files", "uploadpack.packObjectsHook", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
  "diff.evil.textconv", "diff.evil.command", "merge.evil.driver", ...["ls-files", "rev-parse", "cat-file", "log", "diff-index", "ls-tree", "rev-list", "check-ignore"].map((name) => `alias.${name}`),
];

const hooks = ["pre-commit", "post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction", "pre-auto-gc"];

/** What an attacker has in a repository: each program leaves its name in a folder. */
interface Trap {
  readonly root: string;
  /** A program of that name. */
  program(name: string): string;
  /** The programs that ran. */
  ran(): readonly string[];
}

function trap(): Trap {
  const root = repositoryWith({ "good.py": leak, "a.txt": Buffer.from("\ufeffa\n", "utf16le"), ".gitattributes": "*.py filter=evil diff=evil merge=evil\n*.txt working-tree-encoding=UTF-16\n" });
  const beside = folderWith();
  const marks = join(beside, "marks");
  mkdirSync(marks);
  return {
    root,
    program(name) {
      const file = join(beside, name);
      writeFileSync(file, `#!/bin/sh\n: > '${join(marks, name)}'\nexit 1\n`, { mode: 0o755 });
      return file;
    },
    ran: () => readdirSync(marks).sort(),
  };
}

/** Sets everything that names a program, in a file of settings. */
function arm({ root, program }: Trap, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const set = (name: string, value: string): void => void git(root, "config", "--file", file, name, value);
  for (const name of settings) set(name, (name.startsWith("alias.") ? "!" : "") + program(name));
  set("log.showSignature", "true");
  set("filter.evil.required", "true");
  for (const hook of hooks) {
    const line = `#!/bin/sh\nexec '${program(`hook-${hook}`)}' </dev/null\n`;
    mkdirSync(join(root, ".git/hooks"), { recursive: true });
    writeFileSync(join(root, ".git/hooks", hook), line, { mode: 0o755 });
  }
}

/** Something that git has to look at anew. */
function change(root: string): void {
  writeFileSync(join(root, "new.py"), leak);
  git(root, "add", "new.py");
  writeFileSync(join(root, "good.py"), `${leak}# changed\n`);
}

/** A clone that lacks a file of its commit and of its index, and says where git would fetch them. */
function lacking({ root }: Trap, url: string, more: Readonly<{ [name: string]: string }> = {}): void {
  git(root, "update-index", "--add", "--cacheinfo", `100644,${"1".repeat(40)},lack.py`);
  const tree = execFileSync("git", ["-C", root, "mktree", "--missing"], { env: hermetic, input: `100644 blob ${"2".repeat(40)}\tlack.py\n`, encoding: "utf8" }).trim();
  git(root, "update-ref", "HEAD", git(root, "commit-tree", "-p", "HEAD", "-m", "x", tree).trim());
  for (const [name, value] of Object.entries({ "core.repositoryformatversion": "1", "extensions.partialClone": "o", "remote.o.url": url, "remote.o.promisor": "true", "protocol.allow": "always", ...more })) git(root, "config", name, value);
}

/** Each mode in which git is asked. */
const ways: readonly (readonly string[])[] = [
  ["."], ["--no-cache", "--no-ignore", "."], ["good.py"], ["--staged"], ["--since", "HEAD~0", "."], ["history"], ["verify"], ["verify", "--history"], ["--stdin", "--stdin-filename", "good.py"],
  ["--fix-dry-run", "."], ["init"], ["generate", "flask", "--into", ".env"], ["--update-baseline", "--baseline", "known.jsonl", "."], ["--fix", "."], ["init", "--yes"],
];

/** A submodule of the same files, with what an attacker has in its settings and in those of how it is brought up to date. */
function withSubmodule(one: Trap): void {
  git(one.root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", one.root, "sub");
  git(one.root, "config", "submodule.sub.update", `!${one.program("update")}`);
  git(one.root, "commit", "--quiet", "--all", "--message", "second");
  change(join(one.root, "sub"));
  arm(one, join(one.root, ".git/modules/sub/config"));
}

async function runAll(root: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  for (const argv of ways) {
    const { stderr } = await keylintLater(root, argv, { env, stdin: () => Buffer.from(token) });
    expect(stderr, argv.join(" ")).not.toContain("crashed");
  }
  const [input, output] = [new PassThrough(), new PassThrough()];
  const ran = keylintLater(root, ["lsp"], { streams: { input, output }, env });
  const editor = new Editor(output, input, root);
  await editor.start();
  expect(await editor.open("good.py", leak)).toHaveLength(1);
  input.end();
  await ran;
}

/** Asks git as anybody does; what it runs may make it fail. */
function forbiddingNothing(root: string, env: NodeJS.ProcessEnv = {}): void {
  spawnSync("git", ["-C", root, "status"], { env: { ...hermetic, ...env }, stdio: "ignore" });
}

describe.runIf(process.platform !== "win32")("no mode of keylint runs a program that a repository names", () => {
  const places: [string, (trap: Trap) => void][] = [
    ["its settings", (one) => { arm(one, join(one.root, ".git/config")); }],
    ["settings that its own include", (one) => { arm(one, join(one.root, "evil")); git(one.root, "config", "include.path", "../evil"); }],
    ["settings that its own include on a condition", (one) => { arm(one, join(one.root, "evil")); git(one.root, "config", `includeIf.gitdir:${one.root}/.path`, "../evil"); }],
    ["its work tree's own settings", (one) => {
      git(one.root, "config", "core.repositoryformatversion", "1");
      git(one.root, "config", "extensions.worktreeConfig", "true");
      arm(one, join(one.root, ".git/config.worktree"));
    }],
    ["its submodule's settings", withSubmodule],
  ];

  test.each(places)("in %s", async (_what, set) => {
    const one = trap();
    change(one.root);
    set(one);
    await runAll(one.root);
    expect(one.ran()).toEqual([]);
    // It does so for who does not forbid it.
    forbiddingNothing(one.root);
    expect(one.ran()).toEqual(expect.arrayContaining(["core.fsmonitor"]));
  });

  test("in a submodule that is named", async () => {
    const one = trap();
    withSubmodule(one);
    await runAll(join(one.root, "sub"));
    expect(one.ran()).toEqual([]);
    forbiddingNothing(join(one.root, "sub"));
    expect(one.ran()).toEqual(expect.arrayContaining(["core.fsmonitor"]));
  });

  const remotes: [string, string, (trap: Trap) => void][] = [
    ["a command", "fetch", (one) => { lacking(one, `ext::${one.program("fetch")} %S`); }],
    ["another upload-pack", "fetch", (one) => { lacking(one, repositoryWith({}), { "remote.o.uploadpack": one.program("fetch") }); }],
    ["ssh", "core.sshCommand", (one) => { lacking(one, "ssh://localhost/x", { "core.sshCommand": one.program("core.sshCommand") }); }],
  ];

  test.each(remotes)("to fetch what a partial clone lacks: %s", async (_what, name, set) => {
    const one = trap();
    set(one);
    await runAll(one.root);
    await runAll(one.root, { GIT_ALLOW_PROTOCOL: "ext:ssh:file", GIT_NO_LAZY_FETCH: "0" });
    expect(one.ran()).toEqual([]);
    expect(() => git(one.root, "cat-file", "-p", "2".repeat(40))).toThrow();
    expect(one.ran()).toEqual([name]);
  });

  test("nor one that the environment names for git", async () => {
    const one = trap();
    change(one.root);
    const names = ["GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_SSH_COMMAND", "GIT_SSH", "GIT_EDITOR", "GIT_ASKPASS", "GIT_PROXY_COMMAND", "GIT_SEQUENCE_EDITOR"];
    await runAll(one.root, Object.fromEntries(names.map((name) => [name, one.program(name)])));
    expect(one.ran()).toEqual([]);
  });

  const told: readonly [string, (one: Trap) => NodeJS.ProcessEnv][] = [
    ["settings one by one", (one) => Object.fromEntries([["GIT_CONFIG_COUNT", `${settings.length}`], ...settings.flatMap((name, at) => [[`GIT_CONFIG_KEY_${at}`, name], [`GIT_CONFIG_VALUE_${at}`, (name.startsWith("alias.") ? "!" : "") + one.program(name)]])])],
    ["settings as git hands them to its own programs", (one) => ({ GIT_CONFIG_PARAMETERS: settings.filter((name) => !name.startsWith("alias.")).map((name) => `'${name}'='${one.program(name)}'`).join(" ") })],
    ["a file of settings that lies in the repository", (one) => {
      arm(one, join(one.root, "evil"));
      return { GIT_CONFIG_GLOBAL: join(one.root, "evil") };
    }],
  ];

  test.each(told)("nor one that the environment sets for git: %s", async (_what, set) => {
    const one = trap();
    change(one.root);
    const env = set(one);
    await runAll(one.root, env);
    expect(one.ran()).toEqual([]);
    forbiddingNothing(one.root, env);
    expect(one.ran()).toEqual(expect.arrayContaining(["core.fsmonitor"]));
  });

  test("in a bare repository that lies among its files, and is named", async () => {
    const one = trap();
    const inner = join(one.root, "sub");
    git(one.root, "init", "--quiet", "--bare", inner);
    arm(one, join(inner, "config"));
    writeFileSync(join(inner, "good.py"), leak);
    for (const [name, value] of [["core.bare", "false"], ["core.worktree", one.root]] as const) git(one.root, "config", "--file", join(inner, "config"), name, value);
    rmSync(join(one.root, ".git/hooks"), { recursive: true });
    await runAll(inner);
    expect(one.ran()).toEqual([]);
    expect(existsSync(join(inner, "keylint"))).toBe(false);
  });
});
