import { createHmac, pbkdf2Sync } from "node:crypto";
import type { Attempt, Kind, Refusal } from "./kind.ts";
import { base64, hmac, hmacBy, same } from "./mac.ts";

/** `Fe26.2*id*salt*iv*content*expiration*salt*hmac`; iron-session puts `~2` behind. https://github.com/hapijs/iron/blob/master/lib/index.js#L258 */
function ironIn(value: string): { readonly message: string; readonly salt: string; readonly mac: Buffer } | undefined {
  const [, message = "", salt = "", signature = ""] = /^(Fe26\.2\*\w*\*[^*]*\*[\w-]+\*[\w-]+\*\d*)\*([^*]*)\*([\w-]{43})(?:~[12])?$/.exec(value) ?? [];
  const mac = base64(signature);
  return mac ? { message, salt, mac } : undefined;
}

/** Passwords have so many characters at least, in all of these libraries. */
const leastPassword = 32;

/**
 * The password goes through PBKDF2 with the salt, once, or in h3 2 (https://github.com/h3js/h3/blob/main/src/utils/internal/iron-crypto.ts)
 * 8,192 times; bytes are the key themselves, and have no salt.
 */
function unsealing(value: string): readonly Attempt[] {
  const { message, salt, mac } = ironIn(value) ?? {};
  if (message === undefined || salt === undefined || !mac) return [];
  if (salt === "") return [hmacBy({ digest: "sha256", message, mac, derive: (key) => (key.length < 32 ? undefined : key) })];
  const by = (rounds: number): Attempt => ({
    signed: (key) => key.length >= leastPassword && same(hmac("sha256", pbkdf2Sync(key, salt, rounds, 32, "sha1"), message), mac),
    plain: true,
  });
  return [by(1), { ...by(8192), slow: true }];
}

export const iron: Kind = {
  id: "iron",
  title: "sealed session of iron-session, hapi or h3",
  power: "such sessions for any user, and read those of others",
  framework: "iron-session",
  certain: true,
  attempts: ({ value }) => unsealing(value),
};

export const otherIron: Refusal = ({ value }) => (/^Fe26\.\d\*/.test(value) && !ironIn(value) ? "This sealed session (Fe26) is cut off, changed, or of a version that keylint does not know; it has eight parts. Copy all of it." : undefined);

/** Version, time, IV, blocks of AES, and an HMAC of all that: https://github.com/fernet/spec/blob/master/Spec.md */
function fernetIn(value: string): Buffer | undefined {
  const bytes = /^gAAAAA[\w-]+={0,2}$/.test(value) ? base64(value) : undefined;
  return bytes && bytes.length >= 73 && (bytes.length - 57) % 16 === 0 ? bytes : undefined;
}

export const fernet: Kind = {
  id: "fernet",
  title: "Fernet token",
  power: "such tokens with any content, and read those of others",
  framework: "cryptography",
  encrypts: true,
  certain: true,
  attempts({ value }) {
    const bytes = fernetIn(value);
    if (!bytes) return [];
    const [message, mac] = [bytes.subarray(0, -32), bytes.subarray(-32)];
    return [{ signed: (key) => key.length === 32 && same(createHmac("sha256", key.subarray(0, 16)).update(message).digest(), mac) }];
  },
};

export const otherFernet: Refusal = ({ value }) => (/^gAAAAA[\w-]{20,}={0,2}$/.test(value) && !fernetIn(value) ? "This Fernet token is cut off or changed: it has not the right length. Copy all of it." : undefined);

/** `content;nonce`: https://github.com/fastify/fastify-secure-session/blob/master/index.js; Node has no XSalsa20. */
export const secureSession: Refusal = ({ value }) => (/^[A-Za-z0-9+/]{22,}={0,2};[A-Za-z0-9+/]{32}$/.test(value) ? "This looks like a session of @fastify/secure-session, which libsodium encrypts; keylint cannot try keys on it." : undefined);
