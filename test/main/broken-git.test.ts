import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, git, hermetic, repositoryWith } from "../discover/repository.ts";
import { keylint, keylintLater, leak, stagedProject } from "./keylint.ts";

describe("a git that does not do what git does", () => {
  const real = execFileSync("bash", ["-c", "command -v git"], { encoding: "utf8" }).trim();

  /** The environment in which git does what a script says when it is asked for something. */
  function instead(asked: string, script: string): { readonly env: { readonly [name: string]: string } } {
    const bin = folderWith({ git: `#!/bin/bash\ngit() { "${real}" "$@"; }\ncase " $* " in *" ${asked} "*) ${script};; esac\nexec "${real}" "$@"\n` });
    chmodSync(join(bin, "git"), 0o755);
    return { env: { PATH: `${bin}:${hermetic["PATH"] ?? ""}` } };
  }

  const broken = { "ends early": "exit 3", "is killed": "kill -9 $$", "says half of it and ends": 'git "$@" | head -c 50; exit 128', "says half of it": 'git "$@" | head -c 50; exit 0', "says nonsense": "for i in {1..4000}; do echo nonsense; done; exit 0" };
  const cases = (asked: readonly string[]) => asked.flatMap((one) => Object.entries(broken).map(([how, script]) => [one, how, script] as const));
  const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`part${at}/app${at}.py`, leak]));

  test.each(cases(["ls-files"]))("lint, when %s %s: all files are looked at, and it is said", (asked, _, script) => {
    const root = stagedProject(files);
    const { status, stdout, stderr } = keylint(root, [], instead(asked, script));
    expect(status).toBe(1);
    expect(stdout).toContain("8 keys to mend");
    expect(stderr).toMatch(/^keylint: Git could not list the files\./);
  });

  test.each(cases(["ls-files", "diff-index"]))("--staged, when %s %s: nothing is looked at, and it is said", (asked, _, script) => {
    const root = repositoryWith({ "README.md": "# One\n" });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git(root, "add", "--all");
    expect(keylint(root, ["--staged"], instead(asked, script))).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("Try git status") as string });
  });

  test.each(cases(["ls-tree"]))("--since, when %s %s: it is said", (asked, _, script) => {
    const root = repositoryWith(files);
    expect(keylint(root, ["--since", "HEAD"], instead(asked, script))).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("Try git status") as string });
  });

  test.each(cases(["log"]))("history, when %s %s: it is said that older keys may be missing", async (asked, _, script) => {
    const root = repositoryWith(files);
    const { status, stdout } = await keylintLater(root, ["history", "--no-cache"], instead(asked, script));
    expect(status).toBe(2);
    expect(stdout).toContain("so older keys may be missing");
  });

  test.each(cases(["cat-file"]))("history, when %s %s: what could not be read is said", async (asked, _, script) => {
    const root = repositoryWith(files);
    const { status, stdout } = await keylintLater(root, ["history", "--no-cache", "--strict"], instead(asked, script));
    expect(status).toBe(2);
    expect(stdout).toContain("could not be read");
  });
});

test.runIf(process.platform !== "win32").each<[string, (root: string, pipe: string) => void]>([
  ["is a pipe", (root) => { execFileSync("mkfifo", [join(root, ".mailmap")]); }],
  ["is a link to a pipe elsewhere", (root, pipe) => { symlinkSync(pipe, join(root, ".mailmap")); }],
  ["is a pipe that the settings name", (root, pipe) => { git(root, "config", "mailmap.file", pipe); }],
  ["is a pipe in a linked folder that the settings name", (root, pipe) => {
    symlinkSync(join(pipe, ".."), join(root, "names"));
    git(root, "config", "mailmap.file", "names/pipe");
  }],
])("history does not read who somebody is, though the file for that %s", async (_what, make) => {
  const root = repositoryWith({ "app.py": leak });
  const pipe = join(folderWith(), "pipe");
  execFileSync("mkfifo", [pipe]);
  make(root, pipe);
  git(root, "config", "log.mailmap", "true");
  expect(await keylintLater(root, ["history", "--no-cache"])).toMatchObject({ status: 1, stderr: "" });
});
