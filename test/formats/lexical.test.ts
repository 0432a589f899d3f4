import { describe, expect, test } from "vitest";
import { readLexically } from "../../src/formats/lexical.ts";
import type { Language, Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { show } from "./python-shown.ts";

function read(text: string, language: Language): Module {
  return readLexically("some/file", text, language, "could not be parsed");
}

/** Bindings as `target := value`. */
function found(text: string, language: Language): readonly string[] {
  return read(text, language).bindings.map(({ target, value }) => `${show(target)} := ${show(value)}`);
}

describe("Python", () => {
  test.each([
    [`SECRET_KEY = "plain"`, [`SECRET_KEY := "plain"`]],
    [`SECRET_KEY='tight'`, [`SECRET_KEY := "tight"`]],
    [`SECRET_KEY: str = "typed"`, [`SECRET_KEY := "typed"`]],
    [`SECRET_KEY = b"by\\x41tes"`, [`SECRET_KEY := b"byAtes"`]],
    [`SECRET_KEY = r"raw\\n"`, [`SECRET_KEY := "raw\\\\n"`]],
    [`SECRET_KEY = """three"""`, [`SECRET_KEY := "three"`]],
    [`SECRET_KEY = "a\\tb\\"c\\q"`, [`SECRET_KEY := "a\\tb\\"c\\\\q"`]],
    [`SECRET_KEY = ("held")`, [`SECRET_KEY := "held"`]],
    [`if (key := "walrus"):`, [`key := "walrus"`]],
    [`app.config["SECRET_KEY"] = "item"`, [`app.config.SECRET_KEY := "item"`]],
    [`app.secret_key = "attribute".encode()`, [`app.secret_key := "attribute"`]],
    [`create().secret_key = "x"`, [`?.secret_key := "x"`]],
    [`D = {"JWT": "abc", 'K': 'v',\n  "L": "next"}`, [`JWT := "abc"`, `K := "v"`, `L := "next"`]],
    [`Flask(name, secret_key="keyword")`, [`secret_key := "keyword"`]],
    [`K = os.environ.get("K", "fallback")`, [`K := os.environ.get("K", "fallback")`]],
    [`K = os.getenv('K', 'fallback')`, [`K := os.getenv("K", "fallback")`]],
    [`K = os.environ.get("K") or "fallback"`, [`K := or(os.environ.get("K") | "fallback")`]],
    [`D = {"K": os.environ["K"] or "fallback"}`, [`K := or(os.environ.K | "fallback")`]],
  ])("%s", (text, expected) => {
    expect(found(text, "python")).toEqual(expected);
  });

  test.each([
    ["a comment", `# K = "x"`],
    ["a docstring", `"""\nK = "x"\n"""`],
    ["another text", `print('K = "x"')`],
    ["a comparison", `if K == "x":`],
    ["an addition", `K += "x"`],
    ["a part of a value", `K = "x" + y`],
    ["an f-string", `K = f"{x}y"`],
    ["a text made of others", `K = "x".join(y)`],
    ["an argument", `call("x", "y")`],
    ["a name of 81 letters", `${"K".repeat(81)} = "x"`],
    ["a text of 4,097 letters", `K = "${"x".repeat(4097)}"`],
  ])("%s binds nothing", (_what, text) => {
    expect(found(text, "python")).toEqual([]);
  });

  test("reads of the environment are noted with their defaults", () => {
    const module = read(`f(os.getenv("A", "b"))\ng(os.environ.get("C") or "d")`, "python");
    expect(module.calls.map(({ value }) => show(value))).toEqual([`os.getenv("A", "b")`, `os.environ.get("C")`]);
    expect(module.choices.map(({ value }) => show(value))).toEqual([`or(os.environ.get("C") | "d")`]);
  });

  test("imports are told", () => {
    expect(read(`import os\n  from flask.app import Flask\n`, "python").imports.map(({ from }) => from)).toEqual(["os", "flask.app"]);
  });

  test("names of the file are defined, keywords are not", () => {
    expect([...read(`A = "x"\nf(B="y", C="z")\n`, "python").top.names.keys()]).toEqual(["A"]);
  });
});

describe("JavaScript", () => {
  test.each([
    [`const secret = "plain"`, [`secret := "plain"`]],
    [`const secret: string = "typed"`, [`secret := "typed"`]],
    ["const secret = `template`", [`secret := "template"`]],
    [`secret = 'a\\u0041\\u{42}\\q'`, [`secret := "aABq"`]],
    [`session({secret:"entry","other":'quoted'})`, [`secret := "entry"`, `other := "quoted"`]],
    [`config.jwt.secret="member"`, [`config.jwt.secret := "member"`]],
    [`config["jwt"]['secret']="items"`, [`config.jwt.secret := "items"`]],
    [`const a=process.env.SECRET||"dev"`, [`a := or(process.env.SECRET | "dev")`]],
    [`const a = process.env.SECRET ?? 'dev'`, [`a := nullish(process.env.SECRET | "dev")`]],
    [`const a = process.env["SECRET"] || process.env.OTHER || "dev"`, [`a := or(process.env.SECRET | process.env.OTHER | "dev")`]],
    [`const a = (process.env?.SECRET || "dev")`, [`a := or(process.env.SECRET | "dev")`]],
    [`process.env.SECRET ||= "dev"`, [`process.env.SECRET := or(process.env.SECRET | "dev")`]],
    [`const a = /["']/.test(b), c = "after"`, [`c := "after"`]],
    [`const a = b / c, d = "divided" / 2`, [`d := "divided"`]],
  ])("%s", (text, expected) => {
    expect(found(text, "javascript")).toEqual(expected);
  });

  test.each([
    ["a line comment", `// a = "x"`],
    ["a block comment", `/* a = "x"\n b = "y" */`],
    ["the end of a condition", `c ? secret : "x"`],
    ["a case", `switch (a) { case "x": "y" }`],
    ["a comparison", `secret === "x" || secret == "x"`],
    ["an arrow", `() => "x"`],
    ["a filled template", "a = `x${y}`"],
  ])("%s binds nothing", (_what, text) => {
    expect(found(text, "javascript")).toEqual([]);
  });

  test("fallbacks are noted where nothing is bound", () => {
    expect(read(`sign(x, process.env.JWT_SECRET || "dev")`, "javascript").choices.map(({ value }) => show(value))).toEqual([`or(process.env.JWT_SECRET | "dev")`]);
  });

  test("imports are told", () => {
    expect(read(`import a from "express";const b=require('jsonwebtoken');import "dotenv/config"`, "javascript").imports.map(({ from }) => from)).toEqual(["express", "jsonwebtoken", "dotenv/config"]);
  });
});

test("spans cover the target and the token as written", () => {
  const text = `broken ((\napp.config["K"] = rb'x' # why\n`;
  const module = read(text, "python");
  const [binding] = module.bindings;
  expect(text.slice(binding?.span.start, binding?.span.end)).toBe(`app.config["K"]`);
  expect(text.slice(binding?.value.span.start, binding?.value.span.end)).toBe(`rb'x'`);
  expect(module.comments.map((comment) => comment.text)).toEqual(["why"]);
  expect(module.failure).toBe("could not be parsed");
});

test("an open quote loses its own line only", () => {
  expect(found(`a = "open\nb = "closed"\n# don't\nc = 'x'\n`, "python")).toEqual([`b := "closed"`, `c := "x"`]);
});

describe("hostile texts take linear time", () => {
  test.each([`"`, `'"`, `"\\`, "`", "=/[", "/*", `a="x",`, `a||"b"`, `]"a"[`, `"a",(`, "'''", "a.", `a["b"]`, "//\r", "#\r"])("%s without end", (part) => {
    const text = part.repeat(1_000_000 / part.length);
    for (const language of ["python", "javascript"] as const) {
      const inTime = clock();
      read(text, language);
      inTime(5_000);
    }
  });
});
