import { describe, expect, test } from "vitest";
import { findingsIn, shown } from "../support/shown.ts";

const head = `import jwt from "jsonwebtoken";\nimport crypto, { randomBytes, randomUUID } from "node:crypto";\nimport fs from "node:fs";\n`;

/** What is said of `jwt.sign({}, <expression>)`, without the place. */
function said(expression: string): readonly string[] {
  return shown({ "app.ts": `${head}jwt.sign({}, ${expression});\n` }).map((line) => line.replace(/^app\.ts:\d+ /, ""));
}

describe("a literal is the text that the program gets", () => {
  test.each([
    [`'@1'`, `'@1' hardcoded-key jwt.sign`],
    ["`@1`", "`@1` hardcoded-key jwt.sign"],
    [`"\\x61aaaaaaaaaaaaaaa\\u{61}"`, `"\\x61aaaaaaaaaaaaaaa\\u{61}" low-entropy-key jwt.sign`],
    [`"@1" as string`, `"@1" hardcoded-key jwt.sign`],
    [`<string>"@1"`, `"@1" hardcoded-key jwt.sign`],
    [`("@1")!`, `"@1" hardcoded-key jwt.sign`],
    [`(0, "@1")`, `"@1" hardcoded-key jwt.sign`],
    [`await "@1"`, `"@1" hardcoded-key jwt.sign`],
  ])("%s", (expression, finding) => {
    expect(said(expression)).toEqual([finding]);
  });
});

describe("a variable with nothing behind it is no finding", () => {
  test.each([`process.env.APP`, `process.env.APP!`, `process.env["APP"]`, `process.env.APP as string`, `process.env.APP ?? undefined`, `import.meta.env.APP`, `Bun.env.APP`, `Deno.env.get("APP")`])("%s", (expression) => {
    expect(said(expression)).toEqual([]);
  });
});

describe("a literal behind a variable is a default, and has the variable's name", () => {
  test.each([
    [`process.env.APP || "@1"`, "APP"],
    [`process.env.APP ?? "@1"`, "APP"],
    [`process.env["APP"] || "@1"`, "APP"],
    ["process.env[`APP`] || '@1'", "APP"],
    [`process?.env?.APP ?? "@1"`, "APP"],
    [`(process.env.APP as string) || "@1"`, "APP"],
    [`process.env.FIRST || process.env.SECOND || "@1"`, "SECOND"],
    [`process.env.FIRST ?? (process.env.SECOND || "@1")`, "SECOND"],
    [`process.env.APP ? process.env.APP : "@1"`, "APP"],
    [`!process.env.APP ? "@1" : process.env.APP`, "APP"],
    [`process.env.APP === undefined ? "@1" : process.env.APP`, "APP"],
    [`Buffer.from(process.env.APP || "@1", "hex")`, "APP"],
    [`Deno.env.get("APP") ?? "@1"`, "APP"],
  ])("%s", (expression, name) => {
    expect(said(expression).map((line) => line.replaceAll("'", '"'))).toEqual([`"@1" default-fallback-key ${name}`]);
  });

  test.each([
    [`process.env.APP || "@1"`, "APP is missing or empty"],
    [`process.env.APP ?? "@1"`, "APP is missing."],
  ])("whether an empty variable takes it: %s", (expression, words) => {
    expect(findingsIn({ "app.ts": `${head}jwt.sign({}, ${expression});\n` }).map(({ what }) => what)).toEqual([expect.stringContaining(words)]);
  });

  test("what is never missing hides all behind it", () => {
    expect(said(`"@1" || process.env.APP || "@2"`)).toEqual([`"@1" hardcoded-key jwt.sign`]);
    expect(said(`"" ?? "@1"`)).toEqual([]);
    expect(said(`"" || "@1"`)).toEqual([`"@1" default-fallback-key jwt.sign`]);
  });

  test.each([
    ["a default in destructuring", `const { APP = "@1" } = process.env;\njwt.sign({}, APP);`, ["app.ts:4 \"@1\" default-fallback-key APP"]],
    ["a default of a renamed one", `const { APP: key = "@1" } = process.env;\njwt.sign({}, key);`, ["app.ts:4 \"@1\" default-fallback-key APP"]],
    ["no default", `const { APP, OTHER: key } = process.env;\njwt.sign({}, APP);\njwt.sign({}, key);`, []],
    ["the environment by another name", `const env = process.env;\nconst { env: same } = process;\njwt.sign({}, env.APP || "@1");\njwt.sign({}, same.APP || "@2");`, ["app.ts:6 \"@1\" default-fallback-key APP", "app.ts:7 \"@2\" default-fallback-key APP"]],
    ["||=", `let key = process.env.APP;\nkey ||= "@1";\njwt.sign({}, key);`, ["app.ts:5 \"@1\" default-fallback-key APP"]],
    ["??= of a variable", `process.env.JWT_SECRET ??= "@1";\njwt.sign({}, process.env.JWT_SECRET);`, ["app.ts:4 \"@1\" default-fallback-key JWT_SECRET"]],
    ["if it is missing", `let key = process.env.APP;\nif (!key) {\n  key = "@1";\n}\njwt.sign({}, key);`, ["app.ts:6 \"@1\" default-fallback-key APP"]],
    ["if the file is missing", `let key;\ntry {\n  key = fs.readFileSync("key", "utf8");\n} catch {\n  key = "@1";\n}\njwt.sign({}, key);`, ["app.ts:8 \"@1\" default-fallback-key key"]],
  ])("%s", (_, text, findings) => {
    expect(shown({ "app.ts": `${head}${text}\n` })).toEqual(findings);
  });
});

