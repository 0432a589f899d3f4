import { describe, expect, test } from "vitest";
import { frameworks } from "../rules/frameworks/index.ts";
import { rules } from "../rules/index.ts";
import { explain } from "../src/explain.ts";

function linesOn(topic: string): readonly string[] {
  const said = explain(topic);
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
    expect.stringMatching(/^Examples: https:.*committed-env-file\.md$/),
  ]));
});

describe.each([...rules, ...frameworks].map(({ id }) => id))("%s", (id) => {
  test("is explained, without a word too many or too few", () => {
    const text = linesOn(id).join("\n");
    expect(text).toMatch(/^ {2}1\. /m);
    expect(text).not.toMatch(/undefined|\n\n\n| {2}\d\. $/m);
  });
});
