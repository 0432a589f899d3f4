import { describe, expect, test } from "vitest";
import { folderWith } from "../discover/repository.ts";
import { clock } from "../support/clock.ts";
import { key, leak, told, type Files } from "./keylint.ts";

const times = (count: number, part: (index: number) => string): string => Array.from({ length: count }, (_, index) => part(index)).join("");
const python = (text: string): Files => ({ "odd.py": `from flask import Flask\napp = Flask(__name__)\n${text}\napp.secret_key = x\n` });
const javascript = (text: string, name = "odd.js"): Files => ({ [name]: `const session = require("express-session");\nconst app = require("express")();\n${text}\napp.use(session({ secret: x }));\n` });

/** Lints what is given beside a good file: its finding must come, in time (of this process, whatever else runs), and nothing may crash. */
function survives(files: Files, argv: readonly string[] = []): ReturnType<typeof told> {
  const root = folderWith({ "good.py": leak, ...files });
  const inTime = clock();
  const ran = told(root, argv);
  inTime(5_000);
  expect(ran.findings).toContain("good.py:3 hardcoded-key error");
  expect(ran.failures.filter((failure) => failure.startsWith("!"))).toEqual([]);
  expect(ran.status).toBe(1);
  return ran;
}

describe("deep nesting", () => {
  const cases: [string, Files][] = [
    ["brackets in Python", python(`x = ${"[".repeat(1e5)}${"]".repeat(1e5)}`)],
    ["open brackets in Python", python(`x = ${"(".repeat(1e5)}`)],
    ["brackets in JavaScript", javascript(`const x = ${"[".repeat(1e5)}${"]".repeat(1e5)};`)],
    ["blocks in JavaScript", javascript(`${"{".repeat(5e4)}${"}".repeat(5e4)}`)],
    ["f-strings", python(`x = ${"f'{".repeat(2e4)}1${"}'".repeat(2e4)}`)],
    ["template literals", javascript(`const x = ${"`${".repeat(2e4)}1${"}`".repeat(2e4)};`)],
    ["a sum of 10,000 in Python", python(`a = "b"\nx = ${"a + ".repeat(1e4)}a`)],
    ["a sum of 10,000 in JavaScript", javascript(`const a = "b";\nconst x = ${"a + ".repeat(1e4)}a;`)],
    ["10,000 fallbacks", javascript(`const x = ${times(1e4, (index) => `process.env.A${index} || `)}"z";`)],
    ["10,000 conditions", python(`x = ${times(1e4, (index) => `"c${index}" if a == ${index} else `)}"z"`)],
    ["50,000 elif", python(`if a == 0:\n  x = "b"\n${times(5e4, (index) => `elif a == ${index}:\n  x = "c${index}"\n`)}`)],
    ["a chain of 10,000 methods in Python", python(`x = q${times(1e4, (index) => `.a(${index})`)}`)],
    ["a chain of 10,000 methods in JavaScript", javascript(`const x = q${times(1e4, (index) => `.a(${index})`)};`)],
    ["50,000 times not", python(`x = ${"not ".repeat(5e4)}1`)],
    ["lambdas and arrows", { ...python(`x = ${"lambda: ".repeat(5e3)}1`), ...javascript(`const x = ${"() => ".repeat(5e3)}1;`) }],
    ["types", javascript(`const x: ${"A<".repeat(1e4)}B${">".repeat(1e4)} = 1;`, "odd.ts")],
    ["elements", javascript(`const x = ${"<a>".repeat(1e4)}${"</a>".repeat(1e4)};`, "odd.jsx")],
    ["what may be types, parameters or values", javascript(`const x = ${"a ? (b => (".repeat(25)}c${")) : d".repeat(25)};\n${"(a = (".repeat(25)}1${")) => 1".repeat(25)};`, "odd.ts")],
    ["variables in an environment file", { ".env": `SECRET_KEY=${"${A:-".repeat(1e5)}x${"}".repeat(1e5)}\n` }],
    ["JSON in a manifest", { ...javascript('import x from "other";'), "package.json": `{"name": ${"[".repeat(3e5)}` }],
  ];
  test.each(cases)("%s", (_what, files) => {
    survives(files);
  });
});

