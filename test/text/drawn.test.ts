import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { looksDrawn, shownNames } from "../../src/text/drawn.ts";

const digests = Array.from({ length: 200 }, (_, number) => createHash("sha256").update(`keylint fixture ${number}`).digest());

test.each(["hex", "base64", "base64url"] as const)("a digest in %s looks drawn", (form) => {
  expect(digests.map((digest) => digest.toString(form)).filter((text) => !looksDrawn(text))).toEqual([]);
});

test("half of a digest in hexadecimal looks drawn, in capitals too", () => {
  const halves = digests.map((digest) => digest.toString("hex").slice(0, 32));
  expect(halves.flatMap((text) => [text, text.toUpperCase()]).filter((text) => !looksDrawn(text))).toEqual([]);
});

test("of letters and digits by lot, 24 and more of them, all but one in a hundred look drawn", () => {
  const words = digests.flatMap((digest) => [24, 26, 28, 31].map((length) => digest.toString("base64").replace(/[^A-Za-z0-9]/g, "").slice(0, length)));
  expect(words.filter((word) => !looksDrawn(word)).length).toBeLessThan(words.length / 100);
});

test("a name looks drawn with what runs on behind it", () => {
  const words = digests.map((digest) => `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY${digest.toString("base64").replace(/[^A-Za-z0-9]/g, "").slice(0, 32)}`);
  expect(words.filter((word) => !looksDrawn(word)).length).toBeLessThan(words.length / 100);
});

test.each([
  "SECRET_KEY", "AUTH_JWT_HS256_SECRET_V2", "NEXT_PUBLIC_SESSION_SECRET", "jwtAccessTokenSecret2024", "session.cookie.secret", "sha256WithRSAEncryption", "A256GCMKW", "secretOrKeyProvider",
  "SQLALCHEMY_DATABASE_URI", "getServerSideProps", "app.config.SECRET_KEY", "createHmacSha256", "X_RAPIDAPI_KEY_V1", "DJANGO_SECRET_KEY_2024_01", "default-fallback-key", "src/config/index.ts",
])("%s does not", (name) => {
  expect(looksDrawn(name)).toBe(false);
});

test("in a sentence only what looks drawn is covered", () => {
  const key = digests[0]?.toString("hex") ?? "";
  expect(shownNames(`KEYS["${key}"] is missing or SECRET_KEY is.`)).toBe('KEYS["***"] is missing or SECRET_KEY is.');
});
