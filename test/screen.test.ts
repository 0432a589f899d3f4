import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameworks } from "../rules/frameworks/index.ts";
import { models } from "../rules/models/index.ts";
import { rules } from "../rules/index.ts";
import { lookFor, type Screen } from "../src/screen.ts";
import { plansFor } from "../src/screen/plans.ts";
import { lintFiles } from "./support/lint.ts";
import { examplesIn } from "../src/text/page.ts";
import { filled, shown } from "./support/shown.ts";

type Files = Readonly<{ [path: string]: string | Buffer }>;

const root = join(import.meta.dirname, "..");
const look = lookFor(plansFor(frameworks, models));
const screen: Screen = (...file) => look(...file).key;

/** The projects that the other tests lint: fixtures, frameworks' examples, rules' pages. */
const projects: readonly (readonly [string, Files])[] = [
  ...readdirSync(join(root, "fixtures")).map((name) => [`fixtures/${name}`, filesIn(join(root, "fixtures", name))] as const),
  ...frameworks.flatMap(({ id, bad, good }) => [[`frameworks/${id} bad`, bad], [`frameworks/${id} good`, good]] as const),
  ...rules.flatMap(({ id }) => examplesIn(readFileSync(join(root, `rules/${id}.md`), "utf8")).map(({ title, files }) => [`rules/${id} ${title}`, files] as const)),
];

function filesIn(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(file)]));
}

/** The same project, in which each file passes the screen: a comment at the end of it names a key. */
function letThrough(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => {
    // A notebook is JSON, which has no comments: there the name is that of one more entry.
    if (path.endsWith(".ipynb")) return [path, text.toString().replace(/\}\s*$/, ', "SECRET_KEY": 1}')];
    const mark = /\.[cm]?[jt]sx?$/.test(path) ? "\n// SECRET_KEY = x\n" : "\n# SECRET_KEY = x\n";
    return [path, /\.(json|txt)$/.test(path) ? text : Buffer.concat([Buffer.from(text), Buffer.from(mark)])];
  }));
}

const lines = (files: Files): readonly string[] => lintFiles(files).findings.map(({ id, rule, region, context }) => `${id} ${region.path}:${region.line}:${region.column} ${rule} ${context}`);

