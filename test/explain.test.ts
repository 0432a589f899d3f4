import { describe, expect, test } from "vitest";
import { frameworks } from "../rules/frameworks/index.ts";
import { rules } from "../rules/index.ts";
import { explain } from "../src/explain.ts";
import { pageTextOf } from "../src/load.ts";

function linesOn(topic: string): readonly string[] {
  const said = explain(topic, pageTextOf);
  return "text" in said ? said.text.split("\n") : [said.mistake];
}

test("a framework: what an attacker can do, a new key, how to keep the old one and for how long", () => {
  const text = linesOn("flask").join("\n");
  expect(text).toContain("An attacker who has the key can write any session");
  expect(text).toContain("  1. Make a new key: keylint generate flask.\n  2. Set SECRET_KEY to the new key where the application runs");
  expect(text).toContain("put the old key into SECRET_KEY_FALLBACKS");
  expect(text).toContain("Take it out 31 days after that deployment");
  expect(text).toContain("rules/ROTATION.md");
});

test("a framework that cannot keep an old key", () => {
  const text = linesOn("starlette").join("\n");
  expect(text).toContain("Do not keep the old key");
  expect(text).not.toContain("may the old key stay");
});

test("a rule: the way out in its order, not only a link to it", () => {
  expect(linesOn("committed-env-file")).toEqual(expect.arrayContaining([
    "The way out",
    expect.stringMatching(/^ {2}1\. Replace the key first/),
    expect.stringMatching(/^ {2}2\. Take the file out of git/),
    expect.stringMatching(/^More examples: https:.*committed-env-file\.md$/),
  ]));
});

test("a rule: how it looks wrong, and right", () => {
  expect(linesOn("short-key").join("\n")).toContain("\nBad: 12 random bytes\n  app.py\n    import os\n\n    from flask import Flask\n");
  expect(linesOn("short-key").join("\n")).toMatch(/\nGood: Read from outside\n {2}token\.py\n(.*\n)+ {8}return jwt\.encode\(.*os\.environ/);
});

test("a rule whose page is missing", () => {
  expect(explain("short-key", () => undefined)).toMatchObject({ text: expect.stringContaining("The way out\n  1. ") });
});

test("a framework: how its key is given", () => {
  expect(linesOn("flask").join("\n")).toMatch(/\nGood\n {2}\S+\.py\n(.*\n)*?.*os\.environ/);
});

test("no topic: all rules with what they are about, and all frameworks, for a terminal", () => {
  const said = explain(undefined, pageTextOf);
  const lines = "text" in said ? said.text.split("\n") : [];
  for (const { id, summary } of rules) expect(lines.some((line) => line.includes(` ${id} `) && line.endsWith(`${summary}.`))).toBe(true);
  for (const { id } of frameworks) expect(lines.some((line) => new RegExp(`(^|[ ,])${id}(,|$)`).test(line))).toBe(true);
  expect(lines.slice(lines.indexOf("Frameworks and libraries")).filter((line) => line.length > 80 && !line.startsWith("keylint"))).toEqual([]);
});

describe.each([...rules, ...frameworks].map(({ id }) => id))("%s", (id) => {
  test("is explained, without a word too many or too few", () => {
    // Code may say what it likes.
    const text = linesOn(id).join("\n").replace(/^(Bad|Good)\b.*\n( {2,}.*\n|\n(?= {4}|\n))*\n?/gm, "");
    expect(text).toMatch(/^ {2}1\. /m);
    expect(text).not.toMatch(/undefined|\n\n\n| {2}\d\. $/m);
  });
});
