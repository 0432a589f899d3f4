import { expect, test } from "vitest";
import type { Part } from "../../src/strength/patterns.ts";
import { leftOpen } from "../../src/strength/wordlike.ts";

/** What is left open when every character that is not in one of the words costs five bits. */
function left(text: string, ...words: readonly string[]): ReturnType<typeof leftOpen> {
  const known = words.map((word): Part => ({ kind: "word", start: text.indexOf(word), end: text.indexOf(word) + word.length, bits: 8 }));
  const single = Array.from(text, (_, start): Part => ({ kind: "character", start, end: start + 1, bits: 5 })).filter((part) => !known.some(({ start, end }) => part.start >= start && part.start < end));
  return leftOpen(text, { bits: 40, fewKinds: false, parts: [...known, ...single] });
}

const each = 5 - 3.3;

test.each<[title: string, text: string, open: boolean, random: number, saved: number]>([
  ["a name", "manderella", true, 0, 10 * each],
  ["a name in capitals", "MANDERELLA", true, 0, 10 * each],
  ["one that begins with a capital", "Manderella", true, 0, 10 * each],
  ["two names", "AndaraManderella", true, 0, 10 * each],
  ["random letters", "xqzjwvkqpf", false, 50, 0],
  ["one of seven letters may be chance", "manders", true, 0, 0],
  ["one of eight is none", "manderes", true, 0, 8 * each],
  ["three letters", "man", true, 0, 0],
  ["two letters are none", "ma", false, 10, 0],
  ["three capitals are none", "MAN", false, 15, 0],
  ["signs", "%%", false, 10, 0],
  ["nothing", "", false, 0, 0],
])("%s: %s", (_, text, open, random, saved) => {
  const found = left(text);
  expect({ ...found, saved: undefined }).toEqual({ open, random, saved: undefined });
  expect(found.saved).toBeCloseTo(saved, 9);
});

test("known words alone leave nothing open", () => {
  expect([left("velvet-octopus", "velvet", "octopus"), left("xqzj", "xqzj")]).toEqual([{ open: false, random: 5, saved: 0 }, { open: false, random: 0, saved: 0 }]);
});

test("a known word counts, and one that is known in part is unknown", () => {
  expect(left("velvet7manders", "velvet")).toMatchObject({ open: true, random: 5 });
  expect(left("manderella", "man")).toMatchObject({ open: true, random: 0 });
  expect(left("manderella", "man").saved).toBeCloseTo(7 * each, 9);
});

test("half of the characters must be like words", () => {
  expect([left("manders1234567").open, left("manders12345678").open, left("xqzjwvk-manders", "xqzjwvk").open]).toEqual([true, false, true]);
  expect([left("s3cr3t48manders", "s3cr3t48").open, left("s3cr3t4manders", "s3cr3t4").open]).toEqual([false, true]);
  expect(left("manderella1234567890123")).toMatchObject({ open: false, random: 65, saved: 0 });
});

test("two of three pairs must be common, and three of four when letters are to cost less", () => {
  const [thirteen, twelve] = ["therererererer" + "qxqxqxq", "thererererere" + "qxqxqxqx"];
  expect([left(thirteen).open, left(twelve).open]).toEqual([true, false]);
  expect([left("therereqx").saved > 0, left("therexerqx")]).toEqual([true, { open: true, random: 0, saved: 0 }]);
});

test("letters that cost less than in a word are not made dearer", () => {
  const parts = Array.from("manderella", (_, start): Part => ({ kind: "character", start, end: start + 1, bits: start < 5 ? 1 : 4.3 }));
  expect(leftOpen("manderella", { bits: 40, fewKinds: false, parts }).saved).toBeCloseTo(5, 9);
});

test("numbers and signs between are no part of what is asked", () => {
  const parts: Part[] = [...Array.from("manders", (_, start): Part => ({ kind: "character", start, end: start + 1, bits: 5 })), { kind: "digits", start: 7, end: 27, bits: 60 }];
  expect(leftOpen("manders12345678901234567890", { bits: 40, fewKinds: false, parts }).open).toBe(true);
});
