import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { assess } from "../../src/strength/index.ts";
import { Secret } from "../../src/types/secret.ts";

/** Bytes that are the same in every run: SHA-512 of a name and numbers. */
function bytesOf(name: string, count: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(count / 64) }, (_, block) => createHash("sha512").update(`${name} ${block}`).digest());
  return Buffer.concat(blocks).subarray(0, count);
}

/** Characters of an alphabet, each as likely as the others. */
function characters(alphabet: string, length: number): (name: string) => string {
  const fair = 256 - (256 % alphabet.length);
  return (name) => Array.from(bytesOf(name, length * 4)).filter((byte) => byte < fair).slice(0, length).map((byte) => alphabet[byte % alphabet.length]).join("");
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
/** https://github.com/django/django/blob/main/django/core/management/utils.py */
const django = characters(`${lower}${digits}!@#$%^&*(-_=+)`, 50);

const generators: readonly (readonly [name: string, make: (name: string) => string])[] = [
  ["token_hex(16)", (name) => bytesOf(name, 16).toString("hex")],
  ["token_hex(32)", (name) => bytesOf(name, 32).toString("hex")],
  ["upper-case hex", (name) => bytesOf(name, 24).toString("hex").toUpperCase()],
  ["token_urlsafe(16)", (name) => bytesOf(name, 16).toString("base64url")],
  ["token_urlsafe(32)", (name) => bytesOf(name, 32).toString("base64url")],
  ["get_random_secret_key()", django],
  ["startproject", (name) => `django-insecure-${django(name)}`],
  ["base64 of 24 bytes", (name) => bytesOf(name, 24).toString("base64")],
  ["base64 of 32 bytes", (name) => bytesOf(name, 32).toString("base64")],
  ["32 alphanumerics", characters(lower + lower.toUpperCase() + digits, 32)],
  ["16 alphanumerics", characters(lower + lower.toUpperCase() + digits, 16)],
  ["24 lower-case letters and digits", characters(lower + digits, 24)],
  ["32 lower-case letters", characters(lower, 32)],
  ["24 printable characters", characters(String.fromCharCode(...Array.from({ length: 94 }, (_, at) => 33 + at)), 24)],
];

describe("2,000 random keys of each generator are good keys", () => {
  test.each(generators)("%s", (name, make) => {
    const bad = Array.from({ length: 2_000 }, (_, at) => make(`${name} ${at}`)).flatMap((text, at) => {
      const { strength, placeholder, template, reason } = assess(new Secret(text), "text", { published: new Map() });
      const good = !placeholder && !template && reason === undefined && (strength === "fair" || strength === "strong");
      return good ? [] : [`number ${at}: ${strength} ${placeholder ? "placeholder" : ""} ${template ? "template" : ""} ${reason ?? ""}`];
    });
    expect(bad).toEqual([]);
  });
});
