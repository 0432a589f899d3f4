import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { reporters } from "../../src/reporters/index.ts";
import { folderWith } from "../discover/repository.ts";
import { clean, key, keylint, leak, leakInJavaScript, stagedProject } from "./keylint.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("each format", () => {
  test.each(FORMATS)("%s names the finding, the file that was not understood and the path that is missing", (format) => {
    const root = stagedProject({ "app.py": leak, "bad.py": `${clean}x = (\n` });
    const { status, stdout } = keylint(root, ["--format", format, ".", "gone.py"]);
    expect(status).toBe(2);
    for (const part of ["app.py", "hardcoded-key", "bad.py", "parsed as Python", "gone.py", "no such file"]) expect(stdout).toContain(part);
    expect(stdout).not.toContain(key);
  });

  test.each(FORMATS)("%s is the same on every run, and without a name of this machine", (format) => {
    const files = { "b/app.py": leak, "a/app.js": leakInJavaScript, "c/.env": "SECRET_KEY=plainly-invented-words\n" };
    const [first, second] = [stagedProject(files), stagedProject(files)];
    const once = keylint(first, ["--format", format], { now: () => 0 }).stdout;
    expect(keylint(first, ["--format", format], { now: () => 1e12 }).stdout).toBe(once);
    expect(keylint(second, ["--format", format], { env: { SOURCE_DATE_EPOCH: "315532800" } }).stdout).toBe(once);
    expect(keylint(second, ["--format", format], { env: { SOURCE_DATE_EPOCH: "no time" } }).stdout).toBe(once);
    expect(once).not.toContain(first);
  });

  test("a reporter may know when the run began: SOURCE_DATE_EPOCH in seconds, else the clock", () => {
    const shown = vi.spyOn(reporters, "stylish");
    const root = stagedProject({ "app.py": clean });
    for (const env of [{ SOURCE_DATE_EPOCH: "315532800" }, {}]) keylint(root, [], { env, now: () => 1e12 });
    expect(shown.mock.calls.map(([, { now }]) => now)).toEqual([315_532_800_000, 1e12]);
  });

  test.each(FORMATS)("%s is the same whatever order the disk gives the files in", (format) => {
    const names = ["z.py", "a.py", "m/b.py", "m.py", "B.py"];
    const [first, second] = [names, names.toReversed()].map((order) => folderWith(Object.fromEntries(order.map((name) => [name, leak]))));
    expect(keylint(first ?? "", ["--format", format]).stdout).toBe(keylint(second ?? "", ["--format", format]).stdout);
  });
});

