import { dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { beforeAll, expect, test } from "vitest";
import { listed, lists, type Lists } from "../../src/strength/lists.ts";

let ranks: Lists;
beforeAll(() => {
  ranks = lists();
});
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

test("every word of three to twenty characters is there with its least rank, and no other", () => {
  const expected = new Map<string, number>();
  for (const list of Object.values<readonly string[]>({ ...common, ...english })) {
    list.slice(0, 40_000).forEach((word, index) => {
      const rank = list.length < 250 ? Math.max(250, index + 1) : index + 1;
      if (word.length >= 3 && word.length <= 20) expected.set(word, Math.min(rank, expected.get(word) ?? rank));
    });
  }
  expect(expected.size).toBeGreaterThan(100_000);
  expect(["he", "of", "a"].map(rankOf)).toEqual([undefined, undefined, undefined]);
  expect([...expected].filter(([word, rank]) => rankOf(word) !== rank)).toEqual([]);
  const starts = new Set(Array.from(expected.keys(), (word) => word.slice(0, 3)));
  expect([...starts].reduce((sum, start) => sum + (ranks(start)?.size ?? 0), 0)).toBe(expected.size);
});

test("as text, each beginning is one line of ASCII", () => {
  const lines = listed().split("\n");
  expect(lines.filter((line) => !/^[\x00-\x7f]+$/.test(line))).toEqual([]);
  expect(new Set(lines.map((line) => line.slice(0, line.indexOf("\t")))).size).toBe(lines.length);
  expect(lines.find((line) => line.startsWith("nep\t"))?.split("\t")).toContainEqual(expect.stringMatching(/^\d+ tune$/));
});
