import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const flask = (text: string, more: Project = {}): Project => ({ "app.py": `from flask import Flask\nimport os, jwt\napp = Flask(__name__)\n${text}\n`, ...more });
const node = (text: string, more: Project = {}): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n`, ...more });
const ts = (text: string, more: Project = {}): Project => ({ "src/app.ts": `import jwt from "jsonwebtoken";\n${text}\n`, ...more });
const place = (line: string): string => line.replace(/^(\S+) (\S+) (\S+) .*?( in \w+)?$/, "$1 $2 $3$4");

describe("Python", () => {
  test.each<[string, Project, readonly string[]]>([
    ["wrapper get_env(name, default)", flask(`def get_env(name, default=None):\n    return os.environ.get(name, default)\napp.secret_key = get_env("APP_SECRET_X", "@1")`), [`app.py:6 "@1" default-fallback-key`]],
    ["wrapper with if", flask(`def get_env(name, default=None):\n    v = os.environ.get(name)\n    if v:\n        return v\n    return default\napp.secret_key = get_env("XK", "@1")`), [`app.py:9 "@1" default-fallback-key`]],
    ["wrapper with if not", flask(`def get_env(name, default=None):\n    v = os.environ.get(name)\n    if not v:\n        return default\n    return v\napp.secret_key = get_env("XK", "@1")`), [`app.py:9 "@1" default-fallback-key`]],
    ["wrapper with try KeyError", flask(`def get_env(name, default=None):\n    try:\n        return os.environ[name]\n    except KeyError:\n        if default is not None:\n            return default\n        raise RuntimeError(name)\napp.secret_key = get_env("XK", "@1")`), [`app.py:11 "@1" default-fallback-key`]],
    ["wrapper required", flask(`def get_env(name):\n    try:\n        return os.environ[name]\n    except KeyError:\n        raise RuntimeError(name)\napp.secret_key = get_env("XK")`), []],
    ["wrapper other file", flask(`from util import get_env\napp.secret_key = get_env("XK", default="@1")`, { "util.py": `import os\ndef get_env(name, default=None):\n    return os.getenv(name, default)\n` }), [`app.py:5 "@1" default-fallback-key`]],
    ["wrapper: variable name reaches .env", flask(`def get_env(name, default=None):\n    return os.environ.get(name, default)\napp.secret_key = get_env("XK")`, { ".env": "XK=@1\n" }), [`.env:1 @1 committed-env-file`]],
    ["self.x set in constructor from parameter", flask(`class Tokens:\n    def __init__(self, key):\n        self.key = key\n    def make(self):\n        return jwt.encode({}, self.key)\nTokens("@1").make()`), [`app.py:9 "@1" hardcoded-key`]],
    ["constructor in another file", flask(`from tokens import Tokens\nt = Tokens("@1")`, { "tokens.py": `import jwt\nclass Tokens:\n    def __init__(self, key):\n        self.key = key\n    def make(self):\n        return jwt.encode({}, self.key)\n` }), [`app.py:5 "@1" hardcoded-key`]],
    ["constructor keyword default", flask(`class Tokens:\n    def __init__(self, key="@1"):\n        self.key = key\n    def make(self):\n        return jwt.encode({}, self.key)\nTokens().make()`), [`app.py:5 "@1" default-fallback-key`]],
    ["caller of a function in another file", flask(`from tokens import make\nmake({}, "@1")`, { "tokens.py": `import jwt\ndef make(claims, k):\n    return jwt.encode(claims, k)\n` }), [`app.py:5 "@1" hardcoded-key`]],
    ["app.config own name", flask(`app.config["TOK"] = "@1"\ndef f():\n    return jwt.encode({}, app.config["TOK"])`), [`app.py:4 "@1" hardcoded-key`]],
    ["current_app.config own name", flask(`app.config["TOK"] = "@1"`, { "views.py": `from flask import current_app\nimport jwt\ndef f():\n    return jwt.encode({}, current_app.config["TOK"])\n` }), [`app.py:4 "@1" hardcoded-key`]],
    ["current_app.config own name by class", flask(`app.config.from_object("config.Config")`, { "config.py": `class Config:\n    TOK = "@1"\n`, "views.py": `from flask import current_app\nimport jwt\ndef f():\n    return jwt.encode({}, current_app.config.get("TOK"))\n` }), [`config.py:2 "@1" hardcoded-key`]],
    ["django settings own name", { "manage.py": "", "shop/__init__.py": "", "shop/settings.py": `INSTALLED_APPS = []\nTOK = "@1"\n`, "shop/views.py": `from django.conf import settings\nimport jwt\ndef f():\n    return jwt.encode({}, settings.TOK)\n` }, [`shop/settings.py:2 "@1" hardcoded-key`]],
    ["django settings own name fallback", { "manage.py": "", "shop/settings/__init__.py": "", "shop/settings/base.py": `import os\nINSTALLED_APPS = []\nTOK = os.environ.get("TOKX", "@1")\n`, "shop/views.py": `from django.conf import settings\nimport jwt\ndef f():\n    return jwt.encode({}, settings.TOK)\n` }, [`shop/settings/base.py:3 "@1" default-fallback-key`]],
    ["dict of config", flask(`CFG = {"jwt": {"k": "@1"}}\njwt.encode({}, CFG["jwt"]["k"])`), [`app.py:4 "@1" hardcoded-key`]],
    ["json config loaded by open", flask(`import json\nwith open("config.json") as f:\n    cfg = json.load(f)\napp.secret_key = cfg["tok"]`, { "config.json": `{"tok": "@1"}` }), [`config.json:1 "@1" hardcoded-key`]],
    ["yaml config loaded by open", flask(`import yaml\ncfg = yaml.safe_load(open("config.yml"))\napp.secret_key = cfg["web"]["tok"]`, { "config.yml": `web:\n  tok: "@1"\n` }), [`config.yml:2 "@1" hardcoded-key`]],
    ["toml config", flask(`import tomllib\nwith open("config.toml", "rb") as f:\n    cfg = tomllib.load(f)\napp.secret_key = cfg["web"]["tok"]`, { "config.toml": `[web]\ntok = "@1"\n` }), [`config.toml:2 "@1" hardcoded-key`]],
    ["configparser", flask(`import configparser\ncfg = configparser.ConfigParser()\ncfg.read("config.ini")\napp.secret_key = cfg["web"]["tok"]`, { "config.ini": `[web]\ntok = @1\n` }), [`config.ini:2 @1 hardcoded-key`]],
    ["configparser get", flask(`import configparser\ncfg = configparser.ConfigParser()\ncfg.read("config.ini")\napp.secret_key = cfg.get("web", "tok")`, { "config.ini": `[web]\ntok = @1\n` }), [`config.ini:2 @1 hardcoded-key`]],
    ["inheritance attr over files", flask(`from config import Prod\njwt.encode({}, Prod.TOK)`, { "config.py": `from base import Base\nclass Prod(Base):\n    pass\n`, "base.py": `class Base:\n    TOK = "@1"\n` }), [`base.py:2 "@1" hardcoded-key`]],
    ["Middleware()", { "app.py": `from starlette.applications import Starlette\nfrom starlette.middleware import Middleware\nfrom starlette.middleware.sessions import SessionMiddleware\napp = Starlette(middleware=[Middleware(SessionMiddleware, secret_key="@1")])\n` }, [`app.py:4 "@1" hardcoded-key`]],
    ["chained assignment", flask(`a = b = "@1"\napp.secret_key = b`), [`app.py:4 "@1" hardcoded-key`]],
    ["try/except import", flask(`try:\n    from local import TOK\nexcept ImportError:\n    TOK = "@1"\napp.secret_key = TOK`), [`app.py:7 "@1" default-fallback-key`]],
    ["lru_cache get_settings", flask(`from functools import lru_cache\nclass S:\n    tok = "@1"\n@lru_cache\ndef get_settings():\n    return S()\napp.secret_key = get_settings().tok`), [`app.py:6 "@1" hardcoded-key`]],
    ["os.environ.setdefault", flask(`os.environ.setdefault("XK", "@1")\napp.secret_key = os.environ["XK"]`), [`app.py:4 "@1" default-fallback-key`]],
    ["os.environ assigned", flask(`os.environ["XK"] = "@1"\napp.secret_key = os.environ["XK"]`), [`app.py:4 "@1" hardcoded-key`]],
    ["relative parent package", { "shop/__init__.py": `from .keys import *\n`, "shop/keys.py": `__all__ = ["TOK"]\nTOK = "@1"\n`, "shop/web/__init__.py": "", "shop/web/v.py": `import jwt\nfrom .. import TOK\njwt.encode({}, TOK)\n` }, [`shop/keys.py:2 "@1" hardcoded-key`]],
    ["bytes.fromhex", flask(`app.secret_key = bytes.fromhex("@1")`), [`app.py:4 "@1" hardcoded-key`]],
    ["walrus", flask(`app.secret_key = (k := "@1")`), [`app.py:4 "@1" hardcoded-key`]],
    ["match by environment dict", flask(`KEYS = {"prod": "@1", "dev": "@2"}\napp.secret_key = KEYS[os.environ["STAGE"]]`), [`app.py:4 "@1" hardcoded-key`, `app.py:4 "@2" hardcoded-key in development`]],
    ["module alias attribute", flask(`import conf.live as live\ncfg = live\napp.secret_key = cfg.TOK`, { "conf/__init__.py": "", "conf/live.py": `TOK = "@1"\n` }), [`conf/live.py:1 "@1" hardcoded-key`]],
    ["dict update var", flask(`opts = {"SECRET_KEY": "@1"}\napp.config.update(opts)`), [`app.py:4 "@1" hardcoded-key`]],
    ["SimpleNamespace", flask(`from types import SimpleNamespace\nc = SimpleNamespace(tok="@1")\napp.secret_key = c.tok`), [`app.py:5 "@1" hardcoded-key`]],
    ["class attribute via cls", flask(`class T:\n    K = "@1"\n    @classmethod\n    def make(cls):\n        return jwt.encode({}, cls.K)`), [`app.py:5 "@1" hardcoded-key`]],
    ["overwritten always", flask(`TOK = "@1"\nTOK = os.environ["TOK"]\napp.secret_key = TOK`), []],
    ["sys.argv etc opaque", flask(`import sys\napp.secret_key = sys.argv[1]`), []],
    ["globals star in settings", { "manage.py": "", "p/__init__.py": "", "p/settings.py": `INSTALLED_APPS = []\nfrom .secret import *\n`, "p/secret.py": `SECRET_KEY = "@1"\n` }, [`p/secret.py:1 "@1" hardcoded-key`]],
  ])("%s", (_, project, expected) => {
    expect(shown(project).map(place)).toEqual(expected);
  });
});

describe("JavaScript", () => {
  test.each<[string, Project, readonly string[]]>([
    ["wrapper env(name, default)", node(`const env = (name, d) => process.env[name] || d;\njwt.sign({}, env("XK", "@1"));`), [`app.js:3 "@1" default-fallback-key`]],
    ["wrapper with if", node(`function env(name, d) {\n  const v = process.env[name];\n  if (v === undefined) return d;\n  return v;\n}\njwt.sign({}, env("XK", "@1"));`), [`app.js:7 "@1" default-fallback-key`]],
    ["wrapper with throw", node(`function env(name) {\n  const v = process.env[name];\n  if (!v) throw new Error(name);\n  return v;\n}\njwt.sign({}, env("XK"));`), []],
    ["wrapper variable name to .env", node(`function env(name) {\n  const v = process.env[name];\n  if (!v) throw new Error(name);\n  return v;\n}\njwt.sign({}, env("XK"));`, { ".env": "XK=@1\n" }), [`.env:1 @1 committed-env-file`]],
    ["wrapper other file ts", ts(`import { env } from "./env";\njwt.sign({}, env("XK", "@1"));`, { "src/env.ts": `export function env(name: string, d?: string): string {\n  const v = process.env[name] ?? d;\n  if (v === undefined) throw new Error(name);\n  return v;\n}\n` }), [`src/app.ts:3 "@1" default-fallback-key`]],
    ["constructor parameter field", node(`class T {\n  constructor(k) { this.k = k; }\n  make() { return jwt.sign({}, this.k); }\n}\nnew T("@1");`), [`app.js:6 "@1" hardcoded-key`]],
    ["constructor parameter property", ts(`export class T {\n  constructor(private readonly k: string) {}\n  make() { return jwt.sign({}, this.k); }\n}\nnew T("@1");`), [`src/app.ts:6 "@1" hardcoded-key`]],
    ["constructor in another file", ts(`import { T } from "./t";\nnew T("@1").make();`, { "src/t.ts": `import jwt from "jsonwebtoken";\nexport class T {\n  private k: string;\n  constructor(k: string) { this.k = k; }\n  make() { return jwt.sign({}, this.k); }\n}\n` }), [`src/app.ts:3 "@1" hardcoded-key`]],
    ["constructor options", node(`class T {\n  constructor(opts = {}) { this.opts = opts; }\n  make() { return jwt.sign({}, this.opts.k); }\n}\nnew T({ k: "@1" });`), [`app.js:6 "@1" hardcoded-key`]],
    ["caller in another file", ts(`import { make } from "./t";\nmake({}, "@1");`, { "src/t.ts": `import jwt from "jsonwebtoken";\nexport const make = (claims: object, k: string) => jwt.sign(claims, k);\n` }), [`src/app.ts:3 "@1" hardcoded-key`]],
    ["config object through a parameter in another file", ts(`import { sessions } from "./s";\nconst config = { k: process.env.XK || "@1" };\nsessions(config);`, { "src/s.ts": `import session from "express-session";\nexport function sessions(config: { k: string }) { return session({ secret: config.k }); }\n` }), [`src/app.ts:3 "@1" default-fallback-key`]],
    ["by NODE_ENV", node(`const c = { production: { k: "@1" }, development: { k: "@2" } };\njwt.sign({}, c[process.env.NODE_ENV].k);`), [`app.js:2 "@1" hardcoded-key`, `app.js:2 "@2" hardcoded-key in development`]],
    ["by NODE_ENV with default", node(`const c = { production: { k: process.env.XK }, development: { k: "@2" } };\nmodule.exports = c[process.env.NODE_ENV || "development"];\njwt.sign({}, module.exports.k);`), [`app.js:2 "@2" hardcoded-key in development`]],
    ["require by NODE_ENV", node(`const c = require("./config")[process.env.NODE_ENV];\njwt.sign({}, c.k);`, { "config.js": `module.exports = { production: { k: "@1" } };\n` }), [`config.js:1 "@1" hardcoded-key`]],
    ["require json", node(`const c = require("./c.json");\njwt.sign({}, c.k);`, { "c.json": `{ "k": "@1" }\n` }), [`c.json:1 "@1" hardcoded-key`]],
    ["import json", ts(`import c from "./c.json";\njwt.sign({}, c.jwt.k);`, { "src/c.json": `{ "jwt": { "k": "@1" } }\n` }), [`src/c.json:1 "@1" hardcoded-key`]],
    ["require json by env name", node("const c = require(`./config.${process.env.NODE_ENV}.json`);\njwt.sign({}, c.k);", { "config.production.json": `{ "k": "@1" }\n` }), []],
    ["JSON.parse readFileSync", node(`const fs = require("fs");\nconst c = JSON.parse(fs.readFileSync("./c.json", "utf8"));\njwt.sign({}, c.k);`, { "c.json": `{ "k": "@1" }\n` }), [`c.json:1 "@1" hardcoded-key`]],
    ["JSON.parse readFileSync path.join", node(`const fs = require("fs"), path = require("path");\nconst c = JSON.parse(fs.readFileSync(path.join(__dirname, "c.json")));\njwt.sign({}, c.k);`, { "c.json": `{ "k": "@1" }\n` }), [`c.json:1 "@1" hardcoded-key`]],
    ["tsconfig paths", ts(`import { k } from "@/keys";\njwt.sign({}, k);`, { "tsconfig.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }`, "src/keys.ts": `export const k = "@1";\n` }), [`src/keys.ts:1 "@1" hardcoded-key`]],
    ["tsconfig baseUrl", ts(`import { k } from "lib/keys";\njwt.sign({}, k);`, { "tsconfig.json": `{ "compilerOptions": { "baseUrl": "./src" } }`, "src/lib/keys.ts": `export const k = "@1";\n` }), [`src/lib/keys.ts:1 "@1" hardcoded-key`]],
    ["package imports #", ts(`import { k } from "#keys";\njwt.sign({}, k);`, { "package.json": `{ "imports": { "#keys": "./src/keys.js" } }`, "src/keys.js": `export const k = "@1";\n` }), [`src/keys.js:1 "@1" hardcoded-key`]],
    ["~ alias without tsconfig (nuxt)", ts(`import { k } from "~/keys";\njwt.sign({}, k);`, { "nuxt.config.ts": "export default {}", "keys.ts": `export const k = "@1";\n` }), [`keys.ts:1 "@1" hardcoded-key`]],
    ["export star as", ts(`import { keys } from "./i";\njwt.sign({}, keys.k);`, { "src/i.ts": `export * as keys from "./k";\n`, "src/k.ts": `export const k = "@1";\n` }), [`src/k.ts:1 "@1" hardcoded-key`]],
    ["export default class static", ts(`import C from "./c";\njwt.sign({}, C.k);`, { "src/c.ts": `export default class C {\n  static k = "@1";\n}\n` }), [`src/c.ts:2 "@1" hardcoded-key`]],
    ["enum", ts(`enum E { K = "@1" }\njwt.sign({}, E.K);`), [`src/app.ts:2 "@1" hardcoded-key`]],
    ["as const / satisfies", ts(`const c = { k: "@1" } as const satisfies object;\njwt.sign({}, c.k!);`), [`src/app.ts:2 "@1" hardcoded-key`]],
    ["destructuring default nested", node(`const { jwt: { k = "@1" } = {} } = options;\njwt.sign({}, k);`), [`app.js:2 "@1" default-fallback-key`]],
    ["destructured process.env default", node(`const { XK = "@1" } = process.env;\njwt.sign({}, XK);`), [`app.js:2 "@1" default-fallback-key`]],
    ["Object.assign defaults", node(`const c = Object.assign({}, { k: "@1" }, other);\njwt.sign({}, c.k);`), [`app.js:2 "@1" hardcoded-key`]],
    ["process.env assigned", node(`process.env.XK = "@1";\njwt.sign({}, process.env.XK);`), [`app.js:2 "@1" hardcoded-key`]],
    ["if (!process.env) assign", node(`if (!process.env.XK) process.env.XK = "@1";\njwt.sign({}, process.env.XK);`), [`app.js:2 "@1" default-fallback-key`]],
    ["let k; if env else", node(`let k;\nif (process.env.XK) {\n  k = process.env.XK;\n} else {\n  k = "@1";\n}\njwt.sign({}, k);`), [`app.js:6 "@1" default-fallback-key`]],
    ["dynamic import", ts(`const { k } = await import("./k");\njwt.sign({}, k);`, { "src/k.ts": `export const k = "@1";\n` }), [`src/k.ts:1 "@1" hardcoded-key`]],
    ["getter", node(`const c = { get k() { return "@1"; } };\njwt.sign({}, c.k);`), [`app.js:2 "@1" hardcoded-key`]],
    ["promise resolve", node(`const k = () => Promise.resolve("@1");\nasync function f() {\n  jwt.sign({}, await k());\n}`), [`app.js:2 "@1" hardcoded-key`]],
    ["bind / curry", node(`const sign = (k) => (c) => jwt.sign(c, k);\nconst s = sign("@1");\ns({});`), [`app.js:3 "@1" hardcoded-key`]],
    ["useFactory", ts(`import { JwtModule } from "@nestjs/jwt";\nJwtModule.registerAsync({ useFactory: async () => ({ secret: "@1" }) });`), [`src/app.ts:3 "@1" hardcoded-key`]],
    ["app.set / app.get", node(`const express = require("express");\nconst app = express();\napp.set("superSecret", "@1");\njwt.sign({}, app.get("superSecret"));`), [`app.js:4 "@1" hardcoded-key`]],
    ["app.set in other file", node(`const app = require("express")();\nconst config = require("./config");\napp.set("tok", config.tok);\njwt.sign({}, app.get("tok"));`, { "config.js": `module.exports = { tok: "@1" };\n` }), [`config.js:1 "@1" hardcoded-key`]],
    ["exports.a = exports.b", node(`const { b } = require("./k");\njwt.sign({}, b);`, { "k.js": `exports.a = "@1";\nexports.b = exports.a;\n` }), [`k.js:1 "@1" hardcoded-key`]],
    ["module.exports function", node(`const conf = require("./k")();\njwt.sign({}, conf.k);`, { "k.js": `module.exports = () => ({ k: "@1" });\n` }), [`k.js:1 "@1" hardcoded-key`]],
    ["global", node(`global.K = "@1";\njwt.sign({}, global.K);`), [`app.js:2 "@1" hardcoded-key`]],
    ["res.locals no", node(`jwt.sign({}, req.headers.key);`), []],
  ])("%s", (_, project, expected) => {
    expect(shown(project).map(place)).toEqual(expected);
  });
});