describe("circles", () => {
  const cases: [string, Files][] = [
    ["values", python("x = x or y\ny = y or x\nx = y")],
    ["values in JavaScript", javascript("let y = y ?? x; let x = x || y; x = y || x;")],
    ["functions", python("def f():\n  return g()\ndef g():\n  return f() or h(g())\ndef h(a=None):\n  return h(a) or g()\nx = f()")],
    ["imports", { ...python("from b import x"), "b.py": "from c import x\n", "c.py": "from odd import x\nfrom b import *\n" }],
    ["imports of functions", { "odd.js": 'import session from "express-session";\nimport { f } from "./b.js";\nexport { f };\nsession({ secret: f() });\n', "b.js": 'import { f as g } from "./odd.js";\nexport const f = g;\n' }],
    ["exports", { "odd.js": 'import session from "express-session";\nimport { f } from "./b.js";\nexport * from "./b.js";\nsession({ secret: f });\n', "b.js": 'export * from "./odd.js";\nexport { f } from "./odd.js";\n' }],
    ["classes", python("class A(B): pass\nclass B(C): pass\nclass C(A): pass\nx = A.SECRET\napp.config.from_object(A)")],
    ["spreads", javascript("const a = {...b}; const b = {...c}; const c = {...a, ...b}; const x = a.secret; app.use(session({...a, ...b}));")],
    ["variables in an environment file", { ".env": "A=$B\nB=$A\nSECRET_KEY=$A$B\n" }],
  ];
  test.each(cases)("%s", (_what, files) => {
    survives(files);
  });
});

test("a program that goes in a circle is followed to its end", () => {
  const models = ["user", "session", "book", "setting"];
  const { failures } = survives({
    ...Object.fromEntries(models.map((name) => [`models/${name}.js`, `const { Model } = require("sequelize");
class M extends Model {
  static async load() { const all = (await this.findAll()).map((one) => one.value); return { settings: all.find((one) => one.id === "server") }; }
  static init(sequelize) {
    super.init({}, { sequelize, modelName: "${name}" });
    const { user, session, book } = sequelize.models;
    user.hasMany(M); M.belongsTo(user); session.hasMany(M); book.hasMany(M);
  }
}
module.exports = M;\n`])),
    "database.js": `const { Sequelize } = require("sequelize");
class Database {
  constructor() { this.sequelize = null; this.settings = null; }
  get models() { return this.sequelize?.models || {}; }
  get settingModel() { return this.models.setting; }
  async init() {
    this.sequelize = new Sequelize({});
    ${models.map((name) => `require("./models/${name}").init(this.sequelize);`).join("\n    ")}
    const found = await this.settingModel.load();
    this.settings = found.settings;
  }
}
module.exports = new Database();\n`,
    "tokens.js": `const jwt = require("jsonwebtoken");
const Database = require("./database");
class Tokens {
  static secret = null;
  async init() {
    if (process.env.JWT_SECRET) Tokens.secret = process.env.JWT_SECRET;
    else if (!Database.settings.secret) {
      Tokens.secret = require("crypto").randomBytes(64).toString("base64");
      Database.settings.secret = Tokens.secret;
    }
    else Tokens.secret = Database.settings.secret;
  }
  ${times(200, (index) => `sign${index}() { return jwt.sign({}, Tokens.secret); }\n  `)}
}\n`,
  });
  expect(failures).toEqual([]);
});

