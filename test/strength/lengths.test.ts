import { describe, expect, test } from "vitest";
import { randomBytes, receivedLength } from "../../src/strength/index.ts";
import { Secret } from "../../src/types/secret.ts";

describe("random bytes that a text can carry", () => {
  test.each([
    ["token_hex(16)", "5f352379324c22463451387a0aec5d2f", 16],
    ["12 bytes in hex", "5f352379324c22463451387a", 12],
    ["token_urlsafe(16)", "zq3RjQ0vTq2bGkEw1xYh8g", 16],
    ["16 bytes in base64", "mq9hDxBVDbspDR6nLfFT1g==", 16],
    ["base64 with Laravel's prefix", "base64:mq9hDxBVDbspDR6nLfFT1g==", 16],
    ["a UUID of version 4", "f47ac10b-58cc-4372-a567-0e02b2c3d479", 16],
    ["a UUID of version 4 without dashes", "f47ac10b58cc4372a5670e02b2c3d479", 16],
    ["a UUID made from the clock", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", 2],
    ["one of version 6", "1ec9414c-232a-6b00-b3c8-9e6bdeced846", 2],
    ["one of version 7", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", 9],
    ["one of another version", "74738ff5-5367-5958-9aee-98fffdcd1876", 16],
    ["base64 with one sign of padding", "mq9hDxBVDbspDR6nLfFT1gA=", 17],
    ["base64 with Laravel's prefix elsewhere", "k-base64:abcdefghijklmnop", 16],
    ["Django's mark is no part of it", "django-insecure-5f352379324c22463451387a", 12],
    ["an editor's newline is no part of it", "5f352379324c22463451387a0aec5d2f\n", 16],
    ["nor is one of Windows", "5f352379324c22463451387a0aec5d2f\r\n", 16],
    ["one inside is", "01234567\n01234567", 8],
    ["what looks like padding behind a text", "aaaaaaaaaaaa!==", 9],
    ["a short word", "secret", 3],
    ["digits", "12345678901234567890", 8],
    ["nothing", "", 0],
  ])("%s", (_, text, bytes) => expect(randomBytes(text, "text")).toBe(bytes));

  test("a Django key carries more than 32", () => expect(randomBytes("kobl@t=yw9d*0y%jt2gjnq78=u!z_rrxb&w8e47l!(jz@m79zy", "text")).toBeGreaterThan(32));
  test("bytes carry themselves", () => expect(randomBytes("\xfd{H\xe5<\x95\xf9\xe3\x96.5\xd1\x01O<!", "bytes")).toBe(16));
  test("hex as bytes is seen through", () => expect(randomBytes("5f352379324c22463451387a0aec5d2f", "bytes")).toBe(16));
});

describe("the length that the framework receives", () => {
  const long = (text: string, ...rest: [form: "text" | "bytes", unit: "characters" | "bytes", encoding?: "base64" | "base64url" | "hex", prefix?: string]): number => receivedLength(new Secret(text), ...rest);

  test("characters or UTF-8 bytes of a text", () => {
    expect([long("schlüssel", "text", "characters"), long("schlüssel", "text", "bytes"), long("🔑🔑", "text", "characters")]).toEqual([9, 10, 2]);
  });

  test("nothing is decoded where the framework decodes nothing", () => {
    expect([long("aGVsbG8", "text", "characters"), long("5f35", "text", "bytes"), long("5f35", "bytes", "bytes")]).toEqual([7, 4, 4]);
  });

  test("bytes as they are", () => expect(long("\xfd\xff", "bytes", "bytes")).toBe(2));

  test.each([
    ["hex", "5f352379324c22463451387a0aec5d2f", "hex", undefined, 16],
    ["base64", "mq9hDxBVDbspDR6nLfFT1g==", "base64", undefined, 16],
    ["base64url without padding", "mq9hDxBVDbspDR6nLfFT1g", "base64url", undefined, 16],
    ["base64 after a prefix", "base64:mq9hDxBVDbspDR6nLfFT1g==", "base64", "base64:", 16],
    ["without the prefix it is no base64", "mq9hDxBVDbspDR6nLfFT1g==", "base64", "base64:", 24],
    ["hex in capitals, in groups", "5F35 2379 324C\n2246", "hex", undefined, 8],
    ["half a byte of hex", "5f3", "hex", undefined, 3],
    ["hex with something before", "--5f", "hex", undefined, 4],
    ["hex with something behind", "5f--", "hex", undefined, 4],
    ["base64 over lines", "mq9hDxBV\nDbspDR6nLfFT1g==\n", "base64", undefined, 16],
    ["base64 with one sign of padding", "mq9hDxBVDbspDR6nLfFT1gA=", "base64", undefined, 17],
    ["base64 with something before", "!AAAA", "base64", undefined, 5],
    ["base64 with something behind", "AAAA!", "base64", undefined, 5],
    ["what is not of the encoding is taken as it is", "not hex at all", "hex", undefined, 14],
  ] as const)("after decoding: %s", (_, text, encoding, prefix, length) => expect(long(text, "text", "bytes", encoding, prefix)).toBe(length));
});