describe("several reports", () => {
  test("each but one goes to a file", () => {
    const root = stagedProject({ "app.py": leak });
    const { status, stdout } = keylint(root, ["--format", "sarif", "--output", "out.sarif", "--format", "json", "--output", "out.json", "--format", "stylish"]);
    expect(status).toBe(1);
    expect(stdout).toContain("1 key to mend");
    expect(JSON.parse(readFileSync(join(root, "out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(JSON.parse(readFileSync(join(root, "out.json"), "utf8"))).toMatchObject({ findings: [{ rule: "hardcoded-key" }] });
  });

  test("one that cannot be written is said, and the others are written all the same", () => {
    const root = stagedProject({ "app.py": leak });
    mkdirSync(join(root, "taken"));
    const { status, stdout, stderr } = keylint(root, ["--format", "sarif", "--output", "none/out.sarif", "--format", "json", "--output", "taken", "--format", "github", "--output", "out.txt", "--format", "stylish"]);
    expect(status).toBe(2);
    expect(stderr).toContain("could not be written to none/out.sarif: its folder does not exist.");
    expect(stderr).toContain("could not be written to taken: it is a folder, not a file.");
    expect(stdout).toContain("1 key to mend");
    expect(readFileSync(join(root, "out.txt"), "utf8")).toContain("::error");
  });

  test("the category that was asked for stands in SARIF", () => {
    const { stdout } = keylint(folderWith({ "app.py": leak }), ["--format", "sarif", "--sarif-category", "backend"]);
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ automationDetails: { id: "backend/" } }] });
    expect(keylint(folderWith({ "app.py": leak }), ["--format", "sarif"]).stdout).not.toContain("automationDetails");
  });

  test("what lets the run fail is a failure in them, and nothing else is", () => {
    const root = stagedProject({ "app.py": leak, "bad.py": `${clean}x = (\n` });
    const counts = (...argv: readonly string[]): readonly string[] => [...keylint(root, ["--format", "junit", ...argv]).stdout.matchAll(/<testsuites .*?failures="([0-9]+)" errors="([0-9]+)"/g)].map(([, failures, errors]) => `${failures} and ${errors}`);
    expect([counts(), counts("--fail-on", "never"), counts("--strict")]).toEqual([["1 and 0"], ["0 and 0"], ["1 and 1"]]);
  });

  test("the name of one that cannot be written plays with no terminal", () => {
    expect(keylint(stagedProject({}), ["--output", "none\u001b[2J/out.txt"]).stderr).toContain("written to none\\x1b[2J/out.txt: its folder");
  });

  test("merged ones are written as one of a run is", () => {
    const root = stagedProject({ "app.py": leak });
    keylint(root, ["--format", "json", "--output", "report.json"]);
    const { status, stdout } = keylint(root, ["merge", "report.json", "--color", "--format", "sarif", "--output", "out.sarif", "--format", "stylish"]);
    expect(status).toBe(1);
    expect(stdout).toContain("\u001b[");
    expect(JSON.parse(readFileSync(join(root, "out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  test("merged ones keep the category that they have in common", () => {
    const root = stagedProject({ "app.py": leak });
    keylint(root, ["--format", "sarif", "--sarif-category", "backend", "--output", "report.sarif"]);
    expect(JSON.parse(keylint(root, ["merge", "--format", "sarif", "report.sarif"]).stdout)).toMatchObject({ runs: [{ automationDetails: { id: "backend/" } }] });
  });

  test("nothing is written that was not asked for", () => {
    const root = folderWith({ "app.py": leak });
    keylint(root);
    expect(existsSync(join(root, "out.sarif"))).toBe(false);
  });
});

describe("colours", () => {
  const root = (): string => stagedProject({ "app.py": leak });
  const cases: [string, { argv?: string[]; env?: { [name: string]: string }; tty: boolean }, boolean][] = [
    ["a terminal", { tty: true }, true],
    ["no terminal", { tty: false }, false],
    ["a terminal that can not", { tty: true, env: { TERM: "dumb" } }, false],
    ["NO_COLOR", { tty: true, env: { NO_COLOR: "1" } }, false],
    ["an empty NO_COLOR", { tty: true, env: { NO_COLOR: "" } }, true],
    ["FORCE_COLOR", { tty: false, env: { FORCE_COLOR: "1" } }, true],
    ["FORCE_COLOR=0", { tty: false, env: { FORCE_COLOR: "0" } }, false],
    ["NO_COLOR before FORCE_COLOR", { tty: true, env: { NO_COLOR: "1", FORCE_COLOR: "1" } }, false],
    ["--color before NO_COLOR", { tty: false, argv: ["--color"], env: { NO_COLOR: "1" } }, true],
    ["--no-color", { tty: true, argv: ["--no-color"], env: { FORCE_COLOR: "1" } }, false],
  ];
  test.each(cases)("%s", (_what, { argv = [], env = {}, tty }, colored) => {
    expect(keylint(root(), argv, { env, tty }).stdout.includes("\u001b[")).toBe(colored);
  });

  test("are never in a file", () => {
    const folder = root();
    keylint(folder, ["--color", "--output", "out.txt"], { tty: true });
    expect(readFileSync(join(folder, "out.txt"), "utf8")).not.toContain("\u001b");
  });
});
