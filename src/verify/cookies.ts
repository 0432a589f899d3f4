import type { Attempt, Kind, Refusal } from "./kind.ts";
import { base64, digestOf, hex, hmacBy, split, type Digest } from "./mac.ts";

/** `value.signature` in ordinary base64, SHA-256 when nothing is set. */
function signedBy(value: string, isPadded = false): readonly Attempt[] {
  const [message, signature = ""] = split(value, ".") ?? [];
  const mac = base64(signature, "base64");
  const digest = mac && digestOf(mac);
  return message !== undefined && mac && digest && mac.length >= 32 && signature.endsWith("=") === isPadded ? [hmacBy({ digest, message, mac })] : [];
}

/** Cookies whose value is signed behind a dot. */
export const signedCookies: readonly Kind[] = [
  {
    id: "express-session",
    title: "cookie of express-session or cookie-parser",
    power: "such cookies: sessions whose number they know, and any content of other cookies",
    framework: "express-session",
    certain: true,
    // https://github.com/tj/node-cookie-signature/blob/master/index.js, behind `s:`: https://github.com/expressjs/session/blob/master/index.js#L667
    attempts: ({ value }) => (value.startsWith("s:") ? signedBy(value.slice(2)) : []),
  },
  {
    id: "better-auth",
    title: "Better Auth session cookie",
    power: "such cookies for sessions whose number they know",
    framework: "better-auth",
    certain: true,
    // https://github.com/Bekacru/better-call/blob/main/packages/better-call/src/crypto.ts: with the padding; the session's number has 32 characters
    attempts: ({ name, value }) => (/better-auth\./.test(name ?? "") || /^[A-Za-z0-9]{32}\.[^.]*=$/.test(value) ? signedBy(value, true) : []),
  },
  {
    id: "better-auth-cache",
    title: "Better Auth session cache",
    power: "such cookies for any user",
    framework: "better-auth",
    certain: true,
    attempts: ({ value }) => cached(value),
  },
  {
    id: "hono",
    title: "Hono cookie",
    power: "such cookies with any content",
    framework: "hono",
    // https://github.com/honojs/hono/blob/main/src/utils/cookie.ts: with the padding
    attempts: ({ value }) => signedBy(value, true),
  },
  {
    id: "cookie-signature",
    title: "cookie of Fastify, Remix or React Router",
    power: "such cookies: sessions whose number they know, and any content of other cookies",
    framework: "cookie-signature",
    // https://github.com/fastify/fastify-cookie/blob/main/signer.js: other digests may be set
    attempts: ({ value }) => signedBy(value),
  },
];

/**
 * The session itself as JSON in base64, with a signature of it inside: what is signed stands there as it was written.
 * https://github.com/better-auth/better-auth/blob/main/packages/better-auth/src/cookies/index.ts: setCookieCache
 */
function cached(value: string): readonly Attempt[] {
  const text = value.startsWith("eyJzZXNzaW9uIjp7") ? base64(value)?.toString("utf8") : undefined;
  const [, session = "", expires = "", signature = ""] = /^\{"session":\{(.*)\},"expiresAt":(\d{1,15}),"signature":"([\w-]{43})"\}$/s.exec(text ?? "") ?? [];
  const mac = base64(signature);
  return mac ? [hmacBy({ digest: "sha256", message: `{${session}${session === "" ? "" : ","}"expiresAt":${expires}}`, mac })] : [];
}

/** The signature of a cookie stands in another one, `name.sig`, of the first's name and value as they are sent. */
export const keygrip: Kind = {
  id: "keygrip",
  title: "cookie of cookie-session or Koa",
  power: "such cookies for any user",
  framework: "keygrip",
  certain: true,
  // https://github.com/crypto-utils/keygrip/blob/master/index.js and https://github.com/pillarjs/cookies/blob/master/index.js#L93
  attempts({ name = "", beside }) {
    const [value, signature] = [beside(name), beside(`${name}.sig`)];
    if (value === undefined || signature === undefined) return [];
    const macs = [base64(signature), hex(signature)].filter((mac) => mac !== undefined);
    return macs.flatMap((mac) => {
      const digest: Digest | undefined = mac.length < 20 ? undefined : digestOf(mac);
      return digest ? [hmacBy({ digest, message: `${name}=${value}`, mac })] : [];
    });
  },
};

/** One of the two cookies alone. */
export const halfOfTwo: Refusal = ({ name = "", beside }) => {
  const isHalf = name.endsWith(".sig") ? beside(name.slice(0, -4)) === undefined : /^koa[.:]sess$/.test(name) && beside(`${name}.sig`) === undefined;
  return isHalf ? "This is one of two cookies, as cookie-session and Koa set them: give NAME and NAME.sig together, as they stand in the Cookie header." : undefined;
};
