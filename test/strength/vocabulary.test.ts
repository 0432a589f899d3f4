import { beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/strength/index.ts";
import { lists } from "../../src/strength/lists.ts";
import { fullVocabulary, ownVocabulary, type Vocabulary } from "../../src/strength/vocabulary.ts";
import { famousPhrases, wordGroups } from "../../src/strength/words.ts";
import { Secret } from "../../src/types/secret.ts";

// Made once for all: a change in the making is one for each test.
let own: Vocabulary;
let full: Vocabulary;
beforeAll(() => {
  [own, full] = [ownVocabulary(), fullVocabulary()];
});

describe("our own words", () => {
  test("cost what their first group says, each", () => {
    const { bitsOf } = own;
    const words = wordGroups.map(({ words }) => words.split(/\s+/));
    expect(words.map((group) => group.length > 40)).toEqual([true, true, true]);
    expect(words.flatMap((group, at) => group.filter((word) => word === "" || bitsOf(word) !== wordGroups.find((_, first) => words[first]?.includes(word))?.bits || (at === 0 && bitsOf(word) !== 2)))).toEqual([]);
    expect([bitsOf("secret"), bitsOf("must"), bitsOf("dolphins"), bitsOf("velvet")]).toEqual([2, 4, undefined, undefined]);
  });

  test("the longest that begins so ends the looking", () => {
    const { longest } = own;
    expect([longest("sup"), longest("thi"), longest("xqz"), longest("a")]).toEqual(["supersecret".length, "thirtytwo".length, undefined, 1]);
  });
});

describe("words of lists", () => {
  test("cost twice their rank, ours what they cost if that is less", () => {
    const { bitsOf } = full;
    expect([bitsOf("secret"), bitsOf("jwt"), bitsOf("xqzjwvkq")]).toEqual([2, 2, undefined]);
    for (const word of ["monkey", "velvet"]) {
      const rank = lists()(word.slice(0, 3))?.get(word.slice(3)) ?? 0;
      expect(rank).toBeGreaterThan(1);
      expect(bitsOf(word)).toBe(Math.log2(rank) + 1);
    }
    expect(bitsOf("monkey")).toBeLessThan(8);
  });

  test("the longest of both ends the looking", () => {
    const { longest } = full;
    expect(longest("sup")).toBeGreaterThanOrEqual("supersecret".length);
    expect([longest("vel") ?? 0, longest("xqz"), longest("hs5")]).toEqual([expect.any(Number), undefined, "hs512".length]);
    expect(longest("vel")).toBeGreaterThanOrEqual("velvet".length);
  });
});

test("phrases that everybody knows are more than twenty", () => expect(famousPhrases.size).toBeGreaterThan(20));

test.each([...famousPhrases])("everybody knows a phrase, however its words are parted: %s", (phrase) => {
  for (const text of [phrase, phrase.toUpperCase(), Array.from(phrase).join("-")]) {
    expect(assess(new Secret(text), "text", { published: new Map() })).toMatchObject({ strength: "trivial", reason: "a phrase that everybody knows" });
  }
});
