import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { clean, key, keylint, leak, stagedProject, token, told } from "./keylint.ts";

const off = '{"rules": {"hardcoded-key": "off"}}';
const as = (level: string): string => JSON.stringify({ rules: { "hardcoded-key": level } });

describe("the nearest file at or above the linted folder", () => {
  const files = { "keylint.config.json": as("warning"), "app/keylint.config.json": as("note"), "app/web/app.py": leak, "other/app.py": leak };
  test.each([
    [".", [], ["app/web/app.py:3 hardcoded-key warning", "other/app.py:3 hardcoded-key warning"]],
    [".", ["other"], ["other/app.py:3 hardcoded-key warning"]],
    [".", ["app/web"], ["app/web/app.py:3 hardcoded-key note"]],
    ["app/web", [], ["app/web/app.py:3 hardcoded-key note"]],
    ["app/web", ["app.py"], ["app/web/app.py:3 hardcoded-key warning"]],
    [".", ["app/web", "other"], ["app/web/app.py:3 hardcoded-key warning", "other/app.py:3 hardcoded-key warning"]],
    [".", ["--no-config"], ["app/web/app.py:3 hardcoded-key error", "other/app.py:3 hardcoded-key error"]],
    ["other", ["--config", "../app/keylint.config.json"], ["other/app.py:3 hardcoded-key note"]],
  ])("from %s: keylint %j", (from, argv, findings) => {
    expect(told(join(stagedProject(files), from), argv).findings).toEqual(findings);
  });

  test("is never above the scope", () => {
    const outer = folderWith({ "keylint.config.json": off, "inner/app.py": leak });
    expect(told(join(outer, "inner")).findings).toHaveLength(1);
    expect(told(outer).findings).toEqual([]);
  });

  test("holds for a named file below the current directory, with and without git", () => {
    const project = { "keylint.config.json": off, "app/app.py": leak };
    for (const root of [folderWith(project), stagedProject(project)]) expect(told(root, ["app/app.py"])).toMatchObject({ status: 0, findings: [] });
  });
});

describe("what it sets", () => {
  const one = (config: object, files: { [path: string]: string } = {}) => told(stagedProject({ "app.py": leak, "keylint.config.json": JSON.stringify(config), ...files }));

  test("levels; off leaves the next rule to lead, or none", () => {
    expect(one({ rules: { "hardcoded-key": "note" } })).toMatchObject({ status: 0, findings: ["app.py:3 hardcoded-key note"] });
    expect(one({ rules: { "hardcoded-key": "off" } })).toMatchObject({ status: 0, findings: [] });
  });

  test.each([
    ["a path", ["lib/gen/a.py"], ["app.py", "lib/b.py"]],
    ["a folder's path", ["lib/gen"], ["app.py", "lib/b.py"]],
    ["a folder's path, with a slash", ["lib/"], ["app.py"]],
    ["a name anywhere", ["gen"], ["app.py", "lib/b.py"]],
    ["an ending anywhere", ["*.py"], []],
    ["from the root on", ["/app.py"], ["lib/b.py", "lib/gen/a.py"]],
    ["from here on", ["./lib/**"], ["app.py"]],
    ["everything", ["**"], []],
    ["nothing that is there", ["ap", "lib/?.js"], ["app.py", "lib/b.py", "lib/gen/a.py"]],
  ])("exclude: %s", (_what, exclude, left) => {
    const { findings } = one({ exclude }, { "lib/b.py": leak, "lib/gen/a.py": leak });
    expect(findings.map((finding) => finding.split(":")[0])).toEqual(left);
  });

  test("include: only what matches, and exclude takes from it", () => {
    const { findings, files } = one({ include: ["lib"], exclude: ["gen"] }, { "lib/b.py": leak, "lib/gen/a.py": leak });
    expect(findings).toEqual(["lib/b.py:3 hardcoded-key error"]);
    expect(files).toBe(1);
  });

  test("brackets in a folder's name are plain text", () => {
    expect(one({ exclude: ["lib/(auth)/**"] }, { "lib/(auth)/a.py": leak, "lib/auth/b.py": leak }).findings).toEqual(["app.py:3 hardcoded-key error", "lib/auth/b.py:3 hardcoded-key error"]);
  });

  test("overrides: the last that fits", () => {
    const overrides = [{ files: ["lib"], rules: { "hardcoded-key": "warning" } }, { files: ["lib/b.py"], rules: { "hardcoded-key": "off" } }, { files: ["app.py"], context: "development" }];
    expect(one({ overrides }, { "lib/a.py": leak, "lib/b.py": leak }).findings).toEqual(["app.py:3 hardcoded-key warning", "lib/a.py:3 hardcoded-key warning"]);
  });

  test("publishedKeys: the lines of a file of the repository", () => {
    expect(one({ publishedKeys: "known.txt" }, { "known.txt": `# ours\r\n${key}\r\n` }).findings).toEqual(["app.py:3 published-key error"]);
  });

  test("minBytes", () => {
    expect(one({ minBytes: 64 }).findings).toEqual(["app.py:3 short-key error"]);
  });

  test("slots, of a known framework or of none, and models", () => {
    const files = {
      "own.py": `import house\nhouse.sign("x", "${key}")\n`,
      "own.js": `const { Vault } = require("@house/vault");\nnew Vault({ pepper: "${key}" });\n`,
      "read.py": `import house\nhouse.sign("x", house.get_variable("PEPPER", "${key}"))\n`,
    };
    const slots = [
      { id: "sign", label: "house.sign", at: [{ call: "house.sign", argument: "1" }], framework: "flask" },
      { id: "vault", label: "Vault", at: [{ call: "@house/vault.Vault", argument: "0.pepper" }] },
    ];
    const models = [{ language: "python", at: "house.get_variable", means: "env", name: "0", default: "1" }];
    expect(one({ slots, models }, files).findings).toEqual(["app.py:3 hardcoded-key error", "own.js:2 hardcoded-key error", "own.py:2 hardcoded-key error", "read.py:2 default-fallback-key error"]);
    expect(one({}, files).findings).toEqual(["app.py:3 hardcoded-key error"]);
  });

  test("limits: a larger file is said, and not read", () => {
    const { status, findings, failures } = one({ limits: { fileBytes: leak.length } }, { "large.py": `${leak}#` });
    expect(findings).toEqual(["app.py:3 hardcoded-key error"]);
    expect(failures).toEqual([expect.stringMatching(/^large\.py: it has \d+ bytes and the limit is/)]);
    expect(status).toBe(1);
  });

  test("limits: no more files are looked at, which is said", () => {
    for (const make of [stagedProject, folderWith]) {
      const root = make({ "a.py": leak, "b.py": clean, "c.py": leak, "keylint.config.json": '{"limits": {"files": 2}}' });
      const { status, findings, failures } = told(root);
      expect({ status, findings, failures }).toEqual({ status: 1, findings: ["a.py:3 hardcoded-key error"], failures: [expect.stringContaining(".: more files lie here than are looked at: the limit is 2 files")] });
      expect(told(root, ["--strict"]).status).toBe(2);
      expect(keylint(root, ["verify"], { stdin: () => Buffer.from(token) }).stderr).toContain("the limit is 2 files");
    }
  });
});

