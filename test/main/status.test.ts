import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { clean, keylint, leak, stagedProject, told } from "./keylint.ts";

describe("0", () => {
  test.each([
    ["nothing found", { "app.py": clean }, []],
    ["no file at all", {}, []],
    ["findings in contexts that are not shown", { "tests/app.py": leak }, []],
    ["findings below --fail-on", { "dev/app.py": leak }, ["--fail-on", "error"]],
    ["--fail-on never", { "app.py": leak }, ["--fail-on", "never"]],
    ["a file that is not understood", { "app.py": `${clean}x = (\n` }, []],
    ["a named file of no known kind", { "README.md": leak }, ["README.md"]],
  ])("%s", (_what, files, argv) => {
    expect(keylint(stagedProject(files), argv).status).toBe(0);
    expect(keylint(folderWith(files), argv).status).toBe(0);
  });
});

describe("1", () => {
  test.each([
    ["an error", { "app.py": leak }, []],
    ["a warning", { "dev/app.py": leak }, []],
    ["a warning, asked for", { "dev/app.py": leak }, ["--fail-on", "warning"]],
    ["an error, asked for", { "app.py": leak }, ["--fail-on", "error"]],
    ["a note, asked for", { "tests/app.py": leak }, ["--fail-on", "note", "--context", "all"]],
    ["an unused ignore where notes count", { "app.py": "# keylint-ignore short-key\n" }, ["--fail-on", "note"]],
  ])("%s", (_what, files, argv) => {
    expect(keylint(stagedProject(files), argv).status).toBe(1);
  });

  test("not for a note, unless asked for", () => {
    expect(keylint(stagedProject({ "tests/app.py": leak }), ["--context", "all"]).status).toBe(0);
  });
});

describe("2", () => {
  test("a path that does not exist, and what is found elsewhere is written all the same", () => {
    const { status, findings, failures } = told(stagedProject({ "app.py": leak }), ["gone.py", "app.py"]);
    expect(status).toBe(2);
    expect(findings).toEqual(["app.py:3 hardcoded-key error"]);
    expect(failures).toEqual(["!gone.py: there is no such file or folder; check the path"]);
  });

  test("even with --fail-on never", () => {
    expect(keylint(folderWith(), ["gone.py", "--fail-on", "never"]).status).toBe(2);
  });

  test.each([
    ["an unknown option", ["--sarif"]],
    ["an empty path", [""]],
    ["an unknown topic", ["explain", "shrt-key"]],
    ["a configuration that is not there", ["--config", "gone.json"]],
    ["stdin without a name", ["--stdin"]],
  ])("%s: said on stderr, nothing on stdout", (_what, argv) => {
    const { status, stdout, stderr } = keylint(stagedProject({ "app.py": leak }), argv);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^keylint: .+\n$/s);
  });

  test("a file that is not understood, with --strict; findings are written all the same", () => {
    const { status, findings, failures } = told(stagedProject({ "bad.py": `${leak}x = (\n`, "good.py": leak }), ["--strict"]);
    expect(status).toBe(2);
    expect(findings).toEqual(["bad.py:3 hardcoded-key error", "good.py:3 hardcoded-key error"]);
    expect(failures).toEqual([expect.stringMatching(/^bad\.py: could not be parsed as Python/)]);
  });
});

test("data goes to stdout, all else to stderr", () => {
  const root = stagedProject({ "app.py": leak });
  const { stdout, stderr } = keylint(root, ["--format", "json", "--debug"]);
  expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  expect(stderr).toContain("1 files, 1 read, 1 keys");
});

test("--help, --version and explain print and end with 0, without looking at a file", () => {
  const root = folderWith({ "keylint.config.json": "{" });
  for (const argv of [["--help"], ["-h"], ["--version"], ["explain", "short-key"], ["explain", "flask"], ["--help", "gone.py"]]) {
    const { status, stdout, stderr } = keylint(root, argv);
    expect({ argv, status, stderr, empty: stdout === "" }).toEqual({ argv, status: 0, stderr: "", empty: false });
  }
  expect(keylint(root, ["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

test("explain names the nearest when there is none of that name", () => {
  expect(keylint(folderWith(), ["explain", "shrt-key"]).stderr).toContain('did you mean "short-key"?');
});
