import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/eslint.ts";
import { folderWith } from "../discover/repository.ts";
import { key, stagedProject } from "../main/keylint.ts";

const session = (secret: string): string => `const session = require("express-session");\nmodule.exports = session({ secret: ${secret} });\n`;
const commonjs: Linter.Config = { files: ["**/*.js"], languageOptions: { sourceType: "commonjs" } };

function eslintIn(cwd: string, ...more: readonly Linter.Config[]): ESLint {
  return new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended, commonjs, ...more] });
}

/** `path:line:column rule severity`, of all files. */
async function told(cwd: string, ...more: readonly Linter.Config[]): Promise<readonly string[]> {
  const results = await eslintIn(cwd, ...more).lintFiles(["."]);
  return results.flatMap(({ filePath, messages }) => messages.map(({ line, column, endColumn, ruleId, severity }) => `${filePath.slice(cwd.length + 1)}:${line}:${column}-${endColumn} ${ruleId} ${severity}`));
}

async function messageIn(cwd: string, path: string): Promise<Linter.LintMessage | undefined> {
  const [result] = await eslintIn(cwd).lintFiles([path]);
  return result?.messages[0];
}

describe("the recommended configuration", () => {
  test("tells a key where it stands, as the rule that leads", async () => {
    const root = stagedProject({ "app.js": session(`"${key}"`), "clean.js": session("process.env.SECRET") });
    expect(await told(root)).toEqual([`app.js:2:36-${36 + key.length + 2} keylint/hardcoded-key 2`]);
  });

  test("says what is wrong, why it matters and what to do, and shows the rule's page", async () => {
    const root = stagedProject({ "app.js": session(`"${key}"`) });
    expect((await messageIn(root, "app.js"))?.message).toMatch(/^secret is written in the source\. An attacker .+\. Pass secret: process\.env\.SESSION_SECRET .+\.$/);
    expect(plugin.rules["hardcoded-key"]?.meta?.docs?.url).toBe("https://github.com/keylint/keylint/blob/main/rules/hardcoded-key.md");
  });

  test("an example is a warning of a rule of its own", async () => {
    const root = stagedProject({ "examples/app.js": session(`"${key}"`), "tests/app.js": session(`"${key}"`) });
    expect(await told(root)).toEqual([expect.stringMatching(/^examples\/app\.js:2:36-\d+ keylint\/hardcoded-key-example 1$/)]);
  });

  test("reads TypeScript with its parser, and JavaScript in ES modules", async () => {
    const root = stagedProject({ "a.ts": `import session from "express-session";\nexport const s = session({ secret: "${key}" satisfies string });\n`, "b.mjs": `import session from "express-session";\nexport default session({ secret: "${key}" });\n` });
    const typescript: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser as Linter.Parser } };
    expect((await told(root, typescript)).map((line) => line.split(":")[0])).toEqual(["a.ts", "b.mjs"]);
  });
});

describe("a key that another file holds", () => {
  test("is told where it is used, with its place", async () => {
    const root = stagedProject({ "config.js": `exports.secret = "${key}";\n`, "app.js": `const { secret } = require("./config");\n${session("secret")}` });
    const found = await messageIn(root, "app.js");
    expect(found).toMatchObject({ ruleId: "keylint/hardcoded-key", line: 3 });
    expect(found?.message).toContain(" It stands in config.js:1.");
    expect(found?.suggestions).toBeUndefined();
  });

  test("is not when an ignore silences it there", async () => {
    const root = stagedProject({ "config.js": `exports.secret = "${key}"; // keylint-ignore hardcoded-key -- local\n`, "app.js": `const { secret } = require("./config");\n${session("secret")}` });
    expect(await told(root)).toEqual([]);
  });

  test("is found as the file is now, after it was changed", async () => {
    const root = stagedProject({ "config.js": "exports.secret = process.env.SECRET;\n", "app.js": `const { secret } = require("./config");\n${session("secret")}` });
    expect(await told(root)).toEqual([]);
    writeFileSync(join(root, "config.js"), `exports.secret = "${key}";\n`);
    expect(await told(root)).toHaveLength(1);
  });
});

