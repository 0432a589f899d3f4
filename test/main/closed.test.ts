import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { asOrdinary } from "../support/ordinary.ts";
import { key, keylint, leak, stagedProject, told, token, type Files, type Told } from "./keylint.ts";

const found = "good.py:3 hardcoded-key error";
const denied = "permission denied; let the user who runs keylint read it, or exclude it";
const signed = { stdin: () => Buffer.from(token) };

/** Untracked, for git. */
function untracked(files: Files): string {
  const root = folderWith(files);
  git(root, "init", "--quiet");
  return root;
}

/** Takes rights away, and runs keylint as somebody who feels that. */
function closed(root: string, modes: Readonly<{ [path: string]: number }>, argv: readonly string[] = [], cwd = root): Told {
  for (const [path, mode] of Object.entries(modes)) chmodSync(join(root, path), mode);
  const ran = asOrdinary(root, () => told(cwd, argv));
  for (const path of Object.keys(modes)) chmodSync(join(root, path), 0o700);
  return ran;
}

// What is loaded on first use is loaded.
beforeAll(() => void keylint(fileURLToPath(new URL("../../fixtures/article", import.meta.url)), ["--format", "json", "."]), 120_000);

describe.runIf(process.platform !== "win32").each([["without git", folderWith], ["untracked", untracked], ["staged", stagedProject], ["committed", repositoryWith]])("%s, what the user must not read", (where, make) => {
  const ways = [[], ["--no-cache"], ["--no-ignore"]];

  test.each(ways)("a file: said, and --strict fails %s", (...more) => {
    const root = make({ "good.py": leak, "shut.py": leak });
    expect(closed(root, { "shut.py": 0 }, more)).toMatchObject({ status: 1, findings: [found], failures: [`shut.py: ${denied}`] });
    expect(closed(root, { "shut.py": 0 }, [...more, "--strict"]).status).toBe(2);
  });

  test.each(ways)("a folder that does not tell what is in it: said, and --strict fails %s", (...more) => {
    const root = make({ "good.py": leak, "shut/a.py": leak, "shut/b/c.py": leak });
    const folder = `shut: the folder was not looked into: ${denied}`;
    const tracked = [`shut/a.py: ${denied}`, `shut/b/c.py: ${denied}`];
    const failures = { "without git": [folder], untracked: [folder], staged: [folder, ...tracked], committed: [folder, ...tracked] }[where];
    expect(closed(root, { shut: 0 }, more)).toMatchObject({ status: 1, findings: [found], failures });
    expect(closed(root, { shut: 0 }, [...more, "--strict"]).status).toBe(2);
  });

  test("a folder that tells names only: said, and --strict fails", () => {
    const root = make({ "good.py": leak, "shut/a.py": leak });
    expect(closed(root, { shut: 0o444 })).toMatchObject({ status: 1, findings: [found], failures: [`shut/a.py: ${denied}`] });
    expect(closed(root, { shut: 0o444 }, ["--strict"]).status).toBe(2);
  });

  test("a folder that was named: exit status 2, whatever --fail-on says, and the others are linted", () => {
    const root = make({ "good.py": leak, "shut/a.py": leak, "open/a.py": leak });
    const { status, findings, failures } = closed(root, { shut: 0 }, ["--fail-on", "never", "open", "shut"]);
    expect({ status, findings }).toEqual({ status: 2, findings: ["open/a.py:3 hardcoded-key error"] });
    expect(failures).toContainEqual(expect.stringContaining("permission denied"));
    expect(closed(root, { shut: 0 }, ["open"])).toMatchObject({ status: 1, failures: [] });
  });

  test.each([["enter", 0o644], ["list", 0o311]])("the current directory, which it must not %s: exit status 2", (_what, mode) => {
    const root = make({ "here/good.py": leak });
    const { status, stdout, stderr } = closed(root, { here: mode }, ["--fail-on", "never", "here"]);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain("permission denied");
    expect(stderr).not.toContain("crashed");
  });

  test("a baseline keeps what may be there still", () => {
    const root = make({ "good.py": leak, "shut/a.py": leak });
    asOrdinary(root, () => keylint(root, ["--update-baseline", "--baseline", "known.jsonl", "."]));
    expect(closed(root, { shut: 0 }, ["--update-baseline", "--baseline", "known.jsonl", "."]).stderr).toContain("0 stale removed");
    expect(told(root, ["--baseline", "known.jsonl", "."])).toMatchObject({ status: 0, findings: [] });
  });

  test("keylint verify says which keys it did not try", () => {
    const root = make({ ".gitignore": "*.local\n", "good.py": leak, "shut/a.py": leak, "shut.py": leak });
    writeFileSync(join(root, ".env.local"), `SECRET_KEY=${key}\n`);
    for (const path of ["shut", "shut.py", ".env.local"]) chmodSync(join(root, path), 0);
    const { stderr } = asOrdinary(root, () => keylint(root, ["verify"], signed));
    chmodSync(join(root, "shut"), 0o700);
    for (const path of ["shut: ", "shut.py", ".env.local"]) expect(stderr).toContain(path);
  });
});
