import fc, { type Arbitrary } from "fast-check";
import { names as known } from "../../support/places.ts";
import { either } from "./written.ts";

const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];

function of(characters: readonly string[], minLength: number, maxLength: number): Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
}

/** How every key that no output may hold begins; nothing else does. */
export const mark = "Qz7";

/** A key as a good generator makes it. */
export const strong = of(alphabet, 24, 60).map((key) => mark + key);

/** What stands where a key should: strong ones, weak ones, and none. */
export const keys: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: strong },
  of([..."0123456789abcdef"], 8, 64),
  of(alphabet, 0, 20),
  fc.base64String({ minLength: 16, maxLength: 64 }),
  strong.map((key) => `base64:${Buffer.from(key).toString("base64")}`),
  strong.map((key) => `django-insecure-${key}`),
  either("changeme", "secret", "your-secret-key-here", "<your key>", "REPLACE_ME", "password123", "dev", "xxxxxxxxxxxxxxxxxxxxxxxx", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "0123456789abcdef0123456789abcdef", "keyboard cat", "${SECRET}", "{{ secret_key }}", "%(secret)s", "$(openssl rand -hex 32)", "-----BEGIN RSA PRIVATE KEY-----", "https://example.com/key", "a b c d e f g", "été漢字😀", "\u202egnirts"),
);

/** Names of settings: those of the catalogue, and few others, so that the same come twice. */
export const names: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: either("SECRET_KEY", "JWT_SECRET", "SESSION_SECRET", "NEXTAUTH_SECRET") },
  { weight: 2, arbitrary: either(...new Set(known.map(({ name }) => name).filter((name) => /^\w+$/.test(name)))) },
  either("DEBUG", "PORT", "DATABASE_URL", "API_KEY", "ALGORITHM"),
);

/** Names of things in programs. */
export const words: Arbitrary<string> = either("app", "config", "settings", "secret", "key", "options", "a", "b", "SECRET_KEY", "jwt", "get_secret", "Settings");

/** What people write beside a key. */
export const remarks: Arbitrary<string> = fc.oneof(
  either("TODO: change in production", "keylint-ignore", "keylint-ignore hardcoded-key -- a test", "keylint-ignore-next-line", "keylint-disable", "nosec", "noqa: S105", "gitleaks:allow", "pragma: allowlist secret", "eslint-disable-next-line", "type: ignore", "generate with openssl rand -hex 32"),
  strong.map((key) => `SECRET_KEY=${key}`),
);
