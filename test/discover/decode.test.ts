import { describe, expect, test } from "vitest";
import { decode } from "../../src/discover/decode.ts";

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

describe("decoding", () => {
  const cases: [string, Buffer, string][] = [
    ["UTF-8", Buffer.from("ключ 🔑"), "ключ 🔑"],
    ["UTF-8 with a mark", Buffer.from("\ufeffa = 1"), "a = 1"],
    ["UTF-16LE with a mark", Buffer.from("\ufeffключ", "utf16le"), "ключ"],
    ["UTF-16BE with a mark", utf16be("\ufeffключ"), "ключ"],
    ["UTF-16LE without a mark", Buffer.from("KEY=é1", "utf16le"), "KEY=é1"],
    ["UTF-16BE without a mark", utf16be("KEY=é1"), "KEY=é1"],
    ["UTF-16 with an odd last byte", Buffer.concat([Buffer.from("\ufeffab", "utf16le"), Buffer.from([1])]), "ab"],
    ["Latin-1", Buffer.from([0x61, 0xe9, 0xff]), "aéÿ"],
    ["Latin-1 after a UTF-8 mark", Buffer.from([0xef, 0xbb, 0xbf, 0xe9]), "é"],
    ["nothing", Buffer.alloc(0), ""],
  ];
  test.each(cases)("%s", (_, bytes, text) => {
    expect(decode(bytes)).toEqual({ text });
  });

  test.each([
    ["NUL in text", Buffer.from("a\0bcdefgh")],
    ["NUL only", Buffer.alloc(8)],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ])("%s looks binary", (_, bytes) => {
    expect(decode(bytes)).toEqual({ failure: expect.stringContaining("looks binary") });
  });
});
