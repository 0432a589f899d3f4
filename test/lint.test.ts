import { describe, expect, test } from "vitest";
import { lintFiles } from "./support/lint.ts";
import { treeOf } from "./support/tree.ts";
import { filled, findingsIn, shown, type Project } from "./support/shown.ts";

const ids = (project: Project): readonly string[] => findingsIn(project).map(({ id }) => id);

describe("one finding for each origin", () => {
  const project = {
    "keys.js": `module.exports = { key: "@1" };\n`,
    "a.js": `const jwt = require("jsonwebtoken");\nconst { key } = require("./keys");\njwt.sign({}, key);\njwt.verify(token, key);\n`,
    "b.js": `const session = require("express-session");\nconst { key } = require("./keys");\napp.use(session({ secret: key }));\n`,
  };

  test("with all the places that it reaches", () => {
    const [finding, ...others] = findingsIn(project);
    expect(others).toEqual([]);
    expect(finding?.region.path).toBe("keys.js");
    expect(finding?.uses.map(({ path, line, slot }) => `${path}:${line} ${slot}`)).toEqual(["a.js:3 jsonwebtoken/sign", "a.js:4 jsonwebtoken/verify", "b.js:3 express-session/secret"]);
  });

  test("what the program hands over leads what is only called a key", () => {
    const [finding, ...others] = findingsIn({ "app.js": `const session = require("express-session");\nconst SESSION_SECRET = "@1";\napp.use(session({ secret: SESSION_SECRET }));\n` });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ slot: "express-session/secret", evidence: "api", name: "SESSION_SECRET", region: { line: 2 } });
  });

  test("two literals of the same text are two", () => {
    expect(shown({ "app.js": `const jwt = require("jsonwebtoken");\njwt.sign({}, "@1");\njwt.verify(token, "@1");\n` })).toEqual([`app.js:2 "@1" hardcoded-key jwt.sign`, `app.js:3 "@1" hardcoded-key jwt.verify`]);
  });

  test("the first rule in lead order gives the name, the others are named with it", () => {
    const [finding] = findingsIn({ "app.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ.get("APP") or "keyboard cat"\n` });
    expect(finding?.rule).toBe("default-fallback-key");
    expect(finding?.rules[0]).toBe("default-fallback-key");
    expect(finding?.rules).toContain("published-key");
  });
});

describe("a finding's identity", () => {
  const app = `const jwt = require("jsonwebtoken");\njwt.sign({}, "@1");\njwt.sign({}, "@2");\n`;

  test("stays when lines move, and when the value or the rule changes", () => {
    const before = ids({ "app.js": app });
    expect(ids({ "app.js": `// first\n\n${app}` })).toEqual(before);
    expect(ids({ "app.js": app.replace("@1", "@3") })).toEqual(before);
    expect(ids({ "app.js": app.replace("@1", "dev") })).toEqual(before);
  });

  test("differs for two of a kind, for another name, and for another file", () => {
    const all = [...ids({ "app.js": app }), ...ids({ "other.js": app }), ...ids({ "app.js": app.replaceAll("jwt.sign", "jwt.verify") }), ...ids({ ".env": "JWT_SECRET=@1\nJWT_SECRET_OLD=@2\n" })];
    expect(new Set(all).size).toBe(all.length);
  });

  test("does not depend on the order in which files are given", () => {
    const [a, b] = [{ "a.js": app, "b.js": app }, { "b.js": app, "a.js": app }];
    expect(lintFiles(filled(a))).toEqual(lintFiles(filled(b)));
  });
});

describe("a project with several services", () => {
  const settings = `import os\nimport jwt\njwt.encode({}, os.environ["TOKENS"], algorithm="HS256")\n`;

  test("each has its own files of the same name", () => {
    const service = (digit: number): string => `KEY = "@${digit}"\n`;
    const use = `import jwt\nfrom config import KEY\njwt.encode({}, KEY, algorithm="HS256")\n`;
    expect(shown({ "one/config.py": service(1), "one/app.py": use, "two/config.py": service(2), "two/app.py": use })).toEqual([`one/config.py:1 "@1" hardcoded-key KEY`, `two/config.py:1 "@2" hardcoded-key KEY`]);
  });

  test("a framework of one manifest says nothing of the other's settings", () => {
    const found = findingsIn({ "one/requirements.txt": "Django==5\n", "one/conf.py": `SECRET_KEY = "@1"\n`, "two/requirements.txt": "Flask==3\n", "two/conf.py": `SECRET_KEY = "@2"\n`, "three/app.py": settings });
    expect(found.map(({ region: { path }, framework }) => `${path} ${framework}`)).toEqual(["one/conf.py django", "two/conf.py flask"]);
  });
});

