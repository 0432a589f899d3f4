import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const place = (line: string): string => line.replace(/^(\S+) (\S+) .*$/, "$1 $2");
const check = (project: Project, lines: readonly string[]): void => { expect(shown(project).map(place)).toEqual(lines); };

const python = `import jwt
class Tokens:
    def __init__(self, key):
        jwt.encode({}, key)
    @staticmethod
    def make(key):
        jwt.encode({}, key)
    @classmethod
    def build(cls, key):
        jwt.encode({}, key)
    def run(self, key):
        jwt.encode({}, key)
def plain(key):
    jwt.encode({}, key)
`;

describe("a key that is handed to a function or a class of Python", () => {
  const calls = ["plain", "t.plain", "Tokens", "t.Tokens", "Tokens.make", "Tokens.build", "Tokens(load()).run", "one.run"];
  test.each(calls)("of another file: %s", (callee) => {
    check({ "tokens.py": python, "app.py": `from tokens import Tokens, plain\nimport tokens as t\none = Tokens(load())\n${callee}("@1")\n` }, [`app.py:4 "@1"`]);
  });

  test.each(calls.filter((callee) => !callee.startsWith("t.")))("of the same file: %s", (callee) => {
    check({ "tokens.py": `${python}one = Tokens(load())\n${callee}("@1")\n` }, [`tokens.py:16 "@1"`]);
  });

  test.each(["Tokens.other", "Other.make", "one.make", "t.other", "Tokens.make.build"])("which are others: %s", (callee) => {
    check({ "tokens.py": python, "app.py": `from tokens import Tokens\nimport tokens as t\nclass Other:\n    def make(self, key):\n        return key\none = Other()\n${callee}("@2")\n` }, []);
  });
});

const javascript = `class Tokens {
  constructor(key) { jwt.sign({}, key); }
  static make(key) { jwt.sign({}, key); }
  run(key) { jwt.sign({}, key); }
}
function plain(key) { jwt.sign({}, key); }
`;
const calls = ["plain", "t.plain", "new Tokens", "new t.Tokens", "Tokens.make", "new Tokens(load()).run", "one.run"];

describe("classes whose bases are made of themselves end the search", () => {
  test.each([
    ["what the class is called with", `const { a } = new (class extends a { b() {} })();\na.b("@2");\n`],
    ["super, assigned in a method", `let x;\nclass A extends x { m() { x = super.y; } }\nx("@2");\nnew A("@2");\n`],
    ["each other", `class A extends B {}\nclass B extends A {}\nnew A("@2");\nnew B().c("@2");\n`],
    ["a member of itself", `class A extends A.B {}\nA.B("@2");\n`],
  ])("%s", (_, text) => {
    check({ "app.js": `const jwt = require("jsonwebtoken");\n${text}jwt.sign({}, "@1");\n` }, [`app.js:${text.split("\n").length + 1} "@1"`]);
  });
});

describe("a key that is handed to a function or a class of JavaScript", () => {
  test.each(calls)("by require: %s", (callee) => {
    check({ "tokens.js": `const jwt = require("jsonwebtoken");\n${javascript}module.exports = { Tokens, plain };\n`, "app.js": `const { Tokens, plain } = require("./tokens");\nconst t = require("./tokens");\nconst one = new Tokens(load());\n${callee}("@1");\n` }, [`app.js:4 "@1"`]);
  });

  test.each(calls)("by import: %s", (callee) => {
    check({ "tokens.js": `import jwt from "jsonwebtoken";\n${javascript}export { Tokens, plain };\n`, "app.js": `import { Tokens, plain } from "./tokens.js";\nimport * as t from "./tokens.js";\nconst one = new Tokens(load());\n${callee}("@1");\n` }, [`app.js:4 "@1"`]);
  });

  test.each(calls.filter((callee) => !callee.includes("t.")))("of the same file: %s", (callee) => {
    check({ "tokens.js": `const jwt = require("jsonwebtoken");\n${javascript}const one = new Tokens(load());\n${callee}("@1");\n` }, [`tokens.js:9 "@1"`]);
  });

  test("a method of the base", () => {
    check({ "app.js": `const jwt = require("jsonwebtoken");\n${javascript}class Own extends Tokens {\n  run() { super.run("@1"); }\n}\n` }, [`app.js:9 "@1"`]);
  });

  test("other entries of what a file gives as a whole", () => {
    check({ "tokens.js": `const jwt = require("jsonwebtoken");\n${javascript}module.exports = { plain: (key) => key, Tokens };\n`, "app.js": `const { plain } = require("./tokens");\nplain("@2");\n` }, []);
  });
});