describe("a wrong one ends with 2 before anything is looked at, and says where and what", () => {
  const wrong: [string, { [path: string]: string }, string][] = [
    ["no JSON", { "keylint.config.json": '{\n  "rules": {},\n}' }, "keylint.config.json:3:1: this is not JSON: there is one comma too many before it."],
    ["empty", { "keylint.config.json": "" }, "keylint.config.json:1:1: this is not JSON"],
    ["no object", { "keylint.config.json": "[]" }, "keylint.config.json: must be an object, not a list"],
    ["null", { "keylint.config.json": "null" }, "keylint.config.json: must be an object, not null"],
    ["a wrong key", { "keylint.config.json": '{"exlude": []}' }, 'keylint.config.json: exlude: there is no such key; did you mean "exclude"?'],
    ["a wrong rule", { "keylint.config.json": '{"rules": {"short-keys": "off"}}' }, 'rules.short-keys: there is no such rule; did you mean "short-key"?'],
    ["a wrong type", { "keylint.config.json": '{"minBytes": "16"}' }, "minBytes: must be a whole number, not a text"],
    ["__proto__", { "keylint.config.json": '{"__proto__": {"rules": {}}}' }, "__proto__: there is no such key"],
    ["constructor", { "keylint.config.json": '{"rules": {"constructor": "off"}}' }, "rules.constructor: there is no such rule"],
    ["binary", { "keylint.config.json": "\0" }, "looks binary"],
    ["huge", { "keylint.config.json": `{"exclude": ["${"a".repeat(2e6)}"]}` }, "a configuration cannot have more than 1 MB"],
    ["deep", { "keylint.config.json": "[".repeat(1e5) }, "this is not JSON: the text ends too early"],
    ["deep and whole", { "keylint.config.json": `${'{"rules":'.repeat(1e5)}1${"}".repeat(1e5)}` }, "rules.rules: must be off, note, warning or error, not an object"],
    ["a pattern made to run for ever", { "keylint.config.json": JSON.stringify({ exclude: ["*a".repeat(30)] }) }, "the pattern is too complex"],
    ["no TOML", { "pyproject.toml": "[tool.keylint]\nrules = \n" }, "pyproject.toml:2:"],
    ["wrong in TOML", { "pyproject.toml": "[tool.keylint]\nexlude = []\n" }, 'pyproject.toml: exlude: there is no such key; did you mean "exclude"?'],
    ["wrong in package.json", { "package.json": '{"keylint": []}' }, "package.json: must be an object, not a list"],
    ["a list of published keys that is not there", { "keylint.config.json": '{"publishedKeys": "known.txt"}' }, "The list of published keys, known.txt, cannot be read: it does not exist"],
    ["a list outside of the tree", { "keylint.config.json": '{"publishedKeys": "../known.txt"}' }, "publishedKeys: the file must lie in the scanned tree"],
  ];
  test.each(wrong)("%s", (_what, files, message) => {
    const { status, stdout, stderr } = keylint(stagedProject({ "app.py": leak, ...files }));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr.length).toBeLessThan(2000);
  });

  test("a list of published keys that is a link out of the tree", () => {
    const outside = join(folderWith({ "known.txt": `${key}\n` }), "known.txt");
    const root = stagedProject({ "app.py": leak, "keylint.config.json": '{"publishedKeys": "known.txt"}' });
    symlinkSync(outside, join(root, "known.txt"));
    const { status, stderr } = keylint(root);
    expect(status).toBe(2);
    expect(stderr).toContain("it is a symbolic link");
    expect(keylint(root, ["--config", "keylint.config.json"]).status).toBe(1);
  });

  test("unless nobody asks for it", () => {
    expect(keylint(stagedProject({ "app.py": clean, "keylint.config.json": "{" }), ["--no-config"]).status).toBe(0);
  });
});

test("a folder or a link of the configuration's name is none", () => {
  const root = stagedProject({ "app.py": leak });
  mkdirSync(join(root, "keylint.config.json"));
  writeFileSync(join(root, "target.json"), off);
  symlinkSync("target.json", join(root, "package.json"));
  expect(keylint(root).status).toBe(1);
});