describe("what is asked for", () => {
  const project = filled({
    "app.py": `from flask import Flask\nfrom keys import KEY\napp = Flask(__name__)\napp.secret_key = KEY\n`, "keys.py": `KEY = "@1"\n`,
    "tests/app.py": `from flask import Flask\napp = Flask(__name__)\napp.secret_key = "@2"\n`, "web/app.js": `require("jsonwebtoken").sign({}, "@3");\n`,
  });
  const places = (more: Parameters<typeof lintFiles>[1]): readonly string[] => lintFiles(project, more).findings.map(({ region: { path, line } }) => `${path}:${line}`);

  test("contexts: those that are not shown are counted", () => {
    const report = lintFiles(project, { contexts: ["production"] });
    expect(report.findings.map(({ region }) => region.path)).toEqual(["keys.py", "web/app.js"]);
    expect(report.hidden).toEqual({ test: 1 });
  });

  test("folders: the whole is seen, its part reported", () => {
    expect(places({ below: ["web"] })).toEqual(["web/app.js:1"]);
    expect(places({ below: ["keys.py"] })).toEqual(["keys.py:1"]);
    expect(places({ below: [""] })).toEqual(["keys.py:1", "tests/app.py:3", "web/app.js:1"]);
  });

  test("files: only these are read, and only what stands in them is reported", () => {
    expect(places({ files: ["web/app.js"] })).toEqual(["web/app.js:1"]);
    expect(places({ files: ["app.py", "keys.py"] })).toEqual(["keys.py:1"]);
  });

  test("the configuration: levels, contexts, files", () => {
    expect(places({ config: { rules: { "hardcoded-key": "off" } } })).toEqual([]);
    expect(places({ config: { exclude: ["web/**"] } })).toEqual(["keys.py:1", "tests/app.py:3"]);
    expect(places({ config: { include: ["web/**"] } })).toEqual(["web/app.js:1"]);
    const { findings } = lintFiles(project, { config: { overrides: [{ files: ["keys.py"], context: "example" }, { files: ["web/**"], rules: { "hardcoded-key": "note" } }] } });
    expect(findings.map(({ region: { path }, level, context }) => `${path} ${level} ${context}`)).toEqual(["keys.py note example", "tests/app.py note test", "web/app.js note production"]);
  });

  test("the configuration: the user's own published keys, least length and slots", () => {
    const [, , last] = lintFiles(project, { publishedKeys: [filled({ k: "@3" })["k"] ?? ""] }).findings;
    expect(last?.rule).toBe("published-key");
    expect(lintFiles({ "app.py": `import secrets\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = secrets.token_hex(16)\n` }, { config: { minBytes: 24 } }).findings.map(({ rule }) => rule)).toEqual(["short-key"]);
    const slots = [{ id: "ours", at: [{ call: "ours.sign", argument: "0" }], label: "sign" }];
    expect(lintFiles(filled({ "app.js": `import { sign } from "ours";\nsign("@1");\n` }), { config: { slots } }).findings.map(({ slot }) => slot)).toEqual(["generic/ours"]);
  });
});

test("a file that cannot be read when it is looked at, and can a moment later, is said", () => {
  const files = filled({ "app.py": `SECRET_KEY = "@1"\n` });
  const tree = treeOf(files);
  let times = 0;
  const report = lintFiles(files, { tree: { ...tree, read: (path) => (times++ === 0 ? { message: "it does not exist (any more)" } : tree.read(path)) } });
  expect(report.failures).toEqual([{ path: "app.py", message: "it could not be read at first, and changed meanwhile; run keylint again", fatal: false }]);
});