describe("the screen drops no file in which a key arrives", () => {
  test("in any project of the other tests", () => {
    const changed = projects.filter(([, files]) => Object.values(files).some((text) => !screen(Buffer.from(text))) && lines(files).join() !== lines(letThrough(files)).join());
    expect(changed.map(([name]) => name)).toEqual([]);
    expect(["# SECRET_KEY = x", "// SECRET_KEY = x"].map((mark) => screen(Buffer.from(mark)))).toEqual([true, true]);
  });

  test("it drops what names no key", () => {
    expect(screen(Buffer.from("def add(a, b):\n    return a + b\n"))).toBe(false);
    expect(screen(Buffer.from(`KEY = "x"\n`))).toBe(false);
    expect(screen(Buffer.alloc(0))).toBe(false);
  });

  test.each([
    ["a method that is called", "import jwt from '@fastify/jwt'\napp.register(jwt, { secret })", true],
    ["called on the next line, with types", "import jwt from '@fastify/jwt'\napp.register\n  <Options>(jwt, { secret })", true],
    ["a package with a dot in its name", `import { authorize } from "socket.io-jwt"\nauthorize({ secret })`, true],
    ["a method of a plugin that is not imported", "app.register(jwt, { secret })", false],
    ["a method that is spoken of", "// register the plugin, and keep the secret", false],
    ["an attribute that is set", "app.keys = load()", true],
    ["an attribute that is a function", "server.keys = function () {}", false],
    ["a bundler's name for anything", `${"x".repeat(100_000)};a.keys=b`, false],
    ["a setting that is only read", "rotate(config.encryptionKey)", false],
    ["a setting that is set", "config.encryptionKey = load()", true],
    ["a setting's name as a text", `config.get("encryption-key")`, true],
    ["a plain word that a variable is called, too", "// it keeps the secret for us", false],
    ["the variable", "const { SECRET } = process.env", true],
    ["the variable in small letters", "process.env.secret", true],
    ["a variable of another language's framework", "process.env.DJANGO_SECRET_KEY", true],
  ])("%s", (_, text, passes) => {
    expect(screen(Buffer.from(text), "src/zebra.js", { id: "javascript", supplies: false })).toBe(passes);
  });

  test.each([
    ["a package that is imported", "import hmac\nhmac.new(key, b'', 'sha256')", true],
    ["from which something is imported", "from jwt import (\n    encode as make,\n)", true],
    ["imported with others", "import os, jose.jwt as j, sys\nj.encode({}, k)", true],
    ["imported by a text", 'jwt = __import__("jwt")\njwt.encode({}, k)', true],
    ["a function that another file's star brings", "from common import *\njwt.encode({}, k)", true],
    ["a package that is spoken of", "# jwt can encode it\n", false],
    ["an attribute that only looks like a package's", "self.hmac = 1\nself.new = 2", false],
    ["a variable in small letters that is asked for", 'import os\nkey = os.environ["secret"]', true],
    ["asked for by a function of the file", 'from os import environ\ndef must(name):\n    return environ[name]\nkey = must("secret")', true],
    ["an entry in small letters of anything", 'import os\nkey = module.params["secret"]', false],
    ["a setting that is set", "config.encryption_key = load()", true],
    ["a setting that is a keyword", "connect(encryption_key=key)", true],
    ["a setting that a mapping has", '{"encryption_key": key}', true],
    ["a setting that is asked for by its name", 'settings.get("encryption_key", "")', true],
    ["a field", "class Settings(BaseSettings):\n    encryption_key: SecretStr | None\n", true],
    ["a field with a long annotation", `class Settings(BaseSettings):\n    encryption_key: Annotated[SecretStr, Field(min_length=32, description="${"what it is for ".repeat(6)}")]\n`, true],
    ["a field with one over several lines", "class Settings(BaseSettings):\n    encryption_key: Annotated[\n        str, Field(alias='KEY')\n    ]\n", true],
    ["a field whose type is a text", "class Settings(BaseSettings):\n    encryption_key: 'SecretStr'\n", true],
    ["a setting that is nothing only sometimes", "encryption_key = None if debug else load()", true],
    ["a setting that is repeated", "encryption_key = 4 * word", true],
    ["a setting of a mapping by stage", "encryption_key = {'prod': a, 'dev': b}[stage]", true],
    ["a mapping that describes one", '{"encryption_key": {"type": "str"}}', false],
    ["a call that does", 'dict(encryption_key=dict(type="str"))', false],
    ["a setting that is nothing", "encryption_key = None", false],
    ["a setting that is only read", 'rotate(config["encryption_key"])', false],
    ["a parameter", "def rotate(self, encryption_key: str, at: int) -> None:", false],
    ["a sentence", '"""encryption_key: the key that is used"""', false],
  ])("Python: %s", (_, text, passes) => {
    expect(screen(Buffer.from(text), "src/zebra.py", { id: "python", supplies: false })).toBe(passes);
  });

  test("a file of translations gives no key, whatever it speaks of", () => {
    expect(lines({ "locales/de.json": '{ "jwt": { "secret": "zebra" }, "SECRET_KEY": "zebra" }' })).toEqual([]);
  });

  test.each(["SECRET_KEY=x", "secret_key = x", "jwtSecret: x", "JWT-SECRET: x"])("%s passes, whatever its case", (text) => {
    expect(screen(Buffer.from(text))).toBe(true);
  });

  test.each([
    ["little endian, with a mark", Buffer.from("\ufeffJWT_SECRET=x\n", "utf16le")],
    ["big endian, with a mark", Buffer.from("\ufeffJWT_SECRET=x\n", "utf16le").swap16()],
    ["little endian, without", Buffer.from("JWT_SECRET=x\n", "utf16le")],
    ["big endian, without", Buffer.from("JWT_SECRET=x\n", "utf16le").swap16()],
  ])("UTF-16, %s, passes", (_, bytes) => {
    expect(screen(bytes)).toBe(true);
  });

  test("a file in UTF-16 is linted", () => {
    const { ".env": text = "" } = filled({ ".env": "JWT_SECRET=@1\n" });
    expect(lintFiles({ ".env": Buffer.from(`\ufeff${text}`, "utf16le") }).findings.map(({ rule }) => rule)).toEqual(["committed-env-file"]);
  });
});

test("a file that only supplies a value is read although the screen drops it", () => {
  const supply = `WORD = "@1"\n`;
  expect(screen(Buffer.from(supply))).toBe(false);
  expect(shown({ "words.py": supply, "app.py": "from flask import Flask\nimport words\napp = Flask(__name__)\napp.secret_key = words.WORD\n" })).toEqual([`words.py:1 "@1" hardcoded-key secret_key`]);
});
