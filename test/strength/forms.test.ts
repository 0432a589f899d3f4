import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { strengthOf } from "../../src/strength/buckets.ts";
import { isDigestOfWord } from "../../src/strength/digests.ts";
import { writtenInside } from "../../src/strength/encoded.ts";
import { bitsPerCharacter, shapeOf, uuidVersion } from "../../src/strength/shape.ts";

test.each([[0, "trivial"], [33, "trivial"], [34, "weak"], [58, "weak"], [59, "fair"], [79, "fair"], [80, "strong"], [Math.log2(1e10), "weak"], [Math.log2(1e10 * 365 * 24 * 3600), "fair"]] as const)("2^%f guesses: %s", (bits, strength) => {
  expect(strengthOf(bits)).toBe(strength);
});

describe("the digest of a common word", () => {
  test.each(["md5", "sha1", "sha224", "sha256", "sha384", "sha512"])("%s", (algorithm) => {
    const digest = (word: string): string => createHash(algorithm).update(word).digest("hex");
    for (const word of ["secret", "SECRET", "secret\n", "", "correcthorsebatterystaple"]) expect({ word, is: isDigestOfWord(digest(word)) }).toEqual({ word, is: true });
    expect([isDigestOfWord(digest("secret").toUpperCase()), isDigestOfWord(digest("Secret7")), isDigestOfWord(digest("secret").slice(1))]).toEqual([true, false, false]);
  });
});

describe("a text in an encoding", () => {
  const [hex, base64] = (["hex", "base64"] as const).map((encoding) => (text: string): string => Buffer.from(text, "latin1").toString(encoding)) as [(text: string) => string, (text: string) => string];

  test.each(["secret", "two words ~ !", "a".repeat(256)])("%s", (text) => {
    expect([writtenInside(hex(text)), writtenInside(hex(text).toUpperCase()), writtenInside(base64(text).slice(0, 512)), writtenInside(hex(`${text.slice(1)}\n`))]).toEqual([text, text, text, text.slice(1).length >= 5 ? text.slice(1) : undefined]);
  });

  test.each([
    ["short", hex("words")],
    ["short in base64", base64("abcde")],
    ["bytes", hex("secret\x7f")],
    ["bytes before", hex("\x1fsecret")],
    ["several lines", hex("secret\n\n")],
    ["half a byte", hex("secret").slice(1)],
    ["more than hex", `${hex("secret")}-`],
    ["with something before", `-${hex("secret")}`],
    ["base64 that lacks a sign", base64("secret!!").slice(1)],
    ["base64 without its padding", base64("secret7").replace("==", "")],
    ["base64 with something before", `!!!!${base64("secretsecret")}`],
    ["base64 with a sign of its own", `${base64("secretsecret").slice(0, -1)}-`],
    ["too long", hex("a".repeat(257))],
  ])("is none: %s", (_, text) => {
    expect(writtenInside(text)).toBeUndefined();
  });
});

describe("the shape of a text", () => {
  test.each([
    ["0123456789", "decimal"],
    ["0123456789abcdef", "hex"],
    ["0123456789ABCDEF", "hex"],
    ["0123456789aBCDEF", "base64"],
    ["0123456789abcdeg", "text"],
    ["0123456789ABCDEG", "text"],
    ["aB+/_-9", "base64"],
    ["aB==", "base64"],
    ["aB===", "text"],
    ["aB=a", "text"],
    ["aB!", "text"],
    ["!aB", "text"],
    ["12 34", "text"],
    ["\x00aB", "binary"],
    ["a\tb\nc\rd", "text"],
    ["a\x0bb", "binary"],
    ["a\x0cb", "binary"],
    ["a\x1fb", "binary"],
    ["a\x7fb", "binary"],
    ["a\x9fb", "binary"],
    ["schl\xfcssel", "text"],
  ] as const)("%j: %s", (text, shape) => {
    expect(shapeOf(text, "text")).toBe(shape);
  });

  test("bytes beyond ASCII are no text", () => {
    expect([shapeOf("schl\xfcssel", "bytes"), shapeOf("\x80", "bytes"), shapeOf("words", "bytes")]).toEqual(["binary", "binary", "text"]);
  });

  test("a UUID's version", () => {
    const of = (text: string): string | undefined => uuidVersion(text);
    expect([of("f47ac10b-58cc-4372-a567-0e02b2c3d479"), of("F47AC10B-58CC-7372-A567-0E02B2C3D479"), of("f47ac10b58cc4372a5670e02b2c3d479")]).toEqual(["4", "7", undefined]);
    expect([of("xf47ac10b-58cc-4372-a567-0e02b2c3d479"), of("f47ac10b-58cc-4372-a567-0e02b2c3d479x")]).toEqual([undefined, undefined]);
  });

  test.each([
    ["abc", 26], ["ABC", 26], ["aB", 52], ["a1", 36], ["aB1", 62], ["12", 10], ["a!", 30], ["a!?.", 30], ["a!?.,", 59], ["!", 4], ["", 2],
  ])("a character of %j is one of %i", (text, kinds) => {
    expect(bitsPerCharacter(text, "text")).toBeCloseTo(Math.log2(kinds), 9);
  });

  test("a character of an encoding carries what the encoding gives it", () => {
    expect((["hex", "base64", "binary", "decimal"] as const).map((shape) => bitsPerCharacter("12", shape))).toEqual([4, 6, 8, Math.log2(10)]);
  });
});
