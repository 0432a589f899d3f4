import { describe, expect, test } from "vitest";
import { findJsonMistake } from "../../src/config/json.ts";

describe("where a text stops being JSON", () => {
  const cases: [string, number, number, string][] = [
    ["", 1, 1, "ends too early"],
    ["{", 1, 2, "ends too early"],
    ['{"a": 1,}', 1, 9, "one comma too many"],
    ["[1,\n2,\n]", 3, 1, "one comma too many"],
    ['{"a" 1}', 1, 6, "a : must stand here"],
    ['{"a": 1 "b": 2}', 1, 9, "a comma or } must stand here"],
    ["[1 2]", 1, 4, "a comma or ] must stand here"],
    ["{a: 1}", 1, 2, 'a name in "double quotes"'],
    ["{'a': 1}", 1, 2, "double quotes"],
    ['{\n // c\n"a": 1}', 2, 2, "no comments"],
    ['{"a": nul}', 1, 7, "a value must stand here"],
    ['{"a": "x\n"}', 1, 7, "not closed"],
    ['{"a": "\\x"}', 1, 7, "unknown \\"],
    ["{} {}", 1, 4, "nothing may follow"],
    ["[1}", 1, 3, "a comma or ] must stand here"],
    ["01", 1, 2, "nothing may follow"],
  ];
  test.each(cases)("%j", (text, line, column, message) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonMistake(text)).toEqual({ line, column, message: expect.stringContaining(message) });
  });

  test.each(["{}", "[]", ' {"a": [1, -2.5e3, true, null, {"b": "\\u00e9\\n"}], "c": {}} \n', '"x"', "0", "[[[]]]"])("%s is JSON", (text) => {
    JSON.parse(text);
    expect(findJsonMistake(text)).toBeUndefined();
  });
});