describe("what the program makes", () => {
  test.each([
    [`crypto.randomBytes(32)`, `crypto.randomBytes(32) ephemeral-key jwt.sign`],
    [`randomBytes(64).toString("hex")`, `randomBytes(64) ephemeral-key jwt.sign`],
    [`crypto.randomBytes(8).toString("base64")`, `crypto.randomBytes(8) short-key jwt.sign`],
    [`randomUUID()`, `randomUUID() ephemeral-key jwt.sign`],
    [`process.env.APP || crypto.randomBytes(32).toString("hex")`, `crypto.randomBytes(32) ephemeral-key APP`],
    ["`shop-${randomUUID()}`", "randomUUID() ephemeral-key jwt.sign"],
    [`Math.random().toString(36)`, `Math.random() weak-random-key jwt.sign`],
    [`String(Math.random())`, `Math.random() weak-random-key jwt.sign`],
    [`Math.random().toString(36).slice(2)`, `Math.random() weak-random-key jwt.sign`],
    [`[1, 2].map(() => Math.random()).join("")`, `[1, 2].map(() => Math.random()).join("") weak-random-key jwt.sign`],
    [`Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * 26)]).join("")`, `Array.from({ length: 32 }, () => letters[Math.floor(Math.random() * 26)]).join("") weak-random-key jwt.sign`],
    [`Date.now().toString()`, `Date.now() weak-random-key jwt.sign`],
    ["`shop${Date.now()}`", "Date.now() weak-random-key jwt.sign"],
  ])("%s", (expression, finding) => {
    expect(said(expression)).toEqual([finding]);
  });

  test("a weak part beside somebody else's secret tells nothing", () => {
    expect(said("`${process.env.APP}${Date.now()}`")).toEqual([]);
  });
});

