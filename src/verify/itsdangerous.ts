import type { Attempt, Kind } from "./kind.ts";
import { base64, digestOf, hash, hex, hmac, hmacBy, split, type Digest } from "./mac.ts";

/**
 * How a signer makes its key of the program's and a salt, which is the one that the library itself gives.
 * https://github.com/pallets/itsdangerous/blob/2.2.0/src/itsdangerous/signer.py#L207
 */
type Derivation = "django-concat" | "concat" | "hmac" | "none";
type Way = readonly [salt: string, derivation: Derivation];

const derivations: { readonly [derivation in Derivation]: (digest: Digest, salt: string, key: Buffer) => Buffer } = {
  "django-concat": (digest, salt, key) => hash(digest, salt, "signer", key),
  concat: (digest, salt, key) => hash(digest, salt, key),
  hmac: (digest, salt, key) => hmac(digest, key, salt),
  none: (_, __, key) => key,
};

/** `value.signature`, the digest being the one that the signature is as long as. */
function signedBy(value: string, ways: readonly Way[]): readonly Attempt[] {
  const [message, signature] = split(value, ".") ?? [];
  const mac = signature === undefined || signature.endsWith("=") ? undefined : base64(signature);
  const digest = mac && digestOf(mac);
  if (message === undefined || !mac || mac.length < 20 || !digest) return [];
  return ways.map(([salt, derivation]) => hmacBy({ digest, message, mac, derive: (key) => derivations[derivation](digest, salt, key) }));
}

/** `payload.time.signature`: JSON in URL-safe base64, with a dot before it when it was compressed. What it holds is not read. */
const timed = /^(\.?)([\w-]+)\.[\w-]{5,8}\.[\w-]+$/;

function isTimed(value: string): boolean {
  const [, compressed, payload = ""] = timed.exec(value) ?? [];
  return compressed === "." || (compressed === "" && /^[\s[{"\d\-tfn]/.test(Buffer.from(payload.slice(0, 4), "base64url").toString("latin1")));
}

/** A mapping as JSON: the first byte is a brace, and what a zlib stream begins with stands behind the dot. */
function isMapping(value: string): boolean {
  return /^\.eJ|^eyJ|^e30\./.test(value);
}

const everywhere: readonly Way[] = (["django-concat", "hmac", "concat"] as const).flatMap((derivation) => [["itsdangerous", derivation], ["itsdangerous.Signer", derivation]] as const);

const securitySalts = ["remember", "login", "reset", "confirm", "change", "change-email", "us-setup", "tf-setup", "tf-validity", "wan", "refresh-token"].map((name): Way => [`${name}-salt`, "django-concat"]);

export const itsdangerous: readonly Kind[] = [
  {
    id: "flask-session",
    title: "Flask session cookie",
    power: "such cookies for any user",
    framework: "flask",
    // https://github.com/pallets/flask/blob/3.1.3/src/flask/sessions.py: SecureCookieSessionInterface
    attempts: ({ value }) => (isTimed(value) && isMapping(value) ? signedBy(value, [["cookie-session", "hmac"]]) : []),
  },
  {
    id: "starlette-session",
    title: "Starlette session cookie",
    power: "such cookies for any user",
    framework: "starlette",
    // https://github.com/encode/starlette/blob/master/starlette/middleware/sessions.py: base64 of JSON, with its padding, by a TimestampSigner
    attempts: ({ value }) => (/^e(?:yJ|30)[A-Za-z0-9+/]*={0,2}\.[\w-]{5,8}\.[\w-]+$/.test(value) ? signedBy(value, [["itsdangerous.Signer", "django-concat"]]) : []),
  },
  {
    id: "flask-wtf",
    title: "Flask-WTF CSRF token",
    power: "such tokens, and often session cookies as well",
    framework: "flask",
    // https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py: a digest of 40 characters, as JSON
    attempts: ({ value }) => (/^I[\w-]{55}\./.test(value) && isTimed(value) ? signedBy(value, [["wtf-csrf-token", "django-concat"]]) : []),
  },
  {
    id: "flask-security",
    title: "Flask-Security token",
    power: "links that sign any user in or reset a password",
    framework: "flask",
    // https://github.com/pallets-eco/flask-security/blob/master/flask_security/core.py: SECURITY_…_SALT
    attempts: ({ name, value }) => (isTimed(value) && (name === undefined || !isMapping(value)) ? signedBy(value, securitySalts) : []),
  },
  {
    id: "flask-session-id",
    title: "session cookie of Flask-Session",
    power: "such cookies for sessions whose number they know",
    framework: "flask",
    // https://github.com/pallets-eco/flask-session/blob/development/src/flask_session/base.py: SESSION_USE_SIGNER
    attempts: ({ value }) => (/^[\w-]{20,}\.[\w-]+$/.test(value) ? signedBy(value, [["flask-session", "hmac"]]) : []),
  },
  {
    id: "itsdangerous",
    title: "itsdangerous token",
    power: "such tokens with any content",
    framework: "itsdangerous",
    // The library's own salts: https://github.com/pallets/itsdangerous/blob/2.2.0/src/itsdangerous/serializer.py#L180 and signer.py#L125
    attempts: ({ value }) => signedBy(value, [...everywhere, ["", "none"]]),
  },
];

/** `1|digest`: https://github.com/maxcountryman/flask-login/blob/main/src/flask_login/utils.py: encode_cookie */
export const flaskLogin: Kind = {
  id: "flask-login",
  title: "Flask-Login remember cookie",
  power: "such cookies for any user",
  framework: "flask",
  certain: true,
  attempts({ value }) {
    const [message, digest = ""] = split(value, "|") ?? [];
    const mac = hex(digest);
    return message !== undefined && mac?.length === 64 ? [hmacBy({ digest: "sha512", message, mac })] : [];
  },
};
