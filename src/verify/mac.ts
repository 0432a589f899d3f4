import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Attempt } from "./kind.ts";

export type Digest = "md5" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512";

/** Digests by their length. */
const digests: ReadonlyMap<number, Digest> = new Map([[16, "md5"], [20, "sha1"], [28, "sha224"], [32, "sha256"], [48, "sha384"], [64, "sha512"]]);

/** The digest that a signature is as long as. */
export function digestOf(mac: Buffer): Digest | undefined {
  return digests.get(mac.length);
}

export function hash(digest: Digest, ...parts: readonly (string | Buffer)[]): Buffer {
  const made = createHash(digest);
  for (const part of parts) made.update(part);
  return made.digest();
}

export function hmac(digest: Digest, key: Buffer, message: string | Buffer): Buffer {
  return createHmac(digest, key).update(message).digest();
}

/** A key of a length made of another by HMAC-SHA-256: https://www.rfc-editor.org/rfc/rfc5869#section-2. Node's own takes many times as long. */
export function hkdf(key: Buffer, salt: string, info: string, length: number): Buffer {
  const extracted = hmac("sha256", Buffer.from(salt), key);
  const blocks: Buffer[] = [];
  for (let made = 0; made < length; made += 32) blocks.push(hmac("sha256", extracted, Buffer.concat([blocks.at(-1) ?? Buffer.alloc(0), Buffer.from(info), Buffer.from([blocks.length + 1])])));
  return Buffer.concat(blocks).subarray(0, length);
}

export function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A message, the HMAC that was given with it, and what becomes of the key before. */
export interface Mac {
  readonly digest: Digest;
  readonly message: string | Buffer;
  readonly mac: Buffer;
  /** Undefined where the key cannot be one. */
  readonly derive?: (key: Buffer) => Buffer | undefined;
}

export function hmacBy({ digest, message, mac, derive = (key) => key }: Mac): Attempt {
  return {
    signed(key) {
      const derived = derive(key);
      return derived !== undefined && same(hmac(digest, derived, message).subarray(0, mac.length), mac);
    },
  };
}

/** Base64 of one alphabet, padded or not, that is written as an encoder writes it: with other bits at its end it would be another text. */
export function base64(text: string, alphabet: "base64" | "base64url" = "base64url"): Buffer | undefined {
  const body = text.replace(/={1,2}$/, "");
  const bytes = Buffer.from(body, alphabet);
  return body !== "" && bytes.toString(alphabet).replace(/={1,2}$/, "") === body ? bytes : undefined;
}

/** Small letters and digits, as Python and Node write it. */
export function hex(text: string): Buffer | undefined {
  return /^(?:[0-9a-f]{2}){1,64}$/.test(text) ? Buffer.from(text, "hex") : undefined;
}

/** What stands before and behind the last sign. */
export function split(text: string, sign: string): readonly [before: string, behind: string] | undefined {
  const at = text.lastIndexOf(sign);
  return at < 1 ? undefined : [text.slice(0, at), text.slice(at + sign.length)];
}
