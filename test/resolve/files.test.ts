import { describe, expect, test } from "vitest";
import { shown, shownWithTrail, type Project } from "../support/shown.ts";

describe("Python: a key is followed into the file that it is written in", () => {
  const use = (imports: string, value: string): string => `from flask import Flask\n${imports}\napp = Flask(__name__)\napp.secret_key = ${value}\n`;
  const shop = { "shop/__init__.py": "", "shop/config.py": `KEY = "@1"\n` };
  test.each<[string, Project, string]>([
    ["a name, relatively", { ...shop, "shop/app.py": use("from .config import KEY", "KEY") }, "shop/config.py:1"],
    ["a name, renamed", { ...shop, "shop/app.py": use("from shop.config import KEY as K", "K") }, "shop/config.py:1"],
    ["a module, relatively", { ...shop, "shop/app.py": use("from . import config", "config.KEY") }, "shop/config.py:1"],
    ["a module, from a folder below", { ...shop, "shop/web/__init__.py": "", "shop/web/app.py": use("from .. import config as c", "c.KEY") }, "shop/config.py:1"],
    ["a module of a package", { ...shop, "app.py": use("from shop import config", "config.KEY") }, "shop/config.py:1"],
    ["a module by another name", { ...shop, "app.py": use("import shop.config as m", "m.KEY") }, "shop/config.py:1"],
    ["a module by its full name", { ...shop, "app.py": use("import shop.config", "shop.config.KEY") }, "shop/config.py:1"],
    ["a module beside", { "config.py": `KEY = "@1"\n`, "app.py": use("import config", "config.KEY") }, "config.py:1"],
    ["a package in src/", { "src/shop/__init__.py": "", "src/shop/config.py": `KEY = "@1"\n`, "wsgi.py": use("from shop.config import KEY", "KEY") }, "src/shop/config.py:1"],
    ["a package's own file", { "shop/__init__.py": `KEY = "@1"\n`, "app.py": use("from shop import KEY", "KEY") }, "shop/__init__.py:1"],
    ["a name that a package hands on", { ...shop, "shop/__init__.py": "from .config import KEY\n", "app.py": use("from shop import KEY", "KEY") }, "shop/config.py:1"],
    ["a name of a star import", { ...shop, "app.py": use("from shop.config import *", "KEY") }, "shop/config.py:1"],
    ["an import inside a function", { ...shop, "app.py": "from flask import Flask\ndef make():\n    from shop.config import KEY\n    app = Flask(__name__)\n    app.secret_key = KEY\n" }, "shop/config.py:1"],
    ["over three files", { ...shop, "keys.py": "from shop.config import KEY\nSIGNING = KEY\n", "app.py": use("import keys", "keys.SIGNING") }, "shop/config.py:1"],
    ["an attribute of an instance", { "config.py": `class Settings:\n    key = "@1"\nsettings = Settings()\n`, "app.py": use("from config import settings", "settings.key") }, "config.py:2"],
    ["an item of a mapping", { "config.py": `options = {"key": "@1"}\n`, "app.py": use("from config import options", `options["key"]`) }, "config.py:1"],
    ["what a function returns", { "config.py": `def key():\n    return "@1"\n`, "app.py": use("from config import key", "key()") }, "config.py:2"],
    ["what a module's function returns", { "config.py": `def key():\n    return "@1"\n`, "app.py": use("import config", "config.key()") }, "config.py:2"],
  ])("%s", (_, project, place) => {
    const found = shownWithTrail(project);
    expect(found.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([`${place} "@1" hardcoded-key`]);
    expect(found[0]).toMatch(/app\.py:\d+ used as a key$|wsgi\.py:4 used as a key$/);
  });

  test("the trail names each step, from the origin to the use", () => {
    const found = shownWithTrail({ ...shop, "keys.py": "from shop.config import KEY\nSIGNING = KEY\n", "app.py": use("import keys", "keys.SIGNING") });
    expect(found).toEqual([`shop/config.py:1 "@1" hardcoded-key secret_key > shop/config.py:1 KEY > keys.py:1 KEY > keys.py:2 SIGNING > app.py:2 keys > app.py:4 used as a key`]);
  });

  test.each<[string, Project]>([
    ["a library's name", { "app.py": use("from config import KEY", "KEY"), "other/shop/config.py": `KEY = "@1"\n` }],
    ["a name that is not there", { "config.py": `OTHER = "@1"\n`, "app.py": use("from config import KEY", "KEY") }],
    ["above the root", { "config.py": `KEY = "@1"\n`, "app.py": use("from ..... import config", "config.KEY") }],
    ["a file that imports itself", { "app.py": use("import app as me", "me.nothing") }],
  ])("%s is not found", (_, project) => {
    expect(shownWithTrail(project)).toEqual([]);
  });
});

describe("JavaScript: a key is followed into the file that it is written in", () => {
  const use = (imports: string, value: string): string => `import jwt from "jsonwebtoken";\n${imports}\njwt.sign({}, ${value});\n`;
  const keys = `export const key = "@1";\n`;
  test.each<[string, Project, string]>([
    ["a named export", { "config.js": keys, "app.js": use(`import { key } from "./config.js";`, "key") }, "config.js:1"],
    ["renamed", { "config.js": keys, "app.js": use(`import { key as k } from "./config";`, "k") }, "config.js:1"],
    ["a namespace", { "config.ts": keys, "app.ts": use(`import * as config from "./config";`, "config.key") }, "config.ts:1"],
    ["TypeScript by its JavaScript name", { "config.ts": keys, "app.ts": use(`import { key } from "./config.js";`, "key") }, "config.ts:1"],
    ["a default export", { "config.js": `export default "@1";\n`, "app.js": use(`import key from "./config.js";`, "key") }, "config.js:1"],
    ["a default export's entry", { "config.js": `export default { jwt: { secret: "@1" } };\n`, "app.js": use(`import config from "./config.js";`, "config.jwt.secret") }, "config.js:1"],
    ["a list of exports", { "config.js": `const k = "@1";\nexport { k as key };\n`, "app.js": use(`import { key } from "./config.js";`, "key") }, "config.js:1"],
    ["module.exports", { "config.js": `module.exports = { key: "@1" };\n`, "app.js": use(`const { key } = require("./config");`, "key") }, "config.js:1"],
    ["module.exports, renamed", { "config.js": `module.exports = { key: "@1" };\n`, "app.js": use(`const { key: k } = require("./config");`, "k") }, "config.js:1"],
    ["module.exports, imported", { "config.js": `module.exports = { key: "@1" };\n`, "app.js": use(`import config from "./config.js";`, "config.key") }, "config.js:1"],
    ["exports.key", { "config.js": `exports.key = "@1";\n`, "app.js": use("", `require("./config").key`) }, "config.js:1"],
    ["module.exports.key", { "config.js": `module.exports.key = "@1";\n`, "app.js": use(`const config = require("./config");`, "config.key") }, "config.js:1"],
    ["the folder's index", { "config/index.js": `module.exports = { key: "@1" };\n`, "app.js": use(`const config = require("./config");`, "config.key") }, "config/index.js:1"],
    ["the folder itself", { "index.js": `exports.key = "@1";\n`, "src/app.js": use(`const { key } = require("..");`, "key") }, "index.js:1"],
    ["an index that hands it on", { "config/keys.ts": keys, "config/index.ts": `export { key as signing } from "./keys";\n`, "app.ts": use(`import { signing } from "./config";`, "signing") }, "config/keys.ts:1"],
    ["an index that hands all on", { "config/keys.ts": keys, "config/index.ts": `export * from "./keys";\n`, "app.ts": use(`import { key } from "./config";`, "key") }, "config/keys.ts:1"],
    ["an index that hands it on by name", { "config/keys.ts": keys, "config/index.ts": `export * as keys from "./keys";\n`, "app.ts": use(`import { keys } from "./config";`, "keys.key") }, "config/keys.ts:1"],
    ["an enum", { "config.ts": `export enum Keys { Signing = "@1" }\n`, "app.ts": use(`import { Keys } from "./config";`, "Keys.Signing") }, "config.ts:1"],
    ["a static field", { "config.ts": `export class Config {\n  static readonly key = "@1";\n}\n`, "app.ts": use(`import { Config } from "./config";`, "Config.key") }, "config.ts:2"],
    ["what a function returns", { "config.ts": `export const key = () => "@1";\n`, "app.ts": use(`import { key } from "./config";`, "key()") }, "config.ts:1"],
    ["what a module's function returns", { "config.ts": `export function key() {\n  return "@1";\n}\n`, "app.ts": use(`import * as config from "./config";`, "config.key()") }, "config.ts:2"],
    ["a function that gives a mapping", { "config.ts": `export default () => ({ key: "@1" });\n`, "app.ts": use(`import config from "./config";`, "config().key") }, "config.ts:1"],
    ["a package of the same workspace", { "packages/config/package.json": `{"name": "@shop/config"}`, "packages/config/src/index.ts": keys, "packages/api/app.ts": use(`import { key } from "@shop/config";`, "key") }, "packages/config/src/index.ts:1"],
  ])("%s", (_, project, place) => {
    const found = shownWithTrail(project);
    expect(found.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([`${place} "@1" hardcoded-key`]);
    expect(found[0]).toMatch(/app\.[jt]s:\d used as a key$/);
  });

  test.each<[string, Project]>([
    ["a library's name", { "app.js": use(`import { key } from "config";`, "key"), "config.js": keys }],
    ["a name that is not there", { "app.js": use(`import { other } from "./config.js";`, "other"), "config.js": keys }],
    ["above the root", { "app.js": use(`import { key } from "../../config.js";`, "key"), "config.js": keys }],
    ["a type", { "app.ts": use(`import type { key } from "./config.js";`, "secretOf<typeof key>()"), "config.ts": keys }],
  ])("%s is not found", (_, project) => {
    expect(shownWithTrail(project)).toEqual([]);
  });
});

describe("the path of a file that a program reads", () => {
  const reading = (expression: string, path = "conf/live.json"): Project => ({ "app.py": `import json, os\nfrom pathlib import Path\nimport jwt\nname = "conf/live.json"\ncfg = json.load(${expression})\njwt.encode({}, cfg["tok"])\n`, [path]: `{ "tok": "@1" }\n` });

  test.each([
    `open("conf/live.json")`, `open("./conf/live.json")`, `open(os.path.join(BASE, "conf", "live.json"))`, `open(BASE / "conf" / "live.json")`, `open(name)`, `open(f"{BASE}/conf/live.json")`,
    `open(os.path.join(os.path.dirname(__file__), "conf", "live.json"), "r", encoding="utf-8")`, `(BASE / "conf/live.json").open()`, `Path("conf/live.json").open()`, `Path("conf").joinpath("live.json").open(encoding="live")`,
  ])("%s", (expression) => {
    expect(shown(reading(expression))).toEqual([`conf/live.json:1 "@1" hardcoded-key tok`]);
  });

  test.each([`open("conf/other.json")`, `open("live.json")`, `open("a/live.json")`, `open(which())`, `open()`, `open("conf" / other)`])("another file: %s", (expression) => {
    expect(shown(reading(expression))).toEqual([]);
  });

  test("a program is no file of settings", () => {
    expect(shown({ ...reading(`open("conf/live.py")`), "conf/live.py": `tok = "@2"\n` })).toEqual([]);
  });
});
