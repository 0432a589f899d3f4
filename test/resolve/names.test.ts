import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string): Project => ({ "app.py": `from flask import Flask\napp = Flask(__name__)\n${text}\n` });
const javascript = (text: string): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n` });
const token = (line: string): string => line.replace(/^\S+ (\S+) .*$/, "$1");

describe("a name is what the program would find under it", () => {
  test.each<[string, Project, readonly string[]]>([
    ["the last assignment counts", python(`key = "@1"\nkey = "@2"\napp.secret_key = key\nkey = "@3"`), [`"@2"`]],
    ["both branches count", python(`if x:\n    key = "@1"\nelse:\n    key = "@2"\napp.secret_key = key`), [`"@1"`, `"@2"`]],
    ["an assignment under a condition leaves the one before", python(`key = "@1"\nif x:\n    key = "@2"\napp.secret_key = key`), [`"@1"`, `"@2"`]],
    ["a function's own name hides the module's", python(`key = "@1"\ndef make():\n    key = "@2"\n    app.secret_key = key`), [`"@2"`]],
    ["a function sees the module's name", python(`key = "@1"\ndef make():\n    app.secret_key = key`), [`"@1"`]],
    ["a function sees what is assigned after it", python(`def make():\n    app.secret_key = key\nkey = "@1"`), [`"@1"`]],
    ["a method does not see the class's names", python(`key = "@1"\nclass A:\n    key = "@2"\n    def make(self):\n        app.secret_key = key`), [`"@1"`]],
    ["a method sees them through self", python(`class A:\n    key = "@1"\n    def make(self):\n        app.secret_key = self.key`), [`"@1"`]],
    ["a subclass's attribute hides the base's", python(`class A:\n    key = "@1"\nclass B(A):\n    key = "@2"\napp.secret_key = B().key`), [`"@2"`]],
    ["a base's attribute is the subclass's", python(`class A:\n    key = "@1"\nclass B(A):\n    pass\napp.secret_key = B.key`), [`"@1"`]],
    ["global", python(`key = "@1"\ndef load():\n    global key\n    key = "@2"\ndef make():\n    app.secret_key = key`), [`"@1"`, `"@2"`]],
    ["a parameter hides the module's name", python(`key = "@1"\ndef make(key):\n    app.secret_key = key\nmake("@2")`), [`"@2"`]],
    ["a comprehension's name stays in it", python(`key = "@1"\nall = [key for key in ["@2"]]\napp.secret_key = key`), [`"@1"`]],
    ["a tuple is taken apart", python(`name, key = "shop", "@1"\napp.secret_key = key`), [`"@1"`]],
    ["a name that is deleted elsewhere", python(`key = "@1"\nother = key\napp.secret_key = other`), [`"@1"`]],
    ["a loop over a list", python(`for key in ["@1", "@2"]:\n    app.secret_key = key`), [`"@1"`, `"@2"`]],
    ["an augmented assignment", python(`key = "@1"\nkey += "shop"\napp.secret_key = key`), [`"@1"`]],
    ["a block's own name hides the outer", javascript(`const key = "@1";\nfunction make() {\n  const key = "@2";\n  return jwt.sign({}, key);\n}`), [`"@2"`]],
    ["a parameter hides the outer", javascript(`const key = "@1";\nconst make = (key) => jwt.sign({}, key);\nmake("@2");`), [`"@2"`]],
    ["let, assigned anew", javascript(`let key = "@1";\nkey = "@2";\njwt.sign({}, key);`), [`"@2"`]],
    ["let, assigned in a function", javascript(`let key;\nfunction load() {\n  key = "@1";\n}\nfunction make() {\n  return jwt.sign({}, key);\n}`), [`"@1"`]],
    ["a field through this", javascript(`class A {\n  key = "@1";\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`), [`"@1"`]],
    ["a field set by the constructor", javascript(`class A {\n  constructor() {\n    this.key = "@1";\n  }\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`), [`"@1"`]],
    ["destructuring with a default", javascript(`const { key = "@1" } = options;\njwt.sign({}, key);`), [`"@1"`]],
    ["an array is taken apart", javascript(`const [first, key] = ["shop", "@1"];\njwt.sign({}, key);`), [`"@1"`]],
    ["an own function called like a library's", javascript(`const jwt2 = { sign: (a, b) => b };\njwt2.sign({}, "@1");`), []],
    ["a library that is hidden by a parameter", javascript(`function make(jwt) {\n  return jwt.sign({}, "@1");\n}`), []],
    ["a library by another name", { "app.js": `const { sign: make } = require("jsonwebtoken");\nmake({}, "@1");\n` }, [`"@1"`]],
    ["a library that its own tests import by a path", { "package.json": `{ "name": "jsonwebtoken" }`, "index.js": "module.exports = { sign: make() };\n", "test/sign.js": `const jwt = require("..");\njwt.sign({}, "@1");\n` }, [`"@1"`]],
    ["its sources, for what is built of them", { "package.json": `{ "name": "jsonwebtoken", "exports": { ".": { "import": "./dist/main.mjs" } } }`, "src/main.ts": "export const sign = () => make();\n", "src/main.test.ts": `import { sign } from "./main";\nsign({}, "@1");\n` }, [`"@1"`]],
    ["its main file, whatever its name", { "package.json": `{ "name": "jsonwebtoken", "main": "./jwt" }`, "jwt.js": "exports.sign = make();\n", "test/a/sign.js": `const { sign } = require("../..");\nsign({}, "@1");\n` }, [`"@1"`]],
    ["another file of a library", { "package.json": `{ "name": "jsonwebtoken", "main": "jwt.js" }`, "jwt.js": "", "other.js": "exports.sign = make();\n", "test/sign.js": `const { sign } = require("../other");\nsign({}, "@1");\n` }, []],
    ["a library's function by another name", { "app.py": `from jwt import encode as make\nmake({}, "@1", algorithm="HS256")\n` }, [`"@1"`]],
    ["a star import of a library", { "app.py": `from itsdangerous import *
URLSafeSerializer("@1")
` }, [`"@1"`]],
    ["an own name beside a star import", { "app.py": `from itsdangerous import *
def URLSafeSerializer(key):
    return key
URLSafeSerializer("@1")
` }, []],
    ["what Python has by itself, beside a star import", { "app.py": `from flask import *\napp = Flask(__name__)\napp.secret_key = bytes("@1", "ascii")\n` }, [`"@1"`]],
    ["a name that a missing file of settings would bring", { "shop/app.py": `from flask import Flask\nfrom shop.base import *\napp = Flask(__name__)\napp.secret_key = os.environ.get("KEY", "@1")\n` }, [`"@1"`]],
    ["a library of another name", { "app.py": `from shop.jwt import encode\nencode({}, "@1", algorithm="HS256")\n`, "shop/jwt.py": "def encode(claims, key, algorithm):\n    return key\n" }, []],
  ])("%s", (_, project, tokens) => {
    expect(shown(project).map(token)).toEqual(tokens);
  });
});

describe("mappings and lists", () => {
  test.each<[string, Project, readonly string[]]>([
    ["a later entry hides an earlier one", python(`o = {"key": "@1", "key": "@2"}\napp.secret_key = o["key"]`), [`"@2"`]],
    ["an entry after a spread hides it", python(`base = {"key": "@1"}\no = {**base, "key": "@2"}\napp.secret_key = o["key"]`), [`"@2"`]],
    ["a spread after an entry hides it", python(`base = {"key": "@1"}\no = {"key": "@2", **base}\napp.secret_key = o["key"]`), [`"@1"`]],
    ["dict()", python(`o = dict(key="@1")\napp.secret_key = o["key"]`), [`"@1"`]],
    ["dict() of pairs", python(`o = dict([("other", "@2"), ("key", "@1")])\napp.secret_key = o["key"]`), [`"@1"`]],
    ["a map of pairs", javascript(`const o = new Map([["key", "@1"], ["other", "@2"]]);\njwt.sign({}, o.get("key"));`), [`"@1"`]],
    ["a union", python(`o = {"key": "@1"} | {"other": "@2"}\napp.secret_key = o["key"]`), [`"@1"`]],
    ["an item that is assigned", python(`o = {}\no["key"] = "@1"\napp.secret_key = o["key"]`), [`"@1"`]],
    ["update with a mapping", python(`o = {}\no.update({"key": "@1"})\napp.secret_key = o["key"]`), [`"@1"`]],
    ["update with keywords", python(`o = {}\no.update(key="@1")\napp.secret_key = o.get("key")`), [`"@1"`]],
    ["get with a default", python(`o = load()\napp.secret_key = o.get("key", "@1")`), [`"@1"`]],
    ["a setting of the application", python(`import jwt\napp.config["TOKENS"] = "@1"\njwt.encode({}, app.config["TOKENS"])`), [`"@1"`]],
    ["a setting by get", python(`import jwt\napp.config["TOKENS"] = "@1"\njwt.encode({}, app.config.get("TOKENS"))`), [`"@1"`]],
    ["a setting by update", python(`import jwt\napp.config.update(TOKENS="@1")\njwt.encode({}, app.config["TOKENS"])`), [`"@1"`]],
    ["an index", python(`keys = ["@1", "@2"]\napp.secret_key = keys[1]`), [`"@2"`]],
    ["each key of a rotation", python(`app.config["SECRET_KEY_FALLBACKS"] = ["@1", "@2"]`), [`"@1"`, `"@2"`]],
    ["a list with another in it", python(`old = ["@1"]\napp.config["SECRET_KEY_FALLBACKS"] = ["@2", *old]`), [`"@1"`, `"@2"`]],
    ["lists added", python(`old = ["@1"]\napp.config["SECRET_KEY_FALLBACKS"] = ["@2"] + old`), [`"@1"`, `"@2"`]],
    ["spreads in JavaScript", javascript(`const base = { key: "@1" };\nconst o = { ...base, other: "@2" };\njwt.sign({}, o.key);`), [`"@1"`]],
    ["Object.assign", javascript(`const o = Object.assign({}, { key: "@1" }, { other: "@2" });\njwt.sign({}, o.key);`), [`"@1"`]],
    ["Object.assign into a name", javascript(`const o = {};\nObject.assign(o, { key: "@1" });\njwt.sign({}, o.key);`), [`"@1"`]],
    ["Object.freeze", javascript(`const o = Object.freeze({ key: "@1" });\njwt.sign({}, o.key);`), [`"@1"`]],
    ["a property that is assigned", javascript(`const o = {};\no.key = "@1";\njwt.sign({}, o.key);`), [`"@1"`]],
    ["a getter", javascript(`const o = {\n  get key() {\n    return "@1";\n  },\n};\njwt.sign({}, o.key);`), [`"@1"`]],
    ["each key of JavaScript's rotation", { "app.js": `const session = require("cookie-session");\nconst old = ["@1"];\napp.use(session({ keys: ["@2", ...old] }));\napp.use(session({ keys: ["@3"].concat(old) }));\n` }, [`"@1"`, `"@2"`, `"@3"`]],
    ["options by name", { "app.js": `const session = require("express-session");\nconst options = { resave: false };\noptions.secret = "@1";\napp.use(session(options));\n` }, [`"@1"`]],
    ["options spread", { "app.js": `const session = require("express-session");\nconst options = { secret: "@1" };\napp.use(session({ ...options, name: "sid" }));\n` }, [`"@1"`]],
  ])("%s", (_, project, tokens) => {
    expect(shown(project).map(token)).toEqual(tokens);
  });
});

describe("a function that reads the variable that it is told to", () => {
  const helper = `import os\nfrom flask import Flask\n\ndef setting(name, default=""):\n    return os.environ.get(name) or stored.get(name) or default\n\n`;

  test("the default of one variable is not another's", () => {
    expect(shown({ "app.py": `${helper}JWT_SECRET = setting("JWT_SECRET", "@1")\nREGION = setting("REGION", "eu-west")\nSTAGE = setting("STAGE", "test-run")\n` })).toEqual([`app.py:7 "@1" default-fallback-key JWT_SECRET`]);
  });

  test("each is told by its own name, whatever it is put into", () => {
    expect(shown({ "app.py": `${helper}a = setting("REGION", "eu-west")\nb = setting("JWT_SECRET", "@1")\nc = setting("SESSION_SECRET", "@2")\n` })).toEqual([
      `app.py:8 "@1" default-fallback-key JWT_SECRET`, `app.py:9 "@2" default-fallback-key SESSION_SECRET`,
    ]);
  });

  test.each([["in capitals", "SESSION_KEY"], ["in small letters", "session_key"]])("and by the files that call it, %s", (_, name) => {
    const reading = `${helper}other = setting("SHOP_SECRET_KEY")\n`;
    expect(shown({ "reading.py": reading, "app.py": `from reading import setting\nkey = setting("${name}", "@1")\n` })).toEqual([`app.py:2 "@1" default-fallback-key ${name}`]);
  });

  test("handed to a framework, it has the variable's name", () => {
    expect(shown({ "app.py": `${helper}app = Flask(__name__)\napp.secret_key = setting("SHOP_SIGNING", "@1")\n` })).toEqual([`app.py:8 "@1" default-fallback-key SHOP_SIGNING`]);
  });
});

describe("functions", () => {
  test.each<[string, Project, readonly string[]]>([
    ["what a helper returns", python(`def key():\n    return "@1"\napp.secret_key = key()`), [`app.py:4 "@1" hardcoded-key secret_key`]],
    ["each of its returns", python(`def key():\n    if x:\n        return "@1"\n    return "@2"\napp.secret_key = key()`), [`app.py:5 "@1" hardcoded-key secret_key`, `app.py:6 "@2" hardcoded-key secret_key`]],
    ["a helper that reads the environment", python(`import os\ndef setting(name, default=None):\n    return os.environ.get(name, default)\napp.secret_key = setting("APP", "@1")`), [`app.py:6 "@1" default-fallback-key APP`]],
    ["a helper without a default", python(`import os\ndef setting(name):\n    value = os.environ.get(name)\n    if value is None:\n        raise RuntimeError(name)\n    return value\napp.secret_key = setting("APP")`), []],
    ["a helper's own default", python(`def key(value="@1"):\n    return value\napp.secret_key = key()`), [`app.py:3 "@1" hardcoded-key secret_key`]],
    ["a lambda", python(`key = lambda: "@1"\napp.secret_key = key()`), [`app.py:3 "@1" hardcoded-key secret_key`]],
    ["a method", python(`class A:\n    def key(self):\n        return "@1"\napp.secret_key = A().key()`), [`app.py:5 "@1" hardcoded-key secret_key`]],
    ["a helper that keeps what it makes is not followed into the file", python(`def key():\n    with open("key") as file:\n        return file.read()\napp.secret_key = key()`), []],
    ["a parameter, by its callers", python(`def make(key):\n    app.secret_key = key\nmake("@1")\nmake(key="@2")`), [`app.py:5 "@1" hardcoded-key secret_key`, `app.py:6 "@2" hardcoded-key secret_key`]],
    ["a parameter's default", python(`def make(key="@1"):\n    app.secret_key = key`), [`app.py:3 "@1" default-fallback-key secret_key`]],
    ["an arrow function", javascript(`const key = () => "@1";\njwt.sign({}, key());`), [`app.js:2 "@1" hardcoded-key jwt.sign`]],
    ["an asynchronous function", javascript(`async function key() {\n  return "@1";\n}\nawait jwt.sign({}, await key());`), [`app.js:3 "@1" hardcoded-key jwt.sign`]],
    ["an object's method", javascript(`const keys = { signing: () => "@1" };\njwt.sign({}, keys.signing());`), [`app.js:2 "@1" hardcoded-key jwt.sign`]],
    ["JavaScript's parameter, by its callers", javascript(`const make = (user, key) => jwt.sign({ user }, key);\nmake(1, "@1");`), [`app.js:3 "@1" hardcoded-key key`]],
    ["JavaScript's parameter's default", javascript(`function make(user, key = "@1") {\n  return jwt.sign({ user }, key);\n}`), [`app.js:2 "@1" default-fallback-key key`]],
    ["an option's default", javascript(`function make(user, { key = "@1" } = {}) {\n  return jwt.sign({ user }, key);\n}`), [`app.js:2 "@1" default-fallback-key key`]],
  ])("%s", (_, project, findings) => {
    expect(shown(project)).toEqual(findings);
  });
});
