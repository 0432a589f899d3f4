import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { folderWith, git } from "../discover/repository.ts";
import { keylint, leak, stagedProject, told } from "./keylint.ts";


describe("strange file names", () => {
  const names = [
    "a\n::error title=x::y.py", "::error title=x::y.py", "a\r::warning::b.py", "\u001b[31mred\u001b[0m.py", "a\u0007b.py", "quo\"te's.py", "back\\slash.py", "com,ma:colon%.py", "sp ace .py",
    "emoji🔑.py", "e\u0301.py", "\u202egnp.py", "--fail-on=never", "-x.py", "$(touch x).py", "`id`.py", "a;b&c|d.py", "<script>.py", "[x]{y}*?.py", "constructor.py", "__proto__.py", "a\u2028b.py", "\u0085n.py",
  ];
  const files = Object.fromEntries(names.map((name) => [name.endsWith(".py") ? name : `${name}/a.py`, leak]));

  test.each([["in git", stagedProject], ["without git", folderWith]])("%s each gives its finding", (_what, make) => {
    const { status, findings } = told(make(files), ["--", "."]);
    expect(findings).toHaveLength(names.length);
    expect(status).toBe(1);
  });

  test.each(FORMATS)("%s: none becomes a command, a line or a colour", (format) => {
    const { stdout, stderr } = keylint(stagedProject(files), ["--format", format, ".", ...names.map((name) => `./gone/${name}`)]);
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
    const commands = stdout.split("\n").filter((line) => /^\s*::/.test(line));
    const own = format === "github" ? /^::(error|warning|notice) file=[^:]*,title=keylint%3A [^:,]*::/ : /^$/;
    expect(commands.filter((line) => !own.test(line))).toEqual([]);
  });

  test.runIf(process.platform === "linux").each([["in git", true], ["without git", false]])("not UTF-8, %s: said, and the others are read; --strict fails", (_what, inGit) => {
    const root = folderWith({ "good.py": leak });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff, 0xfe]), Buffer.from(".py")]), leak);
    mkdirSync(Buffer.concat([Buffer.from(`${root}/d`), Buffer.from([0xff])]));
    if (inGit) git(root, "init", "--quiet");
    writeFileSync(Buffer.concat([Buffer.from(`${root}/picture`), Buffer.from([0xff]), Buffer.from(".png")]), "");
    const { status, findings, failures } = told(root);
    expect({ status, findings }).toEqual({ status: 1, findings: ["good.py:3 hardcoded-key error"] });
    // Git lists no empty folder.
    expect(failures).toEqual(["b\ufffd\ufffd.py", ...(inGit ? [] : ["d\ufffd"])].map((path) => `${path}: its name is not UTF-8, so it was not looked at; rename it`));
    expect(told(root, ["--strict"]).status).toBe(2);
  });

  test.runIf(process.platform === "linux")("that differ in case only", () => {
    expect(told(stagedProject({ "App.py": leak, "app.py": leak, "APP/a.py": leak, "app/a.py": leak })).findings).toHaveLength(4);
  });

  test("very long, and very deep", () => {
    const deep = `${"d/".repeat(300)}a.py`;
    const { findings } = told(stagedProject({ [`${"n".repeat(250)}.py`]: leak, [deep]: leak }));
    expect(findings).toHaveLength(2);
  });

  test.runIf(process.platform === "linux").each([
    ["a file", 19, false], ["a folder", 40, false], ["a file in git", 19, true], ["a folder in git", 40, true],
  ])("%s too deep to be opened by its path: said, and --strict fails", (_what, depth, inGit) => {
    const root = folderWith({ "good.py": leak });
    if (inGit) git(root, "init", "--quiet");
    const before = process.cwd();
    onTestFinished(() => void execFileSync("rm", ["-rf", root]));
    process.chdir(root);
    for (let at = 0; at < depth; at++) {
      mkdirSync("d".repeat(200));
      process.chdir("d".repeat(200));
    }
    // The folder's path is shorter than what a system takes (4,096 bytes), and the file's longer.
    writeFileSync(`${"f".repeat(250)}.py`, leak);
    process.chdir(before);
    const { status, findings, failures } = told(root);
    expect({ status, findings }).toEqual({ status: 1, findings: ["good.py:3 hardcoded-key error"] });
    expect(failures).toEqual([expect.stringMatching(/^d.*: (the folder was not looked into|its name is too long for this system)/)]);
    expect(told(root, ["--strict"]).status).toBe(2);
  });

  test.runIf(process.platform === "linux")("a tracked path that no file can have here is said", () => {
    const root = stagedProject({ "good.py": leak });
    git(root, "update-index", "--add", "--cacheinfo", `100644,${git(root, "rev-parse", ":good.py").trim()},${"d/".repeat(2500)}a.py`);
    for (const more of [[], ["--no-cache"]]) {
      expect(told(root, more)).toMatchObject({ status: 1, findings: ["good.py:3 hardcoded-key error"], failures: [expect.stringContaining("a.py: it does not exist")] });
    }
  });
});

