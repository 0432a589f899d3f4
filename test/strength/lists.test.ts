import { dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { expect, test } from "vitest";
import { lists } from "../../src/strength/lists.ts";

const ranks = lists();
const rankOf = (word: string): number | undefined => ranks(word.slice(0, 3))?.get(word.slice(3));

test("a word of the library has its rank in the list that has it first", () => {
  const [passwords, names] = [common["passwords-common"], english["firstnames-en"]];
  expect(passwords.slice(0, 2_000).filter((word, index) => word.length >= 3 && word.length <= 20 && (rankOf(word) ?? Infinity) > index + 1)).toEqual([]);
  expect(rankOf(names[0] ?? "")).toBeLessThanOrEqual(1);
});

test("words in other letters and with blanks in them are there, too", () => {
  const all = Object.values<readonly string[]>({ ...common, ...english }).flatMap((list) => list.slice(0, 40_000));
  const words = all.filter((word) => word.length >= 3 && word.length <= 20 && /[^\w]/.test(word));
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => rankOf(word) === undefined)).toEqual([]);
});

test("few words make a list that has to be thought of first", () => {
  expect(rankOf("neptune")).toBeGreaterThan(100);
  expect(rankOf("xqzjwvkq")).toBeUndefined();
});
