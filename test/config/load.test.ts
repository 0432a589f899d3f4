import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { UsageError } from "../../src/usage-error.ts";
import { folderWith } from "../discover/repository.ts";

const ruleIds = ["hardcoded-key", "short-key", "empty-key"];
const load = (scope: string, options: { from?: string; file?: string; none?: boolean } = {}) => loadConfig({ from: scope, scope, ruleIds, ...options });
const complaint = (root: string, options = {}): string => {
  try {
    load(root, options);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "no complaint";
};

describe("which file", () => {
  test("none gives nothing", () => {
    expect(load(folderWith())).toEqual({ config: {} });
  });

  test("the nearest at or above the linted folder, and never above the scope", () => {
    const root = folderWith({
      "keylint.config.json": '{"minBytes": 1}',
      "scope/package.json": '{"name": "keylint-user"}',
      "scope/a/keylint.config.json": '{"minBytes": 3}',
      "scope/a/b/pyproject.toml": "[project]\nname = 'keylint'\n",
      "scope/c/x.py": "",
    });
    const scope = join(root, "scope");
    expect(load(scope, { from: join(scope, "a/b") })).toEqual({ config: { minBytes: 3 }, file: join(scope, "a/keylint.config.json") });
    expect(load(scope, { from: join(scope, "c") })).toEqual({ config: {} });
    symlinkSync(join(scope, "a"), join(root, "link"));
    expect(load(scope, { from: join(root, "link") }).config).toEqual({ minBytes: 3 });
  });

  test.each([
    ["keylint.config.json", '{"$schema": "x", "minBytes": 20}'],
    ["pyproject.toml", "[tool.keylint]\nminBytes = 20\n"],
    ["package.json", '{"keylint": {"minBytes": 20}}'],
    ["keylint.config.json", "\ufeff{\"minBytes\": 20}"],
  ])("%s", (name, text) => {
    expect(load(folderWith({ [name]: text })).config).toMatchObject({ minBytes: 20 });
  });

  test("in one folder keylint.config.json counts before pyproject.toml, and that before package.json", () => {
    const root = folderWith({ "package.json": '{"keylint": {"minBytes": 1}}', "pyproject.toml": "tool.keylint.minBytes = 2" });
    expect(load(root).config).toEqual({ minBytes: 2 });
  });

  test("--config names one, anywhere; --no-config none", () => {
    const root = folderWith({ "keylint.config.json": '{"minBytes": 1}' });
    const named = join(folderWith({ "other.json": '{"minBytes": 2, "include": ["a/b"]}' }), "other.json");
    expect(load(root, { file: named })).toEqual({ config: { minBytes: 2, include: ["a/b"] }, file: named });
    expect(load(root, { none: true })).toEqual({ config: {} });
  });

  test("--config can be a link, and lie behind one", () => {
    const root = folderWith({ "real/a.json": '{"minBytes": 2}' });
    symlinkSync("real", join(root, "folder"));
    symlinkSync("real/a.json", join(root, "link.json"));
    expect(load(root, { file: join(root, "folder/a.json") }).config).toEqual({ minBytes: 2 });
    expect(load(root, { file: join(root, "link.json") }).config).toEqual({ minBytes: 2 });
  });

  test("a broken manifest that does not speak of keylint is nobody's business here", () => {
    expect(load(folderWith({ "package.json": "{", "pyproject.toml": "[[[" })).config).toEqual({});
  });

  test("a link is not followed", () => {
    const root = folderWith();
    symlinkSync(join(folderWith({ "x.json": '{"minBytes": 1}' }), "x.json"), join(root, "keylint.config.json"));
    mkdirSync(join(root, "package.json"));
    expect(load(root).config).toEqual({});
  });
});

describe("paths in it", () => {
  test("patterns of a found file are relative to its folder", () => {
    const text = JSON.stringify({
      include: ["src/**", "/x"], exclude: ["legacy", "**/gen"], overrides: [{ files: ["*.py"] }], ignore: [{ rule: "short-key", path: "a/b.py" }],
    });
    const scope = folderWith({ "app[1]/keylint.config.json": text });
    expect(load(scope, { from: join(scope, "app[1]") }).config).toEqual({
      include: ["app\\[1\\]/src/**", "app\\[1\\]/x"], exclude: ["app\\[1\\]/**/legacy", "app\\[1\\]/**/gen"],
      overrides: [{ files: ["app\\[1\\]/**/*.py"] }], ignore: [{ rule: "short-key", path: "app\\[1\\]/a/b.py" }],
    });
  });

  test("files are found beside it", () => {
    const scope = folderWith({ "app/keylint.config.json": '{"publishedKeys": "known.txt", "baseline": "../b.json"}' });
    expect(load(scope, { from: join(scope, "app") }).config).toEqual({ publishedKeys: join(scope, "app/known.txt"), baseline: join(scope, "b.json") });
  });

  test("a scanned tree cannot name files outside of it", () => {
    expect(complaint(folderWith({ "keylint.config.json": '{"publishedKeys": "../../etc/passwd"}' }))).toBe("keylint.config.json: publishedKeys: the file must lie in the scanned tree.");
    expect(complaint(folderWith({ "keylint.config.json": '{"baseline": "/etc/passwd"}' }))).toContain("must lie in the scanned tree");
  });
});

describe("complaints", () => {
  const wrong: [string, string][] = [
    ['{"rulez": {}}', 'rulez: there is no such key; did you mean "rules"?'],
    ['{"rules": {"hardcoded-keey": "off"}}', 'rules.hardcoded-keey: there is no such rule; did you mean "hardcoded-key"?'],
    ['{"rules": {"completely-else": "off"}}', "rules.completely-else: there is no such rule; the rules are hardcoded-key, short-key, empty-key"],
    ['{"rules": {"short-key": "eror"}}', 'rules.short-key: must be off, note, warning or error; did you mean "error"?'],
    ['{"rules": {"short-key": 2}}', "rules.short-key: must be off, note, warning or error, not a number"],
    ['{"rules": []}', "rules: must be an object, not a list"],
    ["[]", "must be an object, not a list"],
    ['{"exclude": "a"}', "exclude: must be a list, not a text"],
    ['{"exclude": ["!a"]}', "exclude[0]: a pattern cannot begin with !; list what is meant"],
    ['{"overrides": [{"rules": {}}]}', "overrides[0]: lacks files"],
    ['{"overrides": [{"files": ["a"], "rules": {"emty-key": "off"}}]}', 'overrides[0].rules.emty-key: there is no such rule; did you mean "empty-key"?'],
    ['{"overrides": [{"files": ["a"], "context": "tests"}]}', 'overrides[0].context: must be production, development, example, test or docs; did you mean "test"?'],
    ['{"ignore": [{"rule": "x", "path": "a"}]}', "ignore[0].rule: there is no such rule"],
    ['{"ignore": [{"rule": "short-key", "path": "a", "until": "2026-02-30"}]}', "ignore[0].until: must be a day like 2026-12-31"],
    ['{"minBytes": 1.5}', "minBytes: must be a whole number, not a fraction"],
    ['{"minBytes": 0}', "minBytes: must be 1 or more"],
    ['{"limits": {"fileByte": 1}}', 'limits.fileByte: there is no such key; did you mean "fileBytes"?'],
    ['{"__proto__": {}}', "__proto__: there is no such key"],
    ['{"toString": {}}', "toString: there is no such key"],
    ['{"a\\u001b[31m": 1}', '["a\\x1b[31m"]: there is no such key'],
    ['{"slots": [{"id": "a", "label": "a"}]}', "slots[0]: lacks at"],
    ['{"slots": [{"id": "A b", "label": "a", "at": [{"env": "A"}]}]}', "slots[0].id: must look like"],
    ['{"slots": [{"id": "a", "label": "a", "at": [{"seting": "A"}]}]}', 'slots[0].at[0].seting: there is no such key; did you mean "setting"?'],
    ['{"slots": [{"id": "a", "label": "a", "at": [{"call": "a.b"}]}]}', "slots[0].at[0]: lacks argument"],
    ['{"slots": [{"id": "a", "label": "a", "at": [{"env": "(A+)+"}]}]}', "slots[0].at[0].env: a pattern on a name cannot hold ( ) | or +"],
    ['{"models": [{"at": "a.b", "language": "python", "means": "gett"}]}', "models[0].means: must be env, get, "],
    ['{"models": [{"at": "a.b", "language": "python", "means": "get"}]}', "models[0]: lacks name"],
    ['{"models": [{"at": 1, "language": "python", "means": "same"}]}', "models[0].at: must be a text or a list, not a number"],
    ['{"models": [{"at": "a.b", "language": "python", "means": "digest", "of": ["0"], "bytes": {"argument": "1"}}]}', "models[0].bytes: lacks default"],
  ];
  test.each(wrong)("%s", (text, message) => {
    expect(complaint(folderWith({ "keylint.config.json": text }))).toContain(`keylint.config.json: ${message}`);
  });

  test("come all at once, ten at most", () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`none${index}`, 1])));
    const lines = complaint(folderWith({ "keylint.config.json": text })).split("\n");
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("keylint.config.json: and 2 more");
  });

  test("never show a value", () => {
    const text = '{"minBytes": "plainly-invented", "rules": {"short-key": "plainly-invented"}, "exclude": "plainly-invented", "slots": ["plainly-invented"]}';
    const said = complaint(folderWith({ "keylint.config.json": text }));
    expect(said.split("\n")).toHaveLength(4);
    expect(said).not.toContain("plainly-invented");
  });

  test("say where a text is no JSON or TOML, without the text", () => {
    expect(complaint(folderWith({ "keylint.config.json": '{\n  "minBytes": 1,\n}' }))).toBe("keylint.config.json:3:1: this is not JSON: there is one comma too many before it.");
    const toml = complaint(folderWith({ "pyproject.toml": "[tool.keylint]\nminBytes = plainly-invented\n" }));
    expect(toml).toMatch(/^pyproject\.toml:2:\d+: this is not TOML: [^\n]+\.$/);
    expect(toml).not.toContain("plainly-invented");
  });

  test("say what is wrong with the file itself", () => {
    const root = folderWith({ "a.json": "\0", "pyproject.toml": "", "big.json": " ".repeat(2e6) });
    expect(complaint(root, { file: join(root, "gone.json") })).toBe("gone.json: there is no such configuration file.");
    expect(complaint(root, { file: root })).toContain("there is no such configuration file");
    expect(complaint(root, { file: join(root, "a.json") })).toBe("a.json: the configuration looks binary: it holds NUL bytes.");
    expect(complaint(root, { file: join(root, "pyproject.toml") })).toBe("pyproject.toml: it has no [tool.keylint] table.");
    expect(complaint(root, { file: join(root, "big.json") })).toContain("more than 1 MB");
  });

  test("deep nesting is no crash", () => {
    expect(complaint(folderWith({ "keylint.config.json": `{"rules": ${"[".repeat(1e5)}${"]".repeat(1e5)}}` }))).toContain("rules: must be an object, not a list");
    expect(complaint(folderWith({ "keylint.config.json": "[".repeat(1e5) }))).toContain("the text ends too early");
    expect(complaint(folderWith({ "pyproject.toml": `tool.keylint.rules = ${"[".repeat(1e5)}` }))).toContain("TOML");
  });
});