describe.runIf(process.platform !== "win32")("what is no file", () => {
  /** Made in a folder beside a good file. */
  const made: [string, (root: string) => void][] = [
    ["a link to nothing", (root) => { symlinkSync("gone.py", join(root, "x.py")); }],
    ["a link to itself", (root) => { symlinkSync("x.py", join(root, "x.py")); }],
    ["a link to its own folder", (root) => { symlinkSync(".", join(root, "x.py")); }],
    ["a link to the folder above", (root) => { symlinkSync("..", join(root, "x.py")); }],
    ["a link to the top of the disk", (root) => { symlinkSync("/", join(root, "x.py")); }],
    ["a link to a device", (root) => { symlinkSync("/dev/zero", join(root, "x.py")); }],
    ["a pipe", (root) => { execFileSync("mkfifo", [join(root, "x.py")]); }],
    ["a pipe as .gitignore", (root) => { execFileSync("mkfifo", [join(root, ".gitignore")]); }],
    ["a pipe as the configuration", (root) => { execFileSync("mkfifo", [join(root, "keylint.config.json")]); }],
    ["a pipe as a manifest", (root) => { execFileSync("mkfifo", [join(root, "package.json")]); }],
    ["a folder of a file's name", (root) => { mkdirSync(join(root, "x.py")); }],
  ];

  test.each(made)("%s is passed by while walking", (_what, make) => {
    const root = folderWith({ "good.py": leak });
    make(root);
    expect(told(root)).toMatchObject({ status: 1, findings: ["good.py:3 hardcoded-key error"], failures: [] });
  });

  test.each(made.filter(([what]) => !what.includes(" as ")))("%s is passed by in git", (_what, make) => {
    const root = folderWith({ "good.py": leak });
    git(root, "init", "--quiet");
    make(root);
    expect(told(root)).toMatchObject({ status: 1, findings: ["good.py:3 hardcoded-key error"], failures: [] });
  });

  test("a socket is passed by, and no file to name", async () => {
    const root = folderWith({ "good.py": leak });
    const server = spawn(process.execPath, ["-e", `require("net").createServer().listen("x.py", () => console.log("on"))`], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    onTestFinished(() => void server.kill());
    await once(server.stdout, "data");
    expect(told(root)).toMatchObject({ status: 1, findings: ["good.py:3 hardcoded-key error"], failures: [] });
    expect(told(root, ["good.py", "x.py"])).toMatchObject({ status: 2, findings: ["good.py:3 hardcoded-key error"], failures: ["!x.py: this is neither a file nor a folder; name one of these"] });
  });

  test.each([
    ["a pipe", (root: string) => { execFileSync("mkfifo", [join(root, "x.py")]); return "x.py"; }, "neither a file nor a folder"],
    ["a device", () => "/dev/zero", "neither a file nor a folder"],
    ["a link to a device", (root: string) => { symlinkSync("/dev/zero", join(root, "x.py")); return "x.py"; }, "neither a file nor a folder"],
    ["a link to nothing", (root: string) => { symlinkSync("gone", join(root, "x.py")); return "x.py"; }, "there is no such file or folder"],
    ["a link to itself", (root: string) => { symlinkSync("x.py", join(root, "x.py")); return "x.py"; }, "it cannot be looked at"],
    ["a path through a file", () => "good.py/x.py", "a part of its path is no folder"],
    ["a name that is too long", () => `${"n".repeat(5000)}.py`, "it cannot be looked at"],
    ["a NUL", () => "a\0.py", "it cannot be looked at"],
  ])("%s that is named is said, and the others are linted", (_what, make, message) => {
    const root = folderWith({ "good.py": leak });
    const { status, findings, failures } = told(root, [make(root), "good.py"]);
    expect({ status, findings }).toEqual({ status: 2, findings: ["good.py:3 hardcoded-key error"] });
    expect(failures).toEqual([expect.stringContaining(message)]);
  });

  test("links to folders are not followed while walking, and a named one is", () => {
    const outside = folderWith({ "secret.py": leak });
    for (const make of [folderWith, stagedProject]) {
      const root = make({ "good.py": leak, "real/a.py": leak });
      symlinkSync(outside, join(root, "out"));
      symlinkSync("real", join(root, "in"));
      expect(told(root).findings).toEqual(["good.py:3 hardcoded-key error", "real/a.py:3 hardcoded-key error"]);
      expect(told(root, ["in"]).findings).toEqual(["real/a.py:3 hardcoded-key error"]);
    }
  });

  test("a tracked file that is missing, or has become a folder, a link or a pipe", () => {
    const root = stagedProject({ "good.py": leak, "gone.py": leak, "folder.py": leak, "link.py": leak, "pipe.py": leak, "d/deep.py": leak });
    for (const name of ["gone.py", "folder.py", "link.py", "pipe.py"]) unlinkSync(join(root, name));
    rmSync(join(root, "d"), { recursive: true });
    writeFileSync(join(root, "d"), "");
    mkdirSync(join(root, "folder.py"));
    symlinkSync("/etc/passwd", join(root, "link.py"));
    execFileSync("mkfifo", [join(root, "pipe.py")]);
    const { status, findings, failures } = told(root);
    expect({ status, findings }).toEqual({ status: 1, findings: ["good.py:3 hardcoded-key error"] });
    expect(failures).toEqual(["folder.py: it is a folder, not a file", expect.stringMatching(/^link\.py: it is a symbolic link/), expect.stringMatching(/^pipe\.py: it is no regular file/)]);
  });
});
