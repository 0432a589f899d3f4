import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const python = (text: string): Project => ({ "app.py": `import os\nimport jwt\n${text}\n` });
const node = (text: string): Project => ({ "app.js": `const jwt = require("jsonwebtoken");\n${text}\n` });
const place = (line: string): string => line.replace(/^(\S+) (\S+) .*$/, "$1 $2");
const check = (_: string, project: Project, lines: readonly string[]): void => { expect(shown(project).map(place)).toEqual(lines); };

describe("a list that is spread over the arguments", () => {
  test.each<[string, Project, readonly string[]]>([
    ["behind a plain one", python(`rest = ("@1", "HS256")\njwt.encode({}, *rest)`), [`app.py:3 "@1"`]],
    ["behind the key", python(`rest = ("@2", "@1")\njwt.encode({}, os.environ["K"], *rest)`), []],
    ["after a keyword", python(`rest = ({}, "@1")\njwt.encode(algorithm="HS256", *rest)`), [`app.py:3 "@1"`]],
    ["two lists: nobody knows where the second begins", python(`jwt.encode(*one, *("@1", "@2"))`), []],
    ["JavaScript", node(`const all = [{}, "@1", "@2"];\njwt.sign(...all);`), [`app.js:2 "@1"`]],
    ["a mapping is no list", python(`both = {"0": "@2", "key": "@1"}\njwt.encode({}, **both)`), [`app.py:3 "@1"`]],
  ])("%s", check);
});

describe("a parameter among many, and with digits in its name", () => {
  test.each<[string, Project, readonly string[]]>([
    ["the eleventh", python(`def make(a, b, c, d, e, f, g, h, i, j, k):\n    jwt.encode({}, k)\nmake(0, "@2", 2, 3, 4, 5, 6, 7, 8, 9, "@1")`), [`app.py:5 "@1"`]],
    ["key2 is not the third", python(`def make(key2, b, c):\n    jwt.encode({}, key2)\nmake(b=1, c="@2", key2="@1")`), [`app.py:5 "@1"`]],
    ["in a mapping that is spread", python(`options = {"key": "@1", "other": "@2"}\ndef make(claims, key):\n    jwt.encode(claims, key)\nmake({}, **options)`), [`app.py:3 "@1"`]],
    ["a default, where the mapping has no such entry", python(`options = {"other": "@2"}\ndef key(value="@1"):\n    return value\njwt.encode({}, key(**options))`), [`app.py:4 "@1"`]],
    ["no default, where it has", python(`options = {"value": "@1"}\ndef key(value="@2"):\n    return value\njwt.encode({}, key(**options))`), [`app.py:3 "@1"`]],
    ["key2 in a mapping", python(`def make(key2):\n    jwt.encode({}, key2)\nmore = {"key2": "@1", "b": "@2"}\nmake(**more)`), [`app.py:5 "@1"`]],
  ])("%s", check);
});

describe("a parameter that takes the rest as a list", () => {
  const rest = (index: number, call: string): Project => python(`def make(name, *rest, tok=None):\n    jwt.encode({}, rest[${index}])\nmake(${call})`);
  test.each<[string, Project, readonly string[]]>([
    ["begins after the parameters before it", rest(1, `"@2", "@3", "@1", "@4"`), [`app.py:5 "@1"`]],
    ["no keyword is in it", rest(0, `"@2", tok="@3"`), []],
    ["a keyword before it takes no place", rest(0, `tok="@3", *("a", "@1")`), []],
    ["a mapping takes no place", rest(0, `"a", **more, other="@2"`), []],
    ["a list spread before it: nobody knows where it begins", rest(0, `*both, "@2"`), []],
    ["a list spread after it", rest(0, `"a", "@1", *both`), [`app.py:5 "@1"`]],
    ["an unknown list spread into it hides what comes after", rest(0, `"a", *both, "@2"`), []],
    ["JavaScript", node(`function make(name, ...rest) {\n  jwt.sign({}, rest[0]);\n}\nmake("@2", "@1", "@3");`), [`app.js:5 "@1"`]],
  ])("%s", check);
});

describe("a parameter that takes the rest as a mapping", () => {
  test.each<[string, Project, readonly string[]]>([
    ["of a mapping that is handed on", python(`options = {"tok": "@1"}\ndef make(**more):\n    jwt.encode({}, more["tok"])\nmake(**options)`), [`app.py:3 "@1"`]],
    ["each of its entries, and nothing that has no name", python(`def make(first, **more):\n    for name in names:\n        jwt.encode({}, more[name])\nmake({"x": "@2"}, a="@1")`), [`app.py:6 "@1"`]],
    ["a list is not in it", python(`def make(*all, **more):\n    jwt.encode({}, more[name])\nmake(*["@2"], **{"a": "@1"})`), [`app.py:5 "@1"`]],
  ])("%s", check);
});

describe("a list of names with their values", () => {
  test.each<[string, Project, readonly string[]]>([
    ["in Python", python(`made = dict([("tok", "@1"), ("other", "@2")])\njwt.encode({}, made["tok"])`), [`app.py:3 "@1"`]],
    ["in JavaScript", node(`const made = new Map([["tok", "@1"], ["other", "@2"]]);\njwt.sign({}, made.get("tok"));`), [`app.js:2 "@1"`]],
    ["a name twice: the last", python(`made = dict([("tok", "@2"), ("tok", "@1")])\njwt.encode({}, made["tok"])`), [`app.py:3 "@1"`]],
    ["three are no pair", python(`made = dict([("tok", "@1", "@2"), ("other", "@2", "@3")])\njwt.encode({}, made["tok"])`), []],
    ["one that is no pair", python(`made = dict([("tok", "@1"), other])\njwt.encode({}, made["tok"])`), []],
    ["a name that is not known", python(`made = dict([(tok, "@1"), ("tok", "@2")])\njwt.encode({}, made["tok"])`), []],
    ["a list of none", python(`made = []\njwt.encode({}, made["tok"])`), []],
  ])("%s", check);
});