describe("what doubles with each step", () => {
  const cases: [string, Files][] = [
    ["a text", python(`x0 = "a"\n${times(60, (index) => `x${index + 1} = x${index} + x${index}\n`)}x = x60`)],
    ["a repeated text", python('x = "a" * 10000000000\ny = x * 10000000000\nx = y * 10000000000')],
    ["a variable", { ".env": `A0=a\n${times(60, (index) => `A${index + 1}=$A${index}$A${index}\n`)}SECRET_KEY=$A60\n` }],
    ["a class with three bases", python(`${times(18, (index) => `class A${index}(${index > 0 ? `A${index - 1}, B${index - 1}, C${index - 1}` : "object"}): pass\nB${index} = C${index} = A${index}\n`)}x = A17.SECRET_KEY\napp.config.from_object(A17)`)],
    ["a mapping", python(`D0 = {"A": "b"}\n${times(300, (index) => `D${index + 1} = {**D${index}, **D${index}}\n`)}app.config.update(D300)\nx = D300["K"]`)],
    ["thirty files that import all of each other", { ...python("from m0 import x"), ...Object.fromEntries(Array.from({ length: 30 }, (_, file) => [`m${file}.py`, times(30, (index) => `from m${index} import *\n`)])) }],
    ["two names with many values each", python(times(500, () => "if c:\n  x = y\nif c:\n  y = x\n"))],
  ];
  test.each(cases)("%s", (_what, files) => {
    survives(files);
  });
});

describe("many of one kind", () => {
  const cases: [string, Files][] = [
    ["calls", python(`${times(2e4, (index) => `SECRET_KEY = f(${index})\n`)}x = 1`)],
    ["mappings", python(`${"a={}\n".repeat(5e4)}x = 1`)],
    ["definitions and their uses", python(`${"x = x\n".repeat(8e3)}${"app.secret_key = x\n".repeat(2e3)}`)],
    ["assignments to themselves", python(times(5e3, (index) => `def f${index}():\n  app.secret_key = app.secret_key\n`))],
    ["functions with a key and their calls", python(`${times(2e3, (index) => `def f${index}(secret_key="dev"): pass\nf${index}()\n`)}x = 1`)],
    ["refusals", python(`${times(2e4, (index) => `if a == "x${index}": raise E\n`)}${times(500, () => `SECRET_KEY = "${key}"\n`)}x = 1`)],
    ["refusals of one name and its keys", python(`import os\n${times(4e3, () => `if not SECRET_KEY: raise E\nsecret_key = os.environ.get("SECRET_KEY", "${key}")\n`)}x = 1`)],
    ["functions of one name and their calls", python(`${times(8e3, (index) => `def f(key):\n  app.secret_key = key\nf("x${index}")\n`)}x = 1`)],
    ["imports of one name and its uses", python(`${times(2e4, () => "import random\nSECRET_KEY = random.choice(a)\n")}x = 1`)],
    ["classes", python(`${times(2e4, (index) => `class A${index + 1}(A${index}): pass\n`)}x = A20000.SECRET_KEY`)],
    ["parameters", python(`def f(${times(1e4, (index) => `a${index}="x", `)}):\n  return a1\nx = f(${times(1e4, (index) => `a${index}="y", `)})`)],
    ["statements in a line", python(`${"a;".repeat(1e5)}x = 1`)],
    ["texts in a row", python(`x = (${'"a" '.repeat(1e5)})`)],
    ["backslashes", { ...python(`x = "${"\\".repeat(1e6)}`), ".env": `SECRET_KEY="${"\\".repeat(1_000_001)}\n` }],
    ["requests for one file", javascript(`${times(1.5e4, () => 'require("./odd").a(1);\n')}const x = 1;`)],
    ["openings", { "odd.py": `app.secret_key\n${"'\n\"\n".repeat(1e5)}`, "odd.js": `session\n${"/(\n`${".repeat(4e4)}` }],
  ];
  test.each(cases)("%s", (_what, files) => {
    survives(files);
  });

  test("pieces of a page, each with a key", () => {
    survives({ "README.md": times(5e3, (index) => `\`\`\`yaml\na:\n  JWT_SECRET: ${key.slice(8)}${index}\n\`\`\`\n${"word ".repeat(20)}\n`) }, ["--context", "all"]);
  });

  test("what is not followed to its end is said", () => {
    expect(survives(python(times(5e3, (index) => `def f${index}():\n  app.secret_key = app.secret_key\n`))).failures).toEqual([expect.stringMatching(/^odd\.py: its names lead on in more ways than keylint follows/)]);
  });
});
