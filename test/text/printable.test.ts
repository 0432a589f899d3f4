import { describe, expect, test } from "vitest";
import { printable } from "../../src/text/printable.ts";

describe("text for people", () => {
  test.each([
    ["plain Ünïcødé 🔑 \\x", "plain Ünïcødé 🔑 \\x"],
    ["a\u001b[31m\n\t\u007f\u009b", "a\\x1b[31m\\x0a\\x09\\x7f\\x9b"],
    ["a\u202eyp.exe\u2066\u200f\u061c", "a\\u{202e}yp.exe\\u{2066}\\u{200f}\\u{61c}"],
    ["a\ud800b\udc00", "a\\u{d800}b\\u{dc00}"],
    ["a\u2028b\u2029", "a\\u{2028}b\\u{2029}"],
  ])("%j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
