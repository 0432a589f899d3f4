import { describe, expect, test } from "vitest";
import { reasonOf } from "../../src/strength/reasons.ts";
import type { Part } from "../../src/strength/patterns.ts";

type Kind = Part["kind"];

/** Parts one after another, of so many characters each. */
function reasonFor(text: string, parts: readonly (readonly [kind: Kind, length: number])[], fewKinds = false): string {
  let end = 0;
  return reasonOf(text, { bits: 20, fewKinds, parts: parts.map(([kind, length]) => ({ kind, start: end, end: (end += length), bits: kind === "character" ? 5 : 3 })) });
}

/** Characters that are like no word. */
const other = "Q7!xK2#zJ9%wV4&qG8*b";

/** A text of which so many of twenty characters are of these kinds, and the others are single ones. */
function reasonOfShares(...parts: readonly (readonly [kind: Kind, length: number])[]): string {
  const rest = 20 - parts.reduce((sum, [, length]) => sum + length, 0);
  return reasonFor(other, [...parts, ...Array.from({ length: rest }, () => ["character", 1] as const)]);
}

const ofNothing = "short enough to try every text of its length";

describe("how much of a text a reason must explain", () => {
  test.each<[reason: string, enough: readonly (readonly [Kind, number])[], less: readonly (readonly [Kind, number])[]]>([
    ["one character repeated", [["repeat", 20]], [["repeat", 19]]],
    ["a keyboard walk", [["walk", 10]], [["walk", 9]]],
    ["a short text, padded to a length", [["repeat", 6]], [["repeat", 5]]],
    ["a sequence", [["sequence", 12]], [["sequence", 11]]],
    ["a sequence", [["sequence", 3], ["copy", 9]], [["sequence", 2], ["copy", 10]]],
    ["a short text, repeated", [["copy", 8]], [["copy", 7]]],
    ["a common word", [["word", 20]], [["word", 19]]],
    ["a common word", [["word", 19], ["separator", 1]], [["word", 10], ["word", 10]]],
    ["common words", [["word", 4], ["word", 4]], [["word", 7]]],
    ["common words", [["word", 8], ["digits", 2]], [["word", 8], ["digits", 3]]],
    ["common words and numbers", [["word", 8], ["digits", 3]], [["word", 8], ["digits", 2]]],
    ["common words and numbers", [["word", 8], ["sequence", 3]], [["word", 8], ["sequence", 2]]],
    ["common words and numbers", [["word", 8], ["year", 4]], [["word", 7], ["year", 4]]],
    ["words of a language", [["foreign", 8]], [["foreign", 7]]],
    ["digits only", [["digits", 16]], [["digits", 15]]],
    ["digits only", [["digits", 8], ["year", 8]], [["digits", 8], ["year", 4]]],
    ["digits only", [["digits", 8], ["sequence", 8]], [["digits", 8], ["sequence", 4]]],
    ["words and patterns", [["word", 7], ["year", 4]], [["word", 7]]],
    ["words and patterns", [["copy", 7], ["sequence", 3]], [["copy", 7], ["sequence", 2]]],
    ["words and patterns", [["walk", 6], ["repeat", 4]], [["walk", 5], ["repeat", 4]]],
    [ofNothing, [["digits", 4]], [["digits", 17]]],
  ])("%s", (reason, enough, less) => {
    expect(reasonOfShares(...enough)).toBe(reason);
    expect(reasonOfShares(...less)).not.toBe(reason);
  });
});

test("three characters are a few, unless they are a word", () => {
  expect([reasonFor("xq", [["word", 2]]), reasonFor("xqz", [["character", 1], ["character", 1], ["character", 1]]), reasonFor("key", [["word", 3]])]).toEqual(["a few characters", "a few characters", "a common word"]);
  expect([reasonFor("%%%", [["repeat", 3]]), reasonFor("xab", [["character", 1], ["word", 2]])]).toEqual(["a few characters", "a few characters"]);
  expect(reasonFor("x!Q7", [["character", 1], ["character", 1], ["character", 1], ["character", 1]])).toBe(ofNothing);
});

test("one character is one, however it was put together", () => {
  expect([reasonFor("----", [["separator", 4]]), reasonFor("%%%%", [["copy", 4]])]).toEqual(["one character repeated", "one character repeated"]);
});

test("padded is a text of twelve characters", () => {
  expect([reasonFor("Q7!xK2#zaaaa", [["character", 8], ["repeat", 4]]), reasonFor("Q7!xK2#aaaa", [["character", 7], ["repeat", 4]])]).toEqual(["a short text, padded to a length", ofNothing]);
});

describe("a date", () => {
  test.each(["20230115", "2023-01-15", "1999.12.31", "2023/0115", "15.01.23", "1/2/2023", "15-1-223", "1987", "2023"])("%s", (text) => {
    expect(reasonFor(text, [["year", text.length]])).toBe("a date");
  });

  test.each(["x20230115", "20230115x", "3023-01-15", "2023-01-1", "x15.01.23", "15.01.23x", "115.01.23", "15.01.2", "15.101.23", "x1987", "1987x", "2187", "198"])("none: %s", (text) => {
    expect(reasonFor(text, [["year", text.length]])).not.toBe("a date");
  });
});

test("few different characters, when they alone make it cheap", () => {
  expect([reasonFor("x!x!!x!x", [["character", 8]], true), reasonFor("x!x!!x!x", [["foreign", 8]], true)]).toEqual(["few different characters", "words of a language"]);
});

test("what is like words is words or names", () => {
  expect(reasonFor("manderella", Array.from({ length: 10 }, () => ["character", 1] as const))).toBe("words or names");
});
