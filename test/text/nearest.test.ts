import { expect, test } from "vitest";
import { nearest } from "../../src/text/nearest.ts";

const rules = ["hardcoded-key", "short-key", "empty-key", "low-entropy-key"];

test.each([
  ["hardcoded-keys", "hardcoded-key"],
  ["hardcode-key", "hardcoded-key"],
  ["Short-Key", "short-key"],
  ["lowentropie-key", "low-entropy-key"],
  ["emtpy-key", "empty-key"],
  ["session", undefined],
  ["", undefined],
])("%s means %s", (word, meant) => {
  expect(nearest(word, rules)).toBe(meant);
});
