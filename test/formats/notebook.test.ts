import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { makeNotebook } from "../../src/formats/notebook/index.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { found, literals, readers, uncovered } from "./parts-shown.ts";

const notebook = makeNotebook(readers);

function read(text: string): Module {
  return notebook.read("a.ipynb", text);
}

/** A notebook of code cells; the lines of one as a list, or as one text. */
function withCells(cells: readonly (string | readonly string[])[], more: object = {}): string {
  return JSON.stringify({ cells: cells.map((source) => ({ cell_type: "code", execution_count: 1, metadata: {}, outputs: [], source })), metadata: {}, nbformat: 4, ...more }, undefined, 1);
}

describe("file names", () => {
  const matches = picomatch([...notebook.files], { dot: true, nocase: true });
  test.each(["a.ipynb", "A b.IPYNB"])("%s is a notebook", (name) => { expect(matches(name)).toBe(true); });
  test.each(["ipynb", "a.ipynb.json", "a.json"])("%s is none", (name) => { expect(matches(name)).toBe(false); });
});

describe("cells that tell something", () => {
  test.each([
    ["lines", withCells([["import os\n", "A = 'one'\n", "B = 'two'"]]), ["A := 'one'", "B := 'two'"]],
    ["one text", withCells(["import os\nA = 'one'\nB = 'two'"]), ["A := 'one'", "B := 'two'"]],
    ["escapes", withCells([`A = "one"\nB\t= "two\\n\u00e9"`]), [`A := "one\\"`, `B := "two\\\\né\\"`]],
    ["escaped units", withCells(["x"]).replace(`"x"`, `"A = '\\u006fne'"`), ["A := '\\u006fne'"]],
    ["several cells as one program", withCells(["from flask import Flask\napp = Flask(__name__)", "app.secret_key = 'one'"]), ["app.secret_key := 'one'"]],
    ["magics of lines", withCells(["%matplotlib inline\n!pip install x\n?help\nif x:\n    !ls\nfiles = !ls\nA = 'one'"]), ["A := 'one'"]],
    ["magics that leave Python", withCells(["%%time\nA = 'one'"]), ["A := 'one'"]],
    ["a file that is written", withCells(["%%writefile src/app.py\nA = 'one'"]), ["A := 'one'"]],
    ["an older notebook", JSON.stringify({ worksheets: [{ cells: [{ cell_type: "code", input: ["A = 'one'"] }] }] }), ["A := 'one'"]],
    ["the type after the source", JSON.stringify({ cells: [{ source: "A = 'one'", cell_type: "code" }] }), ["A := 'one'"]],
    ["another kernel", withCells(["const a: string = 'one';"], { metadata: { kernelspec: { language: "typescript" } } }), ["a := 'one'"]],
    ["its language information", withCells(["const a = 'one';"], { metadata: { language_info: { name: "javascript" } } }), ["a := 'one'"]],
    ["a cell in JavaScript", withCells(["%%javascript\nconst a = 'one';", "A = 'two'"]), ["a := 'one'", "A := 'two'"]],
    ["a sign that is no magic", withCells(["A = ('one'\n     % x)\nB = 'two'"]), ["B := 'two'"]],
    ["a broken cell", withCells(["A = 'one'", "class {{:\n", "B = 'two'"]), ["A := 'one'", "B := 'two'"]],
  ])("%s", (_what, text, expected) => {
    expect(literals(read(text))).toEqual(expected);
    expect(read(text).failure).toBeUndefined();
  });

  test.each([
    ["a variable", "%env AB=one two\n", [`AB := "one two" at one two`]],
    ["with a blank", "x = 1\n%set_env  AB one", [`AB := "one" at one`]],
    ["that Python has", "%env AB=$key\n%env BC={key}", ["AB := ? at $key", "BC := ? at {key}"]],
    ["that is asked for", "%env AB\n%env\n%envs A=b\n!export AB=one", []],
    ["a shell's cell", "%%bash\nexport AB=one\n", [`AB := "one" at one`]],
    ["a script", "%%script bash\nAB=one\n", [`AB := "one" at one`]],
    ["an environment file that is written", "%%writefile .env\nAB=one\n", [`AB := "one" at one`]],
  ])("%s", (_what, source, expected) => {
    expect(found(read(withCells([source]))).filter((one) => !one.startsWith("x "))).toEqual(expected);
  });
});

