import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string, more: Project = {}): Project => ({ "app.py": `import hashlib, jwt, os, random, secrets, time\nfrom flask import Flask\napp = Flask(__name__)\n${text}\n`, ...more });
const node = (text: string): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n` });
const check = (_: string, project: Project, lines: readonly string[]): void => { expect(shown(project)).toEqual(lines); };

describe("what a helper makes is made where it is called", () => {
  const twice = `app.secret_key = make()\njwt.encode({}, make())`;
  test.each<[string, Project, readonly string[]]>([
    ["each call makes one", python(`def make():\n    return secrets.token_hex(8)\n${twice}`), ["app.py:6 make() short-key secret_key", "app.py:7 make() short-key jwt.encode"]],
    ["through another helper", python(`def inner():\n    return secrets.token_hex(8)\ndef make():\n    return inner()\n${twice}`), ["app.py:8 make() short-key secret_key", "app.py:9 make() short-key jwt.encode"]],
    ["a digest of what it is given", python(`def make(text="shop"):\n    return hashlib.sha256(text.encode()).hexdigest()\napp.secret_key = make("shop")\njwt.encode({}, make("shop"))`), [`app.py:6 make("shop") weak-random-key secret_key`, `app.py:7 make("shop") weak-random-key jwt.encode`]],
    ["a literal is not made: it stands in the helper", python(`def make():\n    return "@1"\n${twice}`), [`app.py:5 "@1" hardcoded-key secret_key`]],
    ["one that returns something else, too, does not only make", python(`def make():\n    if x:\n        return secrets.token_hex(8)\n    return load()\napp.secret_key = make()`), ["app.py:6 secrets.token_hex(8) short-key secret_key"]],
    ["two generators", python(`def make():\n    if x:\n        return secrets.token_hex(8)\n    return secrets.token_hex(7)\napp.secret_key = make()`), ["app.py:6 secrets.token_hex(8) short-key secret_key", "app.py:7 secrets.token_hex(7) short-key secret_key"]],
    ["a choice of generators", python(`def make():\n    return secrets.token_hex(8) if x else secrets.token_hex(7)\napp.secret_key = make()`), ["app.py:5 secrets.token_hex(8) short-key secret_key", "app.py:5 secrets.token_hex(7) short-key secret_key"]],
    ["a default of a variable", python(`def make():\n    return os.environ.get("APP_TOKENS") or secrets.token_hex(8)\napp.secret_key = make()`), ["app.py:5 secrets.token_hex(8) short-key APP_TOKENS"]],
    ["under a condition", python(`def make():\n    if os.environ.get("STAGE") == "dev":\n        return secrets.token_hex(8)\napp.secret_key = make()`), ["app.py:6 secrets.token_hex(8) short-key secret_key in development"]],
    ["called under a condition", python(`def make():\n    return secrets.token_hex(8)\nif os.environ.get("STAGE") == "dev":\n    app.secret_key = make()`), ["app.py:7 make() short-key secret_key in development"]],
  ])("%s", check);
});

describe("a generator inside something that is not understood", () => {
  test.each<[string, Project, readonly string[]]>([
    ["a strong one that an unknown function may keep", python(`app.secret_key = keep(secrets.token_hex(8))`), []],
    ["a weak one", python(`app.secret_key = wrap(random.random())`), ["app.py:4 wrap(random.random()) weak-random-key secret_key"]],
    ["a clock that an unknown function is told", python(`app.secret_key = fetch(now=time.time())`), []],
    ["a clock in what is joined", python(`app.secret_key = "".join(str(time.time()) for _ in x)`), [`app.py:4 "".join(str(time.time()) for _ in x) weak-random-key secret_key`]],
    ["the weak one of two", python(`app.secret_key = "".join(secrets.choice("abc") + random.choice("abc") for _ in x)`), [`app.py:4 "".join(secrets.choice("abc") + random.choice("abc") for _ in x) weak-random-key secret_key`]],
    ["a strong one in what is joined", python(`app.secret_key = "".join(secrets.choice("abc") for _ in x)`), [`app.py:4 "".join(secrets.choice("abc") for _ in x) ephemeral-key secret_key`]],
    ["inside a function that is not called", python(`def make():\n    return random.random()\napp.secret_key = make`), []],
    ["inside a class", python(`class A:\n    x = random.random()\napp.secret_key = A`), []],
  ])("%s", check);
});

describe("an entry whose name is not known is each of them", () => {
  test.each<[string, Project, readonly string[]]>([
    ["but no clock beside them", node(`const all = { a: "@1", b: "@2", expires: String(Date.now()) };\njwt.sign({}, all[which]);`), [`app.js:2 "@1" hardcoded-key all`, `app.js:2 "@2" hardcoded-key all`]],
    ["clocks only", node(`const all = { begins: Date.now(), expires: Date.now() };\njwt.sign({}, all[which]);`), []],
    ["a clock by its name", node(`const all = { a: String(Date.now()) };\njwt.sign({}, all["a"]);`), ["app.js:2 Date.now() weak-random-key all"]],
    ["what is made, but no clock", node(`const all = { a: Math.random() };\njwt.sign({}, all[which]);`), ["app.js:2 Math.random() weak-random-key all"]],
  ])("%s", check);
});

describe("a parameter", () => {
  test.each<[string, Project, readonly string[]]>([
    ["what the call gives, not the default", python(`def key(value="@1"):\n    return value\napp.secret_key = key("@2")`), [`app.py:6 "@2" hardcoded-key secret_key`]],
    ["something unknown that the call gives", python(`def key(value="@1"):\n    return value\napp.secret_key = key(load())`), []],
    ["the default of a helper inside another one", python(`def key(value="@1"):\n    return value\ndef other(value="@3"):\n    return key()\napp.secret_key = other("@2")`), [`app.py:4 "@1" hardcoded-key secret_key`]],
    ["an empty default, and what is taken for it", python(`def key(value=""):\n    return value or "@1"\napp.secret_key = key()`), [`app.py:5 "@1" default-fallback-key secret_key`]],
    ["of some calls the default, of others what they give", python(`def sign(value=None):\n    jwt.encode({}, value or "@1")\nsign()\nsign("@2")`), [`app.py:5 "@1" default-fallback-key jwt.encode`, `app.py:7 "@2" hardcoded-key value`]],
  ])("%s", check);
});

describe("what is put into something that a function asked for by a name", () => {
  const store = (read: string): string => `function put(name, value) {\n  const row = table.find(name);\n  row.value = value;\n}\nput("title", "@1");\nfunction take(name) {\n  ${read}\n  jwt.sign({}, row.value);\n}`;
  test.each<[string, Project, readonly string[]]>([
    ["is not in what another asked for", node(store("const row = table.find(name);")), []],
    ["nor in what is one of two", node(store("let row;\n  if (loaded) row = table.find(name);\n  else row = query(name);")), []],
    ["nor where all say the name", node(`function a() {\n  const row = table.find("a");\n  row.value = "@1";\n}\nfunction b() {\n  const row = table.find("b");\n  jwt.sign({}, row.value);\n}`), []],
    ["nor what updates that", node(`function a(name) {\n  const row = table.find(name);\n  Object.assign(row, { value: "@1" });\n}\nfunction b(name) {\n  const row = table.find(name);\n  jwt.sign({}, row.value);\n}`), []],
    ["is in what the same function asked for", node(`function a(name) {\n  const row = table.find(name);\n  row.value = "@1";\n  jwt.sign({}, row.value);\n}`), [`app.js:4 "@1" hardcoded-key row.value`]],
    ["is in what there is one of", node(`function a() {\n  const row = settings();\n  row.value = "@1";\n}\nfunction b() {\n  const row = settings();\n  jwt.sign({}, row.value);\n}`), [`app.js:4 "@1" hardcoded-key row.value`]],
    ["is in what both asked for by the same name", node(`function a() {\n  const row = table.find("a");\n  row.value = "@1";\n}\nfunction b() {\n  const row = table.find("a");\n  jwt.sign({}, row.value);\n}`), [`app.js:4 "@1" hardcoded-key row.value`]],
    ["is in what both are given", node(`function a(row) {\n  row.value = "@1";\n}\nfunction b(row) {\n  jwt.sign({}, row.value);\n}`), [`app.js:3 "@1" hardcoded-key row.value`]],
    ["in Python", python(`def put(name, value):\n    row = table.find(name)\n    row.value = value\nput("title", "@1")\ndef take(name):\n    row = table.find(name)\n    jwt.encode({}, row.value)`), []],
  ])("%s", check);
});

describe("an entry that is asked for", () => {
  test.each<[string, Project, readonly string[]]>([
    ["a section and an option", python(`app.secret_key = settings.get("web", "secret_key")`), []],
    ["a section and an option with more words", python(`app.secret_key = settings.get("web", "my_secret_key")`), []],
    ["a name and its default", python(`app.secret_key = load().get("SECRET", "my_secret_key")`), [`app.py:4 "my_secret_key" default-fallback-key SECRET`]],
    ["a default that is no name", python(`app.secret_key = load().get("web", "my secret key")`), [`app.py:4 "my secret key" default-fallback-key web`]],
    ["a default that has a name in it", python(`app.secret_key = load().get("web", "secret_key-2")`), [`app.py:4 "secret_key-2" default-fallback-key web`]],
    ["a default behind a name", python(`app.secret_key = load().get("web", default="@1")`), [`app.py:4 "@1" default-fallback-key web`]],
    ["an entry that is nothing, and the default", python(`options = {"tok": None}\napp.secret_key = options.get("tok", "@1")`), [`app.py:5 "@1" default-fallback-key tok`]],
    ["an entry that is there hides the default", python(`options = {"tok": "@1"}\napp.secret_key = options.get("tok", "@2")`), [`app.py:4 "@1" hardcoded-key secret_key`]],
  ])("%s", check);
});

describe("variables that are read elsewhere than in the program", () => {
  const reads = `app.secret_key = os.environ["SECRET_KEY"]`;
  test.each<[string, Project, readonly string[]]>([
    ["SvelteKit's import", { "src/app.ts": `import jwt from "jsonwebtoken";\nimport { APP_TOKENS } from "$env/static/private";\njwt.sign({}, APP_TOKENS || "@1");\njwt.sign({}, APP_TOKENS);\n` }, [`src/app.ts:3 "@1" default-fallback-key APP_TOKENS`]],
    ["a file of settings that reads one", { "docker-compose.yml": "services:\n  web:\n    environment:\n      SECRET_KEY: ${APP_TOKENS:-@1}\n      JWT_SECRET: ${APP_JWT}\n" }, ["docker-compose.yml:4 @1 default-fallback-key APP_TOKENS"]],
    ["an environment file that reads another of its own", python(reads, { ".env": "OTHER=@1\nSECRET_KEY=${OTHER}\n" }), [".env:1 @1 committed-env-file SECRET_KEY"]],
    ["one from outside", python(reads, { ".env": "SECRET_KEY=${OTHER}\n" }), []],
    ["one from outside, or a default", python(reads, { ".env": "SECRET_KEY=${OTHER:-@1}\n" }), [".env:1 @1 default-fallback-key OTHER"]],
  ])("%s", check);
});

describe("alternatives", () => {
  test.each<[string, Project, readonly string[]]>([
    ["nothing in between", python(`app.secret_key = os.environ.get("TOK_A") or None or "@1"`), [`app.py:4 "@1" default-fallback-key TOK_A`]],
    ["the last variable gives its name", python(`app.secret_key = os.environ.get("TOK_A") or os.environ.get("TOK_B") or "@1"`), [`app.py:4 "@1" default-fallback-key TOK_B`]],
    ["of a default within a default, too", python(`app.secret_key = os.environ.get("TOK_A", os.environ.get("TOK_B", "@1"))`), [`app.py:4 "@1" default-fallback-key TOK_B`]],
    ["a key in the middle hides what comes after", python(`app.secret_key = os.environ.get("TOK_A") or "@1" or "@2"`), [`app.py:4 "@1" default-fallback-key TOK_A`]],
    ["an empty text does not", python(`app.secret_key = os.environ.get("TOK_A") or "" or "@1"`), [`app.py:4 "@1" default-fallback-key TOK_A`]],
    ["where an empty text counts, it does", node(`jwt.sign({}, process.env.TOK_A ?? "" ?? "@1");`), []],
    ["what is only sometimes there does not", python(`k = "@1" if x else None\napp.secret_key = k or "@2"`), [`app.py:4 "@1" hardcoded-key secret_key`, `app.py:5 "@2" default-fallback-key secret_key`]],
    ["each branch of the environment or the code", python(`try:\n    k = os.environ["TOK_A"]\nexcept KeyError:\n    k = "@1"\napp.secret_key = k`), [`app.py:7 "@1" default-fallback-key secret_key`]],
  ])("%s", check);
});

describe("alternatives that are nothing in the end are what the first of them is", () => {
  const stored = { ".env": "TOK_A=@1\n" };
  test.each<[string, Project, readonly string[]]>([
    ["a default stands behind them", node(`jwt.sign({}, (process.env.TOK_A ?? null) || "@1");`), [`app.js:2 "@1" default-fallback-key TOK_A`]],
    ["a default behind their name", node(`const key = process.env.TOK_A || undefined;\njwt.sign({}, key ?? "@1");`), [`app.js:3 "@1" default-fallback-key TOK_A`]],
    ["a default behind a helper", python(`def key():\n    return os.environ.get("TOK_A") or None\napp.secret_key = key() or "@1"`), [`app.py:6 "@1" default-fallback-key TOK_A`]],
    ["a variable that an environment file holds", python(`app.secret_key = os.environ.get("TOK_A") or None`, stored), [".env:1 @1 committed-env-file TOK_A"]],
    ["a setting that may be nothing", { "manage.py": "", "shop/settings.py": "INSTALLED_APPS = []\n", "shop/views.py": `import jwt\nfrom django.conf import settings\njwt.encode({}, getattr(settings, "TOK_A", None) or "@1")\n` }, [`shop/views.py:3 "@1" default-fallback-key TOK_A`]],
    ["an entry that may be nothing", python(`app.secret_key = load().get("tok", None) or "@1"`), [`app.py:4 "@1" default-fallback-key tok`]],
    ["nothing at all", python(`app.secret_key = (None or None) or "@1"`), [`app.py:4 "@1" default-fallback-key secret_key`]],
    ["no default", python(`app.secret_key = os.environ.get("TOK_A") or None`), []],
  ])("%s", check);
});
