import { describe, expect, test } from "vitest";
import { publishedAt } from "../../src/strength/published.ts";

const page = "https://example.org/page";
const hex = "c292a0a3aa32397cdb050e233733900f";

/** The page of a text when only `listed` is published. */
function pageOf(listed: string, text: string, form: "text" | "bytes" = "text"): string | undefined {
  return publishedAt(text, form, new Map([[listed, page]]));
}

describe("one key in its spellings", () => {
  test.each([
    ["listed in capitals", hex.toUpperCase(), hex],
    ["with the newline of Windows", hex, `${hex}\r\n`],
    ["a newline that is listed", "words\n", "words\n"],
    ["nothing but a newline, listed", "\n", "\n"],
    ["base64url listed, base64 with one sign of padding given", "ab-_ab-_cde", "ab+/ab+/cde="],
    ["base64 with one sign of padding listed, base64url given", "ab+/ab+/cde=", "ab-_ab-_cde"],
    ["Django's mark instead of Laravel's", "django-insecure-x$y", "base64:x$y"],
    ["words in base64, listed with Django's mark", "django-insecure-words of lore", Buffer.from("words of lore").toString("base64")],
  ])("%s", (_, listed, text) => expect(pageOf(listed, text)).toBe(page));

  test("as bytes in hex, in either case", () => {
    const bytes = Buffer.from(hex, "hex").toString("latin1");
    expect([pageOf(hex, bytes, "bytes"), pageOf(hex.toUpperCase(), bytes, "bytes"), pageOf(hex, bytes)]).toEqual([page, page, undefined]);
  });
});

describe("not another key", () => {
  test.each([
    ["a newline inside", "ab", "a\nb"],
    ["two newlines", "words", "words\n\n"],
    ["hex with something before", "-abcdef", "-ABCDEF"],
    ["hex with something behind", "abcdef-", "ABCDEF-"],
    ["base64 with something before", "!ab-_cd", "!ab+/cd"],
    ["base64 with something behind", "ab-_cd!", "ab+/cd!"],
    ["base64 with padding inside", "ab-_=cd", "ab+/=cd"],
    ["base64 with three signs of padding", "ab-_ab-_c", "ab+/ab+/c==="],
    ["nothing", "base64:", ""],
    ["a newline", "django-insecure-", "\n"],
  ])("%s", (_, listed, text) => expect(pageOf(listed, text)).toBeUndefined());
});

test("a long text is looked up as it is", () => {
  const [long, longer] = ["a1".repeat(512), "a1".repeat(513)];
  expect([pageOf(long, long.toUpperCase()), pageOf(longer, longer), pageOf(longer, longer.toUpperCase())]).toEqual([page, page, undefined]);
});