describe("what is put together from literals is a literal", () => {
  test.each([
    [`Buffer.from("@1", "hex")`, `"@1" hardcoded-key jwt.sign`],
    [`Buffer.from("@1")`, `"@1" hardcoded-key jwt.sign`],
    [`Buffer.from("YWFhYWFhYWFhYWFhYWFhYWFhYWE=", "base64")`, `"YWFhYWFhYWFhYWFhYWFhYWFhYWE=" low-entropy-key jwt.sign`],
    [`new TextEncoder().encode("@1")`, `"@1" hardcoded-key jwt.sign`],
    [`"shop" + "@1"`, `"@1" hardcoded-key jwt.sign`],
    ["`${'@1'}-shop-${7}`", `'@1' hardcoded-key jwt.sign`],
    [`"ab".repeat(20)`, `"ab" low-entropy-key jwt.sign`],
    [`["shop", "@1"].join("-")`, `"@1" hardcoded-key jwt.sign`],
    [`"@1 and more".slice(0, -8)`, `"@1 and more" hardcoded-key jwt.sign`],
    [`"zebra@1".substring(0, 5)`, `"zebra@1" low-entropy-key jwt.sign`],
    [`"and @1".substr(4, 99)`, `"and @1" hardcoded-key jwt.sign`],
    [`"zebra".padEnd(32, "0")`, `"zebra" low-entropy-key jwt.sign`],
    [`crypto.createHash("sha256").update("shop").digest("hex").slice(0, 32)`, `crypto.createHash("sha256").update("shop") weak-random-key jwt.sign`],
    [`"shop".concat("-", "@1")`, `"@1" hardcoded-key jwt.sign`],
    [`Buffer.concat([Buffer.from("shop"), Buffer.from("@1")])`, `"@1" hardcoded-key jwt.sign`],
    [`"@1".trim()`, `"@1" hardcoded-key jwt.sign`],
    [`crypto.createHash("sha256").update("shop").digest("hex")`, `crypto.createHash("sha256").update("shop") weak-random-key jwt.sign`],
    [`crypto.scryptSync("shop", "salt", 32)`, `crypto.scryptSync("shop", "salt", 32) weak-random-key jwt.sign`],
  ])("%s", (expression, finding) => {
    expect(said(expression)).toEqual([finding]);
  });
});

describe("with one unknown operand nothing is known", () => {
  test.each([
    "`@1${process.env.APP}`", `"@1" + process.env.APP`, `["@1", process.env.APP].join("")`, `parts.join("")`, `[].join("")`, `"@1".slice(from)`, `"@1".repeat(count)`, `"@1".concat(process.env.APP)`, `Buffer.concat([Buffer.from("@1"), Buffer.from(process.env.APP)])`,
    `crypto.createHash("sha256").update(process.env.APP).digest("hex")`, `crypto.scryptSync(process.env.APP, "salt", 32)`,
  ])("%s", (expression) => {
    expect(said(expression)).toEqual([]);
  });
});

describe("a list that a function fills", () => {
  const filled = (item: string): readonly string[] => said(`(() => { const made = []; for (const at of bytes) made.push(${item}); return made.join(""); })()`);

  test("holds what is put into it", () => {
    expect(filled("letters[Math.floor(Math.random() * 26)]")).toEqual([expect.stringContaining("weak-random-key")]);
  });

  test.each([`letters[at % 26]`, `load(at)`, `"x"`])("%s: unknown, not empty", (item) => {
    expect(filled(item)).toEqual([]);
  });

  test("is not another function's list of the same name", () => {
    expect(shown({ "app.ts": `${head}function a() { const made = []; made.push(load()); return made.join(""); }\nfunction b() { const made = ["@1"]; return made.join(""); }\njwt.sign({}, b());\na();\n` })).toEqual([`app.ts:5 "@1" hardcoded-key made`]);
  });
});

describe("what comes from elsewhere is not judged", () => {
  test.each([
    `fs.readFileSync("key")`, `fs.readFileSync("key", "utf8").trim()`, `await client.getSecretValue({ SecretId: "key" })`, `JSON.parse(text).key`, `await loadKey()`, `nowhere`, `null`, `undefined`,
    `""`, `42`, `publicKey`, `(header, callback) => callback(null, fetchKey(header.kid))`,
  ])("%s", (expression) => {
    expect(said(expression)).toEqual([]);
  });
});