describe("a suggestion", () => {
  test("is what --fix would write", async () => {
    const root = stagedProject({ "app.js": session(`process.env.SECRET || "${key}"`) });
    const found = await messageIn(root, "app.js");
    expect(found?.suggestions).toHaveLength(1);
    const { range, text } = found?.suggestions?.[0]?.fix ?? { range: [0, 0], text: "" };
    const before = session(`process.env.SECRET || "${key}"`);
    const after = before.slice(0, range[0]) + text + before.slice(range[1]);
    expect(after).not.toContain(key);
    expect(after).toContain("process.env.SECRET");
    expect(JSON.stringify(found)).not.toContain(key);
  });
});

describe("what silences", () => {
  test.each([
    ["ESLint's own comment", `/* eslint-disable keylint/hardcoded-key */\n${session(`"${key}"`)}`],
    ["keylint's comment", session(`"${key}"`).replace("});", "}); // keylint-ignore hardcoded-key -- local")],
  ])("%s", async (_, text) => {
    expect(await told(stagedProject({ "app.js": text }))).toEqual([]);
  });

  test("keylint's configuration", async () => {
    expect(await told(stagedProject({ "keylint.config.json": '{"rules": {"hardcoded-key": "off"}}', "app.js": session(`"${key}"`) }))).toEqual([]);
  });

  test("that git ignores the file", async () => {
    expect(await told(stagedProject({ ".gitignore": "gen/\n", "gen/app.js": session(`"${key}"`) }))).toEqual([]);
  });
});

test("a wrong configuration stops ESLint, in words for a user", async () => {
  const root = stagedProject({ "keylint.config.json": '{"rulez": {}}', "app.js": session(`"${key}"`) });
  await expect(told(root)).rejects.toThrow(/keylint: keylint\.config\.json: rulez: /);
});

describe("places as ESLint counts them", () => {
  test.each([
    ["a byte order mark", `\uFEFF${session(`"${key}"`)}`, "2:36"],
    ["line ends of Windows", session(`"${key}"`).replaceAll("\n", "\r\n"), "2:36"],
    ["a line separator, which keylint takes for no end", `/* \u2028 */ ${session(`"${key}"`)}`, "3:36"],
    ["signs of two units", session(`/* 😀 */ "${key}"`), "2:45"],
  ])("after %s", async (_, text, place) => {
    expect((await told(stagedProject({ "app.js": text })))[0]).toMatch(new RegExp(`^app\\.js:${place}-`));
  });
});

test("a file that keylint reads line by line only is told, with what is found in it", async () => {
  const root = stagedProject({ "app.js": `const SESSION_SECRET = "${key}";\n// ${"x".repeat(600_000)}\n` });
  const found = await told(root);
  expect(found.filter((line) => line.includes("not-checked"))).toEqual([expect.stringMatching(/^app\.js:1:1-\d+ keylint\/not-checked 1$/)]);
  expect(found).toContainEqual(expect.stringContaining("keylint/hardcoded-key"));
});

test("a text without a name is linted, and so is one without git", async () => {
  const root = folderWith({});
  const [plain] = await eslintIn(root).lintText(session(`"${key}"`));
  expect(plain?.messages.map(({ ruleId }) => ruleId)).toEqual(["keylint/hardcoded-key"]);
});

test("each rule of one file has a page and a place in the configuration", () => {
  const configured = Object.keys(plugin.configs.recommended.rules ?? {});
  expect(configured.sort()).toEqual(Object.keys(plugin.rules).map((id) => `keylint/${id}`).sort());
  expect(configured).toContain("keylint/weak-random-key");
  expect(configured).not.toContain("keylint/missing-key");
});
