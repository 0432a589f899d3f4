import { createHmac } from "node:crypto";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/world.ts";
import { folderWith, git, repositoryWith } from "../discover/repository.ts";
import { Editor } from "../support/editor.ts";
import { accepted, file, other, prune, write } from "./baselines.ts";
import { clean, key, keylint, keylintLater, leak, stagedProject, token, told } from "./keylint.ts";

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

  test("a current directory that is gone", () => {
    expect(told(join(folderWith(), "gone")).failures).toEqual(["!.: there is no such file or folder; check the path"]);
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
    ["an option that is a file too", ["--strict"]],
  ])("%s: said on stderr, nothing on stdout", (_what, argv) => {
    const { status, stdout, stderr } = keylint(stagedProject({ "app.py": leak, "--strict": "" }), argv);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^keylint: (?!it crashed).+\n$/s);
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

describe("of each command", () => {
  test("of what is staged and of stdin, as of a run", () => {
    const root = stagedProject({ "app.py": leak });
    write(root, "app.py", clean);
    expect([keylint(root).status, keylint(root, ["--staged"]).status]).toEqual([0, 1]);
    expect(keylint(root, ["--stdin", "--stdin-filename", "app.py"], { stdin: () => Buffer.from(leak) }).status).toBe(1);
  });

  test("history: as of a run; 2 where there is no such revision, and no repository", async () => {
    const root = repositoryWith({ "app.py": leak });
    const failed = { status: 2, stdout: "", stderr: expect.stringMatching(/^keylint: (?!it crashed).+\n$/s) as string };
    expect(await keylintLater(root, ["history"])).toMatchObject({ status: 1, stderr: "" });
    expect((await keylintLater(root, ["history", "--fail-on", "never"])).status).toBe(0);
    expect((await keylintLater(repositoryWith({ "app.py": clean }), ["history"])).status).toBe(0);
    expect(await keylintLater(root, ["history", "nowhere"])).toEqual(failed);
    expect(await keylintLater(folderWith(), ["history"])).toEqual(failed);
  });

  test("verify: 1 where a key is found that signed the token, 0 where none is, 2 where it is no token", async () => {
    const root = repositoryWith({ "app.py": leak });
    const verify = (token: string, ...argv: readonly string[]) => keylintLater(root, ["verify", ...argv], { stdin: () => Buffer.from(token) });
    const head = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.e30`;
    const signed = (by: string): string => `${head}.${createHmac("sha256", by).update(head).digest("base64url")}`;
    for (const argv of [[], ["--history"]]) {
      expect(await verify(signed(key), ...argv)).toMatchObject({ status: 1, stderr: "" });
      expect(await verify(signed("another"), ...argv)).toMatchObject({ status: 0, stderr: "" });
      expect(await verify("nonsense", ...argv)).toMatchObject({ status: 2, stdout: "" });
    }
    write(root, "app.py", clean);
    git(root, "commit", "--quiet", "--all", "--message", "The key is gone");
    expect([(await verify(signed(key))).status, (await verify(signed(key), "--history")).status]).toEqual([0, 1]);
  });

  test("merge: as of a run; 2 where a report is missing or cannot be written", () => {
    const root = stagedProject({ "app.py": leak });
    keylint(root, ["--format", "json", "--output", "report.json"]);
    expect(keylint(root, ["merge", "report.json"])).toMatchObject({ status: 1, stderr: "" });
    expect(keylint(root, ["merge", "--fail-on", "never", "report.json"]).status).toBe(0);
    expect(keylint(root, ["merge", "gone.json"])).toMatchObject({ status: 2, stdout: "" });
    expect(keylint(root, ["merge", "--format", "json", "--output", "none/out.json", "report.json"])).toMatchObject({ status: 2, stderr: "keylint: The report could not be written to none/out.json: its folder does not exist. Give --output a file that can be written.\n" });
  });

  test("merge: what is to be known of the reports is said", () => {
    const root = stagedProject({ "app.py": leak });
    const { stdout } = keylint(root, ["--format", "json"]);
    write(root, "report.json", stdout.replace(/"version": "[^"]+"/, '"version": "0.0.1"'));
    expect(keylint(root, ["merge", "report.json"])).toMatchObject({ status: 1, stderr: expect.stringMatching(/^keylint: The reports were written by keylint 0\.0\.1 \(report\.json\), and this is .+\n$/) as string });
  });

  test("generate: 0, and 2 where there is no such framework", () => {
    expect(keylint(folderWith(), ["generate", "flask"])).toMatchObject({ status: 0, stdout: expect.stringMatching(/\S/) as string });
    expect(keylint(folderWith(), ["generate", "flusk"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("init: 0 whatever is found", async () => {
    expect(await keylintLater(repositoryWith({ "app.py": leak }), ["init", "--yes"])).toMatchObject({ status: 0, stdout: expect.stringMatching(/\S/) as string });
  });

  test("baseline prune: 0 whatever is found, without a report; 2 where a path is missing", () => {
    const root = accepted({ "app.py": leak });
    write(root, "other.py", other);
    expect(prune(root)).toMatchObject({ status: 0, stdout: "", stderr: expect.stringContaining("1 entry") as string });
    expect(prune(root, "gone.py")).toMatchObject({ status: 2, stdout: "" });
    write(root, "other.py", "# keylint-ignore short-key\n");
    expect([prune(root, "--fail-on", "note").status, keylint(root, ["--baseline", file, "--fail-on", "note"]).status]).toEqual([0, 1]);
  });

  test("lsp: 2 where nobody can be spoken with", () => {
    expect(keylint(folderWith(), ["lsp"])).toEqual({ status: 2, stdout: "", stderr: "keylint: keylint lsp speaks with an editor over stdin and stdout, which only a process of its own has.\n" });
  });

  async function shownIn(root: string, path: string, argv: readonly string[], env: World["env"] = {}): Promise<readonly string[]> {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ran = keylintLater(root, ["lsp", ...argv], { streams: { input, output }, env });
    const editor = new Editor(output, input, root);
    await editor.start();
    const shown = await editor.open(path);
    input.end();
    await ran;
    return shown.map(({ code, severity }) => `${code ?? ""} ${severity ?? 0}`);
  }

  test("lsp: what is open is looked at as the command line says", async () => {
    const root = stagedProject({ "app.py": leak, "off.json": '{"rules": {"hardcoded-key": "note"}}' });
    expect(await Promise.all([shownIn(root, "app.py", []), shownIn(root, "app.py", ["--config", "off.json"])])).toEqual([["hardcoded-key 1"], ["hardcoded-key 3"]]);
  });

  test("lsp: what git ignores by settings of the environment is passed by", async () => {
    const root = stagedProject({ "none.txt": "", "all.txt": "*.py\n" });
    write(root, "app.py", leak);
    const ignoring = (file: string): World["env"] => ({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.excludesFile", GIT_CONFIG_VALUE_0: join(root, file) });
    expect([await shownIn(root, "app.py", [], ignoring("none.txt")), await shownIn(root, "app.py", [], ignoring("all.txt"))]).toEqual([["hardcoded-key 1"], []]);
  });

  test.each([[true, "keylint: this is a language server, which an editor starts: see Editors in README.md. Ctrl+C ends it.\n"], [false, ""]])("lsp: it is said what it is, on a terminal: %s", async (isTTY, said) => {
    const input = Object.assign(new PassThrough(), { isTTY });
    input.end();
    expect((await keylintLater(folderWith(), ["lsp"], { streams: { input, output: new PassThrough() } })).stderr).toBe(said);
  });
});

describe("a crash is 2", () => {
  const crashing = (error: unknown, ...argv: readonly string[]) => keylint(stagedProject({ "app.py": leak }), argv, { stdout: { isTTY: false, write: () => {
    throw error;
  } } });

  function thrownBy(run: () => unknown): unknown {
    try {
      return run();
    } catch (error) {
      return error;
    }
  }

  test("and asks to be reported", () => {
    expect(crashing(new Error(key))).toEqual({ status: 2, stdout: "", stderr: "keylint: it crashed, which is a mistake of keylint. Run it again with --debug to see where, and please report it.\n" });
  });

  test("with --debug it says where", () => {
    const { stderr } = crashing(new TypeError(key), "--debug");
    expect(stderr).toMatch(/^keylint: it crashed, which is a mistake of keylint\.\nTypeError\n(?:\s+at .+\n)+$/m);
    expect(stderr).not.toContain(key);
    expect(crashing("no error", "--debug").stderr).toContain("to see where");
  });

  test("while the command line is read, too", () => {
    expect(keylint(stagedProject({ "app.py": leak }), ["--debug", "--sarif"]).stderr).toMatch(/^keylint: .*--sarif/);
    const nowhere = undefined as unknown as string;
    expect(keylint(nowhere, ["--no-such"])).toMatchObject({ status: 2, stderr: expect.stringContaining("to see where") as string });
    expect(keylint(nowhere, ["--debug", "--no-such"])).toMatchObject({ status: 2, stderr: expect.stringMatching(/keylint\.\nTypeError\n\s+at /) as string });
  });

  test("a file called --debug asks for no places", () => {
    expect(crashing(new TypeError(key), "--", "--debug").stderr).toContain("to see where");
  });

  test.each([
    [thrownBy(() => new URL("no address")), "TypeError\n    at "],
    // As Node writes its own, where nothing maps the places.
    [Object.assign(new TypeError("wrong"), { stack: "TypeError [ERR_INVALID_ARG_TYPE]: wrong\n    at first (a.js:1:1)" }), "TypeError\n    at first"],
    [Object.assign(new RangeError(key), { stack: undefined }), "RangeError\n$"],
    [Object.assign(new Error("wrong"), { name: "A".repeat(42) }), "Error\n"],
    [Object.assign(new Error("wrong"), { name: "A".repeat(41) }), `${"A".repeat(41)}\n`],
    [Object.assign(new Error("wrong"), { name: "mistake" }), "Error\n"],
    [Object.assign(new Error("wrong"), { name: "Not one" }), "Error\n"],
  ])("its name is a class's, if it looks so: %#", (error, beginning) => {
    expect(crashing(error, "--debug").stderr).toMatch(new RegExp(`keylint\\.\n${beginning}`));
  });

  test("of its lines only places are told", () => {
    const error = Object.assign(new Error("wrong"), { stack: `Error: wrong\n    at first (a.js:1:1)\n${key}\n    and ${key} at once\n    at second (b.js:2:2)` });
    expect(crashing(error, "--debug").stderr.replace(/^.* keys\n/, "")).toBe("keylint: it crashed, which is a mistake of keylint.\nError\n    at first (a.js:1:1)\n    at second (b.js:2:2)\n");
  });

  test.each(["EMFILE", "ENFILE"])("%s is none: the system has no more to give", (code) => {
    expect(crashing(Object.assign(new Error(key), { code }))).toMatchObject({ status: 2, stderr: expect.stringMatching(/^keylint: it could not go on: .+\.\n$/) as string });
    expect(crashing(Object.assign(new Error(key), { code: "EPERM" })).stderr).toContain("it crashed");
  });
});

describe("on a terminal a long run says how far it is, and takes the line away", () => {
  const shown = /^\r\u001b\[Kkeylint: 1 of 1 .*\r\u001b\[K$/s;
  /** Each time that it is asked, a second has gone by. */
  function slow(): { readonly tty: boolean; readonly now: () => number } {
    let seconds = 0;
    return { tty: true, now: () => Date.UTC(2026, 5, 15) + 1000 * seconds++ };
  }

  test("of files", () => expect(keylint(stagedProject({ "app.py": leak }), [], slow()).stderr).toMatch(shown));

  test.each([["history"], ["init", "--yes"], ["verify"], ["verify", "--history"]])("%s %s", async (...argv) => {
    const { stderr } = await keylintLater(repositoryWith({ "app.py": leak }), argv.filter((word) => word !== undefined), { ...slow(), stdin: () => Buffer.from(token) });
    expect(stderr).toMatch(shown);
  });

  test("and when it cannot go on", async () => {
    const ran = await keylintLater(repositoryWith({ "app.py": leak }), ["history", "--debug", "--fail-on", "never"], { ...slow(), stdout: { isTTY: false, write: () => {
      throw new Error(key);
    } } });
    expect(ran.stderr).toMatch(/\r\u001b\[K[^\r]*keylint: it crashed/);
  });
});
