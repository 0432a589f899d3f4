import type { Attempt, Kind, Refusal } from "./kind.ts";
import { base64, digestOf, hash, hex, hmacBy, split, type Digest } from "./mac.ts";

/** The key as it goes into `salted_hmac`: https://github.com/django/django/blob/5.2/django/utils/crypto.py#L20 */
function salted(digest: Digest, salt: string, prefix = ""): (key: Buffer) => Buffer {
  return (key) => hash(digest, salt, prefix, key);
}

/** What cookies put before the program's key: https://github.com/django/django/blob/5.2/django/core/signing.py: _cookie_signer_key */
const forCookies = "django.http.cookies";

interface Salt {
  readonly salt: string;
  readonly prefix?: string;
}

/** `value:signature` of a Signer, SHA-256 or, until Django 3.1, SHA-1: https://github.com/django/django/blob/5.2/django/core/signing.py#L181 */
function signedBy(value: string, salts: readonly Salt[]): readonly Attempt[] {
  const [message, signature = ""] = split(value, ":") ?? [];
  const mac = base64(signature);
  const digest = mac && digestOf(mac);
  if (message === undefined || !mac || !digest) return [];
  return salts.map(({ salt, prefix }) => hmacBy({ digest, message, mac, derive: salted(digest, `${salt}signer`, prefix) }));
}

/** `payload:time:signature`, the payload JSON in URL-safe base64. */
function isObject(value: string): boolean {
  return /^\.?[\w-]+:[0-9A-Za-z]{5,8}:[\w-]+$/.test(value);
}

/** A signed cookie has a salt of its name. That a program adds one of its own is rare. https://github.com/django/django/blob/5.2/django/http/request.py#L229 */
function cookieSalts(name: string): readonly Salt[] {
  return [`django.http.cookies.v2:0:${name}`, name].map((salt) => ({ salt, prefix: forCookies }));
}

export const django: readonly Kind[] = [
  {
    id: "django-session",
    title: "Django session",
    power: "such sessions for any user",
    framework: "django",
    // https://github.com/django/django/blob/5.2/django/contrib/sessions/backends/signed_cookies.py and base.py#L70
    attempts: ({ value }) => (isObject(value) ? signedBy(value, ["django.contrib.sessions.backends.signed_cookies", "django.contrib.sessions.SessionStore"].map((salt) => ({ salt }))) : []),
  },
  {
    id: "django-messages",
    title: "Django messages cookie",
    power: "such cookies, and often sign sessions and password resets as well",
    framework: "django",
    // In Django 3.1 the JSON stands there as it is.
    attempts: ({ value }) => [...(/^(?:\.?[\w-]+:|\[\[)/.test(value) ? signedBy(value, [{ salt: "django.contrib.messages", prefix: forCookies }]) : []), ...olderMessages(value)],
  },
  {
    id: "django-cookie",
    title: "Django cookie",
    power: "such cookies with any content, and often sign sessions and password resets as well",
    framework: "django",
    attempts: ({ name, value }) => (name === undefined ? [] : signedBy(value, cookieSalts(name))),
  },
  {
    id: "django-signing",
    title: "token of django.core.signing",
    power: "such tokens with any content, and often sign sessions and password resets as well",
    framework: "django",
    // The salts of dumps, of the two signers, of get_cookie_signer, and of the links that django-allauth sends:
    // https://github.com/pennersr/django-allauth/blob/main/allauth/account/app_settings.py: SALT
    attempts: ({ value }) => signedBy(value, [
      ...["django.core.signing", "django.core.signing.TimestampSigner", "django.core.signing.Signer", "account"].map((salt) => ({ salt })),
      { salt: "django.core.signing.get_cookie_signer", prefix: forCookies },
    ]),
  },
];

/** `digest$messages` until Django 3.2: https://github.com/django/django/blob/3.0/django/contrib/messages/storage/cookie.py#L130 */
function olderMessages(value: string): readonly Attempt[] {
  const [, digest = "", message = ""] = /^([0-9a-f]{40}|[0-9a-f]{64})\$(\[.*)$/s.exec(value) ?? [];
  const mac = hex(digest);
  const by = mac && digestOf(mac);
  return mac && by ? [hmacBy({ digest: by, message, mac, derive: salted(by, "django.contrib.messages") })] : [];
}

/**
 * A password reset signs what the database holds of the user, so the key alone does not tell.
 * https://github.com/django/django/blob/5.2/django/contrib/auth/tokens.py#L90
 */
export const passwordReset: Refusal = ({ value }) => {
  if (!/(?:^|\/)[0-9a-z]{6,13}-(?:[0-9a-f]{20}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})\/?$/.test(value)) return undefined;
  return "This looks like a link of Django that resets a password. It signs the user's number, password hash, last sign-in and address, which only the database knows, so keylint cannot tell which key made it; give a session cookie of the same site instead.";
};
