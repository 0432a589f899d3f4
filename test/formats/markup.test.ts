import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { javascript } from "../../src/formats/javascript/index.ts";
import { makeMarkup } from "../../src/formats/markup.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { literals, uncovered } from "./parts-shown.ts";

const markup = makeMarkup(javascript);

function read(text: string, path = "page.html"): Module {
  return markup.read(path, text);
}

describe("file names", () => {
  const matches = picomatch([...markup.files], { dot: true, nocase: true });
  test.each(["App.vue", "a.svelte", "index.astro", "index.HTML", "a.htm"])("%s is a page", (name) => { expect(matches(name)).toBe(true); });
  test.each(["vue", "a.vue.js", "a.html.erb", "a.xml", "a.ejs"])("%s is none", (name) => { expect(matches(name)).toBe(false); });
});

describe("scripts that tell something", () => {
  test.each([
    ["a script", "<p>x</p><script>const a = 'one'</script>", ["a := 'one'"]],
    ["an empty type", `<script type="">const a = 'one'</script>`, ["a := 'one'"]],
    ["a module", `<SCRIPT type="module">const a = 'one'</SCRIPT >`, ["a := 'one'"]],
    ["old types", `<script type='text/javascript; charset=utf-8' language="x">a = 'one'</script><script type=application/javascript>b = 'two'</script>`, ["a := 'one'", "b := 'two'"]],
    ["TypeScript", `<script setup lang="ts" generic="T extends string">const a: string = 'one' as const</script>`, ["a := 'one'"]],
    ["JSX", `<script type="text/babel">const a = 'one'; const b = <b>{a}</b></script>`, ["a := 'one'"]],
    ["no end", "<script>const a = 'one'", ["a := 'one'"]],
    ["its first end", "<script>const a = 'one'; const b = '</script><p>const c = 'three'", ["a := 'one'"]],
    ["CRLF", "<script>\r\nconst a = 'one'\r\n</script>\r\n", ["a := 'one'"]],
    ["a sign in an attribute", `<script data-x="a>b" defer>const a = 'one'</script>`, ["a := 'one'"]],
    ["after a comment", "<!-- <script>const a = 'one'</script> --><script>const b = 'two'</script>", ["b := 'two'"]],
    ["a comment for old browsers", "<script>\n<!--\nvar a = 'one';\n//-->\n</script>", ["a := 'one'"]],
    ["templates of a server", "<script>\nconst u = {{ user }};\nconst a = 'one';\n{% if x %}const b = 'two';{% endif %}\n</script>", ["a := 'one'", "b := 'two'"]],
    ["in a style's neighbourhood", "<style>a > b { content: '<script>' }</style><script>const a = 'one'</script>", ["a := 'one'"]],
    ["an empty source", `<script src="">const a = 'one'</script>`, ["a := 'one'"]],
  ])("%s", (_what, text, expected) => {
    expect(literals(read(text))).toEqual(expected);
    expect(read(text).failure).toBeUndefined();
  });

  test("several scripts of a component are one program", () => {
    const module = read("<script lang=ts>export const key = 'one'</script>\n<template>{{ key }}</template>\n<script setup lang=ts>\nf({ secret: key })\n</script>", "App.vue");
    expect(module.parts).toHaveLength(1);
    expect(module.parts[0]?.module.calls).toHaveLength(1);
  });

  test("one that is not understood leaves the others alone", () => {
    const module = read("<script>const a = 'one'</script><script>const = {{ x }}; b = 'two'</script><script>c = 'three'</script>");
    expect(module.parts.map((part) => part.module.failure === undefined)).toEqual([true, false]);
    expect(literals(module)).toEqual(["a := 'one'", "c := 'three'", "b := 'two'"]);
  });

  test.each([
    ["what Astro does on the server", "---\nimport x from 'y';\nconst a: string = 'one';\n---\n<p>{a}</p>\n<script>const b = 'two'</script>", ["a := 'one'", "b := 'two'"]],
    ["without a script", "\n---\r\nconst a = 'one';\r\n---\r\n", ["a := 'one'"]],
    ["that returns", "---\nif (!x) return Astro.redirect('/');\nconst a = 'one';\n---\n", ["a := 'one'"]],
    ["that does not end", "---\nconst a = 'one';\n", []],
    ["that is none", "<p>---</p>\n---\nconst a = 'one';\n---\n", []],
  ])("%s", (_what, text, expected) => {
    expect(literals(read(text, "index.astro"))).toEqual(expected);
  });
});

describe("pages that tell nothing", () => {
  test.each([
    ["data", `<script type="application/json">{ "secret": "one" }</script>`],
    ["linked data", `<script type='application/ld+json'>{ "secret": "one" }</script>`],
    ["imports", `<script type="importmap">{ "a": "one" }</script>`],
    ["a template", `<script type="text/template">const a = 'one'</script>`],
    ["another language", `<script lang="coffee">a = 'one'</script>`],
    ["a script from elsewhere", `<script src="a.js">const a = 'one'</script>`],
    ["an empty script", "<script>\n</script><script></script><script/>"],
    ["a comment", "<!-- <script>const a = 'one'</script> -->"],
    ["a comment that does not end", "<!-- <script>const a = 'one'</script>"],
    ["a style", "<style><script>const a = 'one'</script></style>"],
    ["a text field", "<textarea><script>const a = 'one'</script></textarea><title><script>a = 'one'</script></title>"],
    ["another element", "<scripts>const a = 'one'</scripts>"],
    ["attributes", `<input name="SECRET_KEY" value="one" onclick="a = 'one'">`],
    ["text", "<pre>SECRET_KEY = 'one'</pre>"],
    ["nothing", ""],
    ["binary", "\0\x01<\0script"],
    ["a tag that does not end", `<script data-x="const a = 'one'`],
    ["frontmatter of a plain page", "---\na = 'one'\n---\n"],
  ])("%s", (_what, text) => {
    expect(literals(read(text))).toEqual([]);
  });
});

test.each(["<script>", "<script ", "<!--", "<script>a</script>", `<script a="`, "</script", "<style>", "<script>{{</script>"])("many of %j take no long time", (unit) => {
  const inTime = clock();
  read(unit.repeat(unit.includes("{{") ? 2_000 : 20_000));
  inTime(5_000);
});

test("all around the scripts is covered", () => {
  const module = read(`<p data-x="hidden1">hidden2</p><!-- hidden3 --><script nonce="hidden4">const shown = 'hidden5'; // hidden6\n</script>hidden7`);
  expect(uncovered(module)).toBe("const shown = ''; \n");
  expect(module.comments.map(({ text }) => text)).toEqual(["hidden3", "hidden6"]);
});
