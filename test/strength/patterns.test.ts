import { describe, expect, test } from "vitest";
import { copyAt, dateAt, firstPlaces, repeatAt, walkAt, type Part } from "../../src/strength/patterns.ts";

/** The stretch that a part covers, its kind and its bits. */
function told(text: string, part: Part | undefined): readonly [string, string, number] | undefined {
  return part && [text.slice(part.start, part.end), part.kind, part.bits];
}

describe("a walk along a row", () => {
  const walk = (text: string, start = 0, least = 3) => told(text, walkAt(text, start, least));

  test.each([
    ["0123456789", "sequence"],
    ["abcdefghijklmnopqrstuvwxyz", "sequence"],
    ["0123456789abcdef", "sequence"],
    ["qwertyuiop", "walk"],
    ["asdfghjkl", "walk"],
    ["zxcvbnm", "walk"],
    ["1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "walk"],
    ["!@#$%^&*()", "walk"],
    ["azertyuiop", "walk"],
    ["qwertzuiop", "walk"],
  ])("%s, forwards, backwards and around", (row, kind) => {
    for (const text of [row, Array.from(row).reverse().join(""), row.slice(2) + row.slice(0, 2)]) {
      expect(walk(text)).toEqual([text, kind, 5 + Math.log2(text.length)]);
    }
  });

  test.each([
    ["where it begins", "..qwe", 2, "qwe"],
    ["as far as it goes", "asdfx", 0, "asdf"],
    ["not a character before", "..qwe", 1, undefined],
    ["not of two", "qwx", 0, undefined],
    ["not with a gap", "qet", 0, undefined],
    ["not at the end", "qw", 0, undefined],
    ["around and on", "890123456789012", 0, "890123456789012"],
  ])("%s", (_, text, start, stretch) => expect(walk(text, start)?.[0]).toBe(stretch));

  test("of two rows the one that it follows longer, of equal ones the sequence", () => {
    expect([walk("fghj"), walk("fgh"), walk("qwertz"), walk("..fghj", 2)].map((one) => one?.slice(0, 2))).toEqual([["fghj", "walk"], ["fgh", "sequence"], ["qwertz", "walk"], ["fghj", "walk"]]);
  });

  test("of no less than was asked for", () => {
    expect([walk("qwe", 0, 4), walk("qwer", 0, 4)?.[0]]).toEqual([undefined, "qwer"]);
  });
});

describe("a character again and again", () => {
  const repeat = (text: string, start: number, each: number) => told(text, repeatAt(text, start, each));

  test("three times at least, as far as it goes", () => {
    expect([repeat("aab", 0, 5), repeat("aaab", 0, 5), repeat("baaa", 0, 5), repeat("baaaa", 1, 5)]).toEqual([undefined, ["aaa", "repeat", 4 + Math.log2(3)], undefined, ["aaaa", "repeat", 6]]);
  });

  test("costs the character, four bits at most, and the count", () => {
    expect([repeat("0000", 0, 3)?.[2], repeat("0000", 0, 6)?.[2]]).toEqual([5, 6]);
  });
});

describe("what stood in the text before", () => {
  const copy = (text: string, start: number) => told(text, copyAt(text, start, firstPlaces(text)));

  test("is a copy, of four characters at least", () => {
    expect([copy("wordword", 4), copy("abcabc", 3), copy("wordywords", 5), copy("wordword", 0), copy("wordword", 3)]).toEqual([["word", "copy", 4], undefined, ["word", "copy", Math.log2(5) + 2], undefined, undefined]);
  });

  test("a block written many times is one copy of itself", () => {
    expect(copy("wordwordwordword", 4)).toEqual(["wordwordword", "copy", 2 + Math.log2(12)]);
    expect(copy("wordwordwordword", 8)).toEqual(["wordword", "copy", 3 + 3]);
  });

  test("of what stood there first", () => {
    expect(copy("wordXYwordZwordXY", 11)?.[0]).toBe("wordXY");
  });

  test("the last characters begin nothing", () => {
    expect(firstPlaces("wordword")).toEqual([0, 1, 2, 3, 0]);
    expect([copy("wordword", 5), copy("wordword", 7), firstPlaces("wor")]).toEqual([undefined, undefined, []]);
  });
});

describe("a date", () => {
  const date = (text: string, start = 0) => told(text, dateAt(text, start));

  test.each(["1950", "1999", "2000", "2039"])("the year %s", (year) => expect(date(`${year}x`)).toEqual([year, "year", 6]));
  test.each(["1949", "2040", "1899", "2100", "199", "x1999"])("no year: %s", (text) => expect(date(text)).toBeUndefined());

  test.each(["20230115", "2023-01-15", "1900.12.31", "2099/10/09", "15012023", "31-12-1999", "01.02.2003", "09/10/2011", "2023-0115", "29022024"])("the day %s", (day) => {
    expect(date(`${day}1`)).toEqual([day, "year", 17]);
  });

  test.each(["2023-00-15", "2023-13-15", "2023-01-32", "2023-01-00"])("no day but a year: %s", (text) => expect(date(text)?.[0]).toBe("2023"));
  test.each(["32-01-2023", "00012023", "40012023", "1-1-2023", "15-01-23", "15-01-1799"])("none: %s", (text) => expect(date(text)).toBeUndefined());

  test("where it begins", () => {
    expect([date("key2023", 3)?.[0], date("key2023", 2), date("on 15.01.2023", 3)?.[0]]).toEqual(["2023", undefined, "15.01.2023"]);
  });
});
