import { describe, expect, test } from "vitest";
import { leetOf, wordsAt } from "../../src/strength/spelling.ts";
import type { Vocabulary } from "../../src/strength/vocabulary.ts";

/** These words, each of 10 bits. */
function vocabularyOf(...words: readonly string[]): Vocabulary {
  return {
    bitsOf: (word) => (words.includes(word) ? 10 : undefined),
    longest: (start) => Math.max(0, ...words.filter((word) => word.startsWith(start)).map(({ length }) => length)) || undefined,
  };
}

/** The words that begin at a place: each as written, with its kind and its bits. */
function wordsIn(text: string, start: number, words: readonly string[], least = 1): readonly (readonly [string, string, number])[] {
  return wordsAt(leetOf(text, "text"), start, vocabularyOf(...words), least).map((part) => [text.slice(part.start, part.end), part.kind, part.bits]);
}

describe("leetspeak", () => {
  test.each([
    ["s3cr3t", ["secret"]],
    ["0345789@$!+|", ["oeastb9asitl"]],
    ["P@$$", ["pass"]],
    ["1i", ["ii", "li"]],
    ["words of lore", []],
    ["", []],
  ])("%s", (text, leet) => expect(leetOf(text, "text")).toEqual({ text, lower: text.toLowerCase(), leet }));

  test("hex is none", () => expect(leetOf("5ec7e7", "hex")).toEqual({ text: "5ec7e7", lower: "5ec7e7", leet: [] }));

  test("lower case never changes the length", () => {
    expect([leetOf("\u0130ABC", "text").lower, leetOf("\u00c4BC", "text").lower]).toEqual(["\u0130ABC", "\u00e4bc"]);
  });
});

describe("words", () => {
  test("short ones cost more, they stand everywhere by chance", () => {
    expect(["a", "ab", "abc", "abcd", "abcde"].map((word) => wordsIn(word, 0, [word])[0]?.[2])).toEqual([13, 12.5, 11.5, 10.5, 10.5]);
  });

  test("every one that begins at the place", () => {
    expect(wordsIn("xmykeys", 1, ["my", "mykey", "key", "mykeysx"]).map(([word]) => word)).toEqual(["my", "mykey"]);
    expect(wordsIn("xmykeys", 0, ["my", "mykey"])).toEqual([]);
    expect(wordsIn("mykey", 0, ["my", "mykey", "mykeysx"]).map(([word]) => word)).toEqual(["my", "mykey"]);
  });

  test("cost the same anywhere in the text", () => {
    expect([wordsIn("--key", 2, ["key"]), wordsIn("--sEcret", 2, ["secret"])]).toEqual([[["key", "word", 11.5]], [["sEcret", "word", 16.5]]]);
    expect([wordsIn("--kEy", 2, ["key"]), wordsIn("--541t", 2, ["salt"])]).toEqual([[], []]);
  });

  test("numbers among them are digits", () => {
    expect(["007", "99", "!ok", ":)"].map((word) => wordsIn(word, 0, [word])[0]?.[1])).toEqual(["digits", "digits", "word", "word"]);
    expect([wordsIn("1234x", 0, ["1234"]), wordsIn("k8s", 0, ["k8s"])[0]?.[1]]).toEqual([[["1234", "digits", 10.5]], "word"]);
  });

  test.each([
    ["a key b", 2], ["key", 0], ["-key-", 1], ["myKey", 2], ["keyIt", 0], ["aKEY", 1], ["keyA", 0], ["keyZ", 0],
  ])("shorter than asked for, but set off: %s", (text, start) => expect(wordsIn(text, start, ["key"], 4).map(([, kind]) => kind)).toEqual(["word"]));

  test.each([
    ["mykey", 2], ["1key", 1], ["MYkey", 2], ["AKey", 1], ["8Key", 1], ["keys", 0], ["key1", 0], ["KEYs", 0], ["KEYS", 0], ["my-keys", 3], ["mykey-", 2],
  ])("shorter than asked for, and not set off on both sides: %s", (text, start) => expect(wordsIn(text, start, ["key"], 4)).toEqual([]));

  test("as long as asked for, anywhere", () => expect(wordsIn("mykeys", 2, ["key"], 3).map(([word]) => word)).toEqual(["key"]));
});

describe("capitals", () => {
  test.each([
    ["secret", 10.5], ["Secret", 11.5], ["SECRET", 11.5], ["sEcret", 16.5], ["SEcret", 16.5], ["secreT", 16.5], ["AZERTY", 11.5], ["Azerty", 11.5], ["Zebras", 11.5], ["1Abc", 14.5],
  ])("%s", (text, bits) => expect(wordsIn(text, 0, [text.toLowerCase()])[0]?.[2]).toBe(bits));

  test("a short word in mixed case is chance", () => {
    expect([wordsIn("kEy", 0, ["key"]), wordsIn("Key", 0, ["key"]).length, wordsIn("KEY", 0, ["key"]).length, wordsIn("kEys", 0, ["keys"]).length]).toEqual([[], 1, 1, 1]);
  });
});

describe("words in leetspeak", () => {
  test.each([
    ["s3cret", 10.5 + 1.5], ["s3cr3t", 10.5 + 2], ["S3cr3t", 10.5 + 1 + 2],
  ])("%s", (text, bits) => expect(wordsIn(text, 0, ["secret"])).toEqual([[text, "word", bits]]));

  test("both readings of 1", () => {
    expect([wordsIn("l1on", 0, ["lion"]), wordsIn("go1d", 0, ["gold"])].map(([word]) => word)).toEqual([["l1on", "word", 12], ["go1d", "word", 12]]);
  });

  test("at most half of the letters", () => {
    expect([wordsIn("5a1t", 0, ["salt"]).length, wordsIn("541t", 0, ["salt"]).length]).toEqual([1, 0]);
  });

  test("once when nothing of it is", () => expect(wordsIn("secret1", 0, ["secret"])).toHaveLength(1));

  test("a short one only when set off", () => {
    expect([wordsIn("k3yx", 0, ["key"]), wordsIn("k3y", 0, ["key"]).length, wordsIn("l1onx", 0, ["lion"]).length, wordsIn("xl1onx", 1, ["lion"], 5).length]).toEqual([[], 1, 1, 0]);
  });

  test("never of one or two letters", () => expect(wordsIn("i5", 0, ["is"])).toEqual([]));
});
