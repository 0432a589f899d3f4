import { describe, expect, test } from "vitest";
import { estimate } from "../../src/strength/estimate.ts";
import type { Shape } from "../../src/strength/shape.ts";
import type { Vocabulary } from "../../src/strength/vocabulary.ts";

/** Words with their bits. */
function vocabularyOf(words: Readonly<{ [word: string]: number }>): Vocabulary {
  return {
    bitsOf: (word) => words[word],
    longest: (start) => Math.max(0, ...Object.keys(words).filter((word) => word.startsWith(start)).map(({ length }) => length)) || undefined,
  };
}

const wordless = vocabularyOf({});

interface Told {
  readonly parts: readonly string[];
  readonly bits: number;
  readonly fewKinds: boolean;
}

/** An estimate, its parts as `kind:stretch`. */
function of(text: string, shape: Shape, vocabulary = wordless, least = 1): Told {
  const { bits, parts, fewKinds } = estimate(text, shape, vocabulary, least);
  return { parts: parts.map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`), bits, fewKinds };
}

/** Bits of one of so many. */
const among = Math.log2;

describe("characters", () => {
  test("cost what the kinds of characters in the text give them, in its order", () => {
    const { parts, bits, fewKinds } = of("xQ7", "base64");
    expect({ parts, fewKinds }).toEqual({ parts: ["character:x", "character:Q", "character:7"], fewKinds: false });
    expect([bits, of("xQ7!", "text").bits, of("\xfd\x01", "binary").bits, of("", "text").bits]).toEqual([18, 4 * among(66), 16, 0]);
  });

  test("few different ones cost which they are, and their order", () => {
    expect(of("xqxqqx", "text")).toMatchObject({ bits: 6 * (1 + (2 * among(26)) / 6), fewKinds: true });
    expect(of("%%", "text")).toMatchObject({ bits: 4, fewKinds: false });
    expect(of("%%%", "text")).toMatchObject({ parts: ["repeat:%%%"], fewKinds: true });
  });

  test("letters of other languages cost less, signs of those with thousands more", () => {
    expect(of("\u044f\u0431\u043b\u043e\u043a\u0443", "text")).toMatchObject({ parts: Array.from("\u044f\u0431\u043b\u043e\u043a\u0443", (letter) => `foreign:${letter}`), bits: 9 });
    expect(of("\u6211\u7684\u5bc6\u94a5\u5b66", "text").bits).toBe(25);
    expect(of("\u6211\u7684", "text").bits).toBe(2 * among(4));
  });

  test("bytes and signs are of no language", () => {
    expect(of("\xe9\x01", "binary").parts).toEqual(["character:\xe9", "character:\x01"]);
    expect(of("\u20ac\u20b9", "text").parts).toEqual(["character:\u20ac", "character:\u20b9"]);
  });

  test.each(["-", "_", " ", "."])("%j between words is one bit", (sign) => {
    expect(of(`xQ${sign}q`, "text")).toMatchObject({ parts: ["character:x", "character:Q", `separator:${sign}`, "character:q"], bits: 3 * among(56) + 1 });
  });

  test("of an encoding it is a character", () => expect(of("xQ-q", "base64")).toMatchObject({ bits: 24 }));
});

describe("numbers", () => {
  test("of two digits and more are digits", () => {
    expect(of("x91q", "text")).toMatchObject({ parts: ["character:x", "digits:91", "character:q"], bits: 2 * among(36) + 2 + 2 * among(10) });
    expect(of("x9q!K", "text").parts).toContain("character:9");
  });

  test("not in hex, nor in bytes", () => {
    expect([of("a9173b", "hex").bits, of("\x019173", "binary").bits]).toEqual([24, 40]);
  });
});

describe("patterns", () => {
  test.each([
    ["xqwertK", "walk:qwert"], ["x%%%%K", "repeat:%%%%"], ["xK9#xK9#", "copy:xK9#"], ["x2023K", "year:2023"], ["xK31-12-1999", "year:31-12-1999"], ["xABCDEq", "sequence:ABCDE"],
  ])("%s", (text, part) => expect(of(text, "text").parts).toContain(part));

  test("a walk of three characters is chance where short words are", () => {
    expect([1, 2, 3].map((least) => of("xqweK", "text", wordless, least).parts.includes("walk:qwe"))).toEqual([true, false, false]);
    expect([2, 4, 5].map((least) => of("xqwerK", "text", wordless, least).parts.includes("walk:qwer"))).toEqual([true, true, true]);
  });

  test("of two that cost the same, the one looked for first", () => {
    expect(of("1234", "decimal", vocabularyOf({ "1234": 6.5 }))).toMatchObject({ parts: ["sequence:1234"], bits: 7 });
    expect(of("1234", "decimal", vocabularyOf({ "1234": 6.25 }))).toMatchObject({ parts: ["digits:1234"], bits: 6.75 });
  });
});

describe("words", () => {
  const words = vocabularyOf({ deadbeef: 9, house: 20, mice: 14, the: 8, of: 5, secret: 20, key: 4, tower: 6, hide: 14 });

  test("are cheaper than their letters", () => {
    expect(of("xK7house", "base64", words)).toMatchObject({ parts: ["character:x", "character:K", "character:7", "word:house"], bits: 18 + 20.5 });
  });

  test("are not looked for in bytes, nor in long hex", () => {
    expect([of("deadbeef", "hex", words).parts, of("deadbeef1749c0a", "hex", words).parts[0], of("deadbeef1749c0a5", "hex", words).parts[0], of("\x01deadbeef", "binary", words).parts]).toEqual([
      ["word:deadbeef"], "word:deadbeef", "character:d", Array.from("\x01deadbeef", (character) => `character:${character}`),
    ]);
  });

  test("short ones count set off only, where they must be longer", () => {
    expect([of("keyzQ7!#-%", "text", words, 4).parts[0], of("key-ZQ7!#%", "text", words, 4).parts[0], of("keyzQ7!#-%", "text", words, 3).parts[0]]).toEqual(["character:k", "word:key", "word:key"]);
  });

  test("with two that make sentences, a letter costs one bit", () => {
    expect(of("the house of mice", "text", words).bits).toBe(14 + 3);
    expect(of("the house of mice!", "text", words).bits).toBeCloseTo(14 + 3 + among(30), 9);
    expect(of("the house mice", "text", words).bits).toBe(9.5 + 20.5 + 14.5 + 2);
    expect(of("THE HOUSE OF MICE", "text", words).bits).toBe(14 + 3);
  });

  test("beside two names of keys, a word is one of the project's", () => {
    expect(of("secret-key-house-tower", "text", words).bits).toBe(3 + 8 + 4 + 1.5 + 8 + 6.5);
    expect(of("secret-house-hide", "text", words).bits).toBe(20.5 + 20.5 + 14.5 + 2);
    expect(of("secret-secret", "text", words)).toMatchObject({ bits: 20.5 + 1 + Math.log2(7) + Math.log2(6) });
  });
});
