import { reveal, type Secret } from "../types/secret.ts";
import { bitsPerCharacter, shapeOf, uuidVersion } from "./shape.ts";

type Encoding = "base64" | "base64url" | "hex";

/** Random bytes of a UUID by version: 122 bits of version 4 count as the 16 bytes that they are written in; version 7 has 74 bits. */
const uuidBytes: Readonly<{ [version: string]: number }> = { 4: 16, 7: 9, 1: 2, 6: 2 };

/** Stands before keys as a mark, and is no part of what is random: Laravel's and Django's. */
const marks = /^(base64:|django-insecure-)/;

/** The text without the marks that generators put before a key. */
export function withoutMark(text: string): string {
  return text.replace(marks, "");
}

/**
 * The random bytes that a text can carry at most, hex and base64 seen through: `secrets.token_hex(16)` carries 16. It asks
 * only how many characters of which kind there are, not whether they are random.
 */
export function randomBytes(whole: string, form: "text" | "bytes"): number {
  const text = withoutMark(whole).replace(/\r?\n$/, "");
  const version = uuidVersion(text);
  if (version !== undefined) return uuidBytes[version] ?? 16;
  const shape = shapeOf(text, form);
  const characters = shape === "base64" ? text.replaceAll("=", "").length : text.length;
  return Math.floor((characters * bitsPerCharacter(text, shape)) / 8);
}

/**
 * The length that the framework receives, in its unit: characters or UTF-8 bytes of a text, bytes after decoding where the
 * framework decodes. A text that is not of the encoding, or lacks the prefix that stands for it, is taken as it is.
 */
export function receivedLength(secret: Secret, form: "text" | "bytes", unit: "characters" | "bytes", encoding?: Encoding, prefix = ""): number {
  const text = reveal(secret);
  if (encoding !== undefined && text.startsWith(prefix)) {
    const decoded = decodedLength(text.slice(prefix.length), encoding);
    if (decoded !== undefined) return decoded;
  }
  if (form === "bytes") return text.length;
  return unit === "bytes" ? Buffer.byteLength(text) : Array.from(text).length;
}

function decodedLength(written: string, encoding: Encoding): number | undefined {
  const text = written.replace(/\s/g, "");
  if (encoding === "hex") return /^[0-9a-f]*$/i.test(text) && text.length % 2 === 0 ? text.length / 2 : undefined;
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return undefined;
  return Math.floor((text.replaceAll("=", "").length * 6) / 8);
}