describe("notebooks that tell nothing", () => {
  test.each([
    ["text", JSON.stringify({ cells: [{ cell_type: "markdown", source: ["A = 'one'"] }, { cell_type: "raw", source: "A = 'one'" }] })],
    ["outputs", JSON.stringify({ cells: [{ cell_type: "code", source: [], outputs: [{ text: ["A = 'one'"], data: { source: ["A = 'one'"] } }] }] })],
    ["metadata", JSON.stringify({ metadata: { cells: [{ a: { cell_type: "code", source: "A = 'one'" } }] }, cells: [] })],
    ["a language without a reader", withCells(["A = 'one'"], { metadata: { kernelspec: { language: "R" } } })],
    ["a magic without a reader", withCells(["%%sql\nA = 'one'"])],
    ["a written file without a reader", withCells(["%%writefile a.txt\nA = 'one'"])],
    ["a magic only", withCells(["%load_ext A", "!A='one'"])],
    ["empty cells", withCells(["", []])],
    ["no cells", "{}"],
  ])("%s", (_what, text) => {
    expect(found(read(text))).toEqual([]);
    expect(read(text).failure).toBeUndefined();
  });

  test.each([
    ["nothing", ""],
    ["half of it", withCells(["A = 'one'"]).slice(0, -4)],
    ["an open string", `{"cells": [{"cell_type": "code", "source": "A = 'one'`],
    ["a string over lines", `{"a": "b\nc"}`],
    ["another format", "A = 'one'\n"],
    ["brackets that do not match", `{"cells": [}]`],
    ["binary", "\0\x01{"],
    ["a conflict", `<<<<<<< HEAD\n${withCells(["A = 'one'"])}`],
  ])("%s is a failure", (_what, text) => {
    expect(read(text).failure).toContain("notebook");
    expect(found(read(text))).toEqual([]);
  });
});

test.each([
  ["lists", "[", "]"],
  ["objects", `{"a":`, "}"],
])("100,000 %s in each other", (_what, open, close) => {
  const deep = `${open.repeat(100_000)}${open === "[" ? "" : "1"}${close.repeat(100_000)}`;
  expect(literals(read(`{"metadata": ${deep}, "cells": [{"cell_type": "code", "source": "A = 'one'"}]}`))).toEqual(["A := 'one'"]);
});

test.each([
  ["cells", withCells(Array.from({ length: 2_000 }, () => "A = 'one'"))],
  ["lines", withCells([Array.from({ length: 20_000 }, () => "A = 'one'\n")])],
  ["broken cells", withCells(Array.from({ length: 2_000 }, () => "class {{"))],
  ["escapes", withCells(["\n".repeat(100_000), `# ${'"'.repeat(100_000)}`])],
  ["blanks", withCells([" ".repeat(100_000), "%".repeat(100_000), "!".repeat(100_000), `${"a,".repeat(50_000)}`])],
])("many %s take no long time", (_what, text) => {
  const inTime = clock();
  read(text);
  inTime(5_000);
});

test("outputs, texts and magics are covered", () => {
  const text = JSON.stringify({ cells: [
    { cell_type: "markdown", source: "hidden1" },
    { cell_type: "code", source: ["%env KEY=hidden2\n", "SHOWN = 'hidden3' # hidden4\n", "!x hidden5\n"], outputs: [{ text: "hidden6" }] },
  ] }, undefined, 1);
  expect(uncovered(read(text))).not.toContain("hidden");
  expect(uncovered(read(text))).toContain("SHOWN = ");
});
