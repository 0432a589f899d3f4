import { createDecipheriv } from "node:crypto";
import { headerOf } from "./header.ts";
import type { Attempt, Kind, Refusal } from "./kind.ts";
import { base64, hkdf, hmacBy } from "./mac.ts";
import type { Token } from "./token.ts";

/** Content encryptions, and how many bytes their keys have: https://www.rfc-editor.org/rfc/rfc7518#section-5 */
const known = {
  A128GCM: { bytes: 16, cipher: "aes-128-gcm" },
  A192GCM: { bytes: 24, cipher: "aes-192-gcm" },
  A256GCM: { bytes: 32, cipher: "aes-256-gcm" },
  "A128CBC-HS256": { bytes: 32, digest: "sha256" },
  "A192CBC-HS384": { bytes: 48, digest: "sha384" },
  "A256CBC-HS512": { bytes: 64, digest: "sha512" },
} as const;
type Encryption = keyof typeof known;

interface Sealed {
  readonly enc: Encryption;
  readonly header: string;
  readonly iv: Buffer;
  readonly content: Buffer;
  readonly tag: Buffer;
}

/** `header..iv.content.tag`: no encrypted key stands in it, because both sides have the key. */
function sealedIn({ value }: Token): Sealed | undefined {
  const [header = "", encrypted, ...rest] = value.split(".");
  const { alg, enc = "" } = headerOf(header) ?? {};
  const [iv, content, tag] = rest.map((part) => base64(part));
  if (alg !== "dir" || encrypted !== "" || rest.length !== 3 || !(enc in known) || !iv || !content || !tag) return undefined;
  const whole = enc.endsWith("GCM") ? iv.length === 12 && tag.length === 16 : iv.length === 16 && content.length % 16 === 0 && tag.length === known[enc as Encryption].bytes / 2;
  return whole ? { enc: enc as Encryption, header, iv, content, tag } : undefined;
}

/** Whether a key opens it. What it holds is let go of at once. */
function opening({ enc, header, iv, content, tag }: Sealed, derive: (key: Buffer) => Buffer | undefined): Attempt {
  const by = known[enc];
  if ("digest" in by) return hmacBy({ digest: by.digest, ...taggedBy(header, iv, content), mac: tag, derive: (key) => derive(key)?.subarray(0, by.bytes / 2) });
  return {
    signed(key) {
      const derived = derive(key);
      return derived !== undefined && opens(by.cipher, derived, { header, iv, content, tag });
    },
  };
}

/** The tag of CBC is an HMAC of all and of the header's length in bits: https://www.rfc-editor.org/rfc/rfc7518#section-5.2.2.1 */
function taggedBy(header: string, iv: Buffer, content: Buffer): { readonly message: Buffer } {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(header.length * 8));
  return { message: Buffer.concat([Buffer.from(header), iv, content, length]) };
}

function opens(cipher: "aes-128-gcm" | "aes-192-gcm" | "aes-256-gcm", key: Buffer, { header, iv, content, tag }: Omit<Sealed, "enc">): boolean {
  try {
    const decipher = createDecipheriv(cipher, key, iv, { authTagLength: tag.length }).setAAD(Buffer.from(header)).setAuthTag(tag);
    decipher.update(content);
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

/** The salt and what else goes into HKDF, by which a key of the right length is made. */
type Way = readonly [salt: string, info: string];

function kindOf(kind: Omit<Kind, "encrypts" | "attempts">, ways: (name: string | undefined) => readonly Way[]): Kind {
  return {
    ...kind,
    encrypts: true,
    attempts(token) {
      const sealed = sealedIn(token);
      return sealed ? ways(token.name).map(([salt, info]) => ({ ...opening(sealed, (key) => hkdf(key, salt, info, known[sealed.enc].bytes)), plain: true as const })) : [];
    },
  };
}

const cookies = ["session-token", "csrf-token", "callback-url", "pkce.code_verifier", "state", "nonce"];

/** The cookie's name; where that is not known, what cookies are called when nothing is set. `__Secure-` stands before it where the site has TLS. */
function namesOf(stem: string, name: string | undefined): readonly string[] {
  return name === undefined ? ["__Secure-", ""].flatMap((prefix) => cookies.map((cookie) => `${prefix}${stem}.${cookie}`)) : [name];
}

export const jwe: readonly Kind[] = [
  kindOf({ id: "next-auth", title: "NextAuth.js session cookie", power: "such cookies for any user", framework: "auth-js" }, (name) => {
    // https://github.com/nextauthjs/next-auth/blob/v4/packages/next-auth/src/jwt/index.ts: sessions without a salt, other cookies with their names
    const info = "NextAuth.js Generated Encryption Key";
    return [["", info], ...namesOf("next-auth", name).map((salt): Way => [salt, `${info} (${salt})`])];
  }),
  kindOf({ id: "auth-js", title: "Auth.js session cookie", power: "such cookies for any user", framework: "auth-js" }, (name) => {
    // https://github.com/nextauthjs/next-auth/blob/main/packages/core/src/jwt.ts: the salt is the cookie's name
    return namesOf("authjs", name).map((salt) => [salt, `Auth.js Generated Encryption Key (${salt})`]);
  }),
  kindOf({ id: "better-auth-sealed", title: "Better Auth session cache", power: "such cookies for any user", framework: "better-auth" }, () => {
    // https://github.com/better-auth/better-auth/blob/main/packages/better-auth/src/crypto/jwt.ts
    return ["better-auth-session", "better-auth-account"].map((salt) => [salt, "BetterAuth.js Generated Encryption Key"]);
  }),
  kindOf({ id: "auth0", title: "session cookie of Auth0's libraries", power: "such cookies for any user", framework: "nextjs-auth0" }, () => {
    // https://github.com/auth0/nextjs-auth0/blob/main/src/server/cookies.ts and https://github.com/auth0/express-openid-connect/blob/master/lib/crypto.js
    return [["", "JWE CEK"]];
  }),
  {
    id: "jwe",
    title: "JWT",
    power: "such tokens for any user",
    framework: "jose",
    encrypts: true,
    certain: true,
    // https://www.rfc-editor.org/rfc/rfc7518#section-4.5: the key is the shared key itself, and has the length
    attempts(token) {
      const sealed = sealedIn(token);
      return sealed ? [opening(sealed, (key) => (key.length === known[sealed.enc].bytes ? key : undefined))] : [];
    },
  },
];

/** Five parts that no shared key can open, or that are not whole. */
export const otherJwe: Refusal = (token) => {
  const parts = token.value.split(".");
  const header = parts.length === 5 ? headerOf(parts[0] ?? "") : undefined;
  if (!header || sealedIn(token)) return undefined;
  if (/^(?:RSA|ECDH)-/.test(header.alg ?? "")) return "This JWT is encrypted for a private key; keylint looks for shared keys.";
  if (header.alg !== "dir" || !((header.enc ?? "") in known)) return "This JWT is encrypted in a way that keylint does not know; it knows keys that both sides have (alg dir).";
  return "This encrypted JWT is cut off or changed: its parts have not the right lengths. Copy all of it.";
};
