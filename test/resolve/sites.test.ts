import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string): Project => ({ "app.py": `import jwt, os, random\n${text}\n` });
const node = (text: string): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n` });
const place = (line: string): string => line.replace(/^(\S+) (.+?) \S+-key .*$/, "$1 $2");
const check = (_: string, project: Project, lines: readonly string[]): void => { expect(shown(project).map(place)).toEqual(lines); };

describe("calls of a function of the same file", () => {
  test.each<[string, Project, readonly string[]]>([
    ["through self", python(`class A:\n    def make(self, key):\n        jwt.encode({}, key)\n    def run(self):\n        self.make("@1")`), [`app.py:6 "@1"`]],
    ["by another name", python(`def make(key):\n    jwt.encode({}, key)\ncreate = make\ncreate("@1")`), [`app.py:5 "@1"`]],
    ["where it is written", node(`(function (key) {\n  jwt.sign({}, key);\n})("@1");`), [`app.js:4 "@1"`]],
    ["a name that is given another function", node(`let make = (key) => key;\nmake = (key) => jwt.sign({}, key);\nmake("@1");`), [`app.js:4 "@1"`]],
    ["a class whose name begins with a line", python(`class _Tokens:\n    def __init__(self, key):\n        jwt.encode({}, key)\n_Tokens("@1")`), [`app.py:5 "@1"`]],
    ["a class by way of one of its objects", node(`class A {\n  constructor(key) { jwt.sign({}, key); }\n  copy() { return new this.constructor("@1"); }\n}`), [`app.js:4 "@1"`]],
    ["the base's constructor", node(`class A {\n  constructor(key) { jwt.sign({}, key); }\n}\nclass B extends A {\n  constructor() { super("@1"); }\n}`), [`app.js:6 "@1"`]],
    ["a method of that name of something unknown", python(`def make(key):\n    jwt.encode({}, key)\nother.make("@2")`), []],
    ["a method of that name of another class", python(`class A:\n    def make(self, key):\n        jwt.encode({}, key)\nclass B:\n    def make(self, key):\n        return key\nB().make("@2")`), []],
    ["one that stands inside another function is not called from elsewhere", { ...python(`def outer():\n    def make(key):\n        jwt.encode({}, key)\n    make("@1")`), "b.py": `from app import make\nmake("@2")\n` }, [`app.py:5 "@1"`]],
  ])("%s", check);
});

describe("a function that is called with each item of a list", () => {
  test.each(["forEach", "some", "every", "find", "findIndex", "filter", "map", "flatMap"])("%s", (method) => {
    check("", node(`["@1", "@2"].${method}((key) => jwt.sign({}, key));`), [`app.js:2 "@1"`, `app.js:2 "@2"`]);
  });

  test.each<[string, Project, readonly string[]]>([
    ["a list behind a name", node(`const all = ["@1"];\nall.map((key) => jwt.sign({}, key));`), [`app.js:2 "@1"`]],
    ["the second parameter is a number", node(`["@1"].map((one, key) => jwt.sign({}, key));`), []],
    ["another method", node(`["@1"].reduce((key) => jwt.sign({}, key));`), []],
    ["a function of that name, not of a list", node(`map((key) => jwt.sign({}, key));`), []],
  ])("%s", check);
});

describe("what is put into a list after it was made is in the text that it becomes", () => {
  test.each(["push", "unshift"])("%s", (method) => {
    check("", node(`const parts = ["abc"];\nfor (const x of y) parts.${method}(Math.random());\njwt.sign({}, parts.join(""));`), [`app.js:4 parts.join("")`]);
  });

  test.each(["append", "appendleft", "extend", "insert"])("%s", (method) => {
    check("", python(`parts = ["abc"]\nparts.${method}(random.random())\njwt.encode({}, "".join(parts))`), [`app.py:4 "".join(parts)`]);
  });

  test.each<[string, Project, readonly string[]]>([
    ["a field", node(`class A {\n  make() {\n    this.parts = [];\n    this.parts.push(Math.random());\n    jwt.sign({}, this.parts.join(""));\n  }\n}`), [`app.js:6 this.parts.join("")`]],
    ["a list of the same name in another function", python(`def a():\n    parts = ["abc"]\n    parts.append(random.random())\ndef b():\n    parts = ["zebra", "zebra"]\n    jwt.encode({}, "-".join(parts))`), [`app.py:6 "zebra"`]],
    ["something unknown", python(`parts = ["zebra", "zebra"]\nparts.append(load())\njwt.encode({}, "-".join(parts))`), []],
    ["another method adds nothing", python(`parts = ["zebra", "zebra"]\nparts.count(random.random())\njwt.encode({}, "-".join(parts))`), [`app.py:2 "zebra"`]],
  ])("%s", check);
});
