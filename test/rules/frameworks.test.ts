import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { upperSnake } from "../../src/text/names.ts";
import type { Example, Framework } from "../../src/types/framework.ts";
import type { Slot } from "../../src/types/slot.ts";

const folder = join(import.meta.dirname, "../../rules/frameworks");
const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "index.ts");

describe("the list of frameworks", () => {
  test("holds each file of the folder once", () => {
    expect(frameworks.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test("ends with the names that belong to no framework", () => {
    expect(frameworks.at(-1)?.id).toBe("generic");
  });
});

describe.each(frameworks.map((framework) => [framework.id, framework] as const))("%s", (id, framework) => {
  test("has a kebab-case id and an https link", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new URL(framework.docs).protocol).toBe("https:");
  });

  test("says each thing in one sentence", () => {
    for (const sentence of [framework.attack, framework.fix, framework.rotate, ...framework.slots.flatMap(({ rotate }) => rotate || [])].flatMap((text) => text ?? [])) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/[.!?] [A-Z]/);
    }
    for (const part of [framework.protects, ...framework.slots.flatMap((slot) => slot.protects ?? [])]) expect(part).toMatch(/[^.]$/);
  });

  test("has the variable that its fix reads or sets, and the fix names it", () => {
    const words = new Set(framework.fix.match(/\b[A-Z][A-Z0-9_]*\b/g));
    const named = [...framework.fix.matchAll(/(?:environ\["|\benv\.|env\.get\("|getOrThrow\("|\bset )([A-Z][A-Z0-9_]*)\b/g)].flatMap(([, name]) => name ?? []);
    // What ends with _FILE is the way to a file that holds the key.
    if (framework.variable === undefined) expect(named.filter((name) => !name.endsWith("_FILE"))).toEqual([]);
    else expect(words).toContain(framework.variable);
    for (const { variable } of [framework, ...framework.slots]) expect(variable ?? "UPPER_SNAKE").toMatch(/^[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)*$/);
  });

  test("says in whole days how long it accepts what a key signed, with a page that says so", () => {
    if (framework.lasts === undefined) return;
    expect(Number.isInteger(framework.lasts.days) && framework.lasts.days > 0).toBe(true);
    expect(new URL(framework.lasts.docs).protocol).toBe("https:");
  });

  test("has slots with ids of their own and places", () => {
    expect(framework.slots.length).toBeGreaterThan(0);
    expect(new Set(framework.slots.map((slot) => slot.id)).size).toBe(framework.slots.length);
    for (const slot of framework.slots) {
      expect(slot.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slot.at.length).toBeGreaterThan(0);
      expect(slot.at.map((at) => JSON.stringify(at)), "a place stands there once").toHaveLength(new Set(slot.at.map((at) => JSON.stringify(at))).size);
      expect(slot.label).not.toBe("");
      if (slot.short === "refused") expect(slot.min ?? slot.exact ?? slot.encoding ?? framework.id === "aiohttp-session").toBeTruthy();
    }
  });

  test("names what a feature needs by a slot's label", () => {
    const labels = framework.slots.map((slot) => slot.label);
    for (const { needs } of framework.uses ?? []) expect(labels).toContain(needs);
  });

  test("has a bad example with one random-looking key and a good one with none", () => {
    expect(keysIn(framework.bad)).toHaveLength(1);
    expect(keysIn(framework.good)).toEqual([]);
    for (const text of Object.values(framework.good)) expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
  });

  test("its symbols can match: `*` stands for the object of a method only", () => {
    for (const symbol of framework.slots.flatMap(({ at }) => at.flatMap((one) => ("call" in one ? [one.call] : "attribute" in one ? [one.attribute] : [])))) {
      expect(symbol.replace(/^\*\./, "")).not.toContain("*");
    }
  });

  test("its patterns can match: names are UPPER_SNAKE", () => {
    for (const pattern of patternsOf(framework)) {
      const literal = /^[A-Za-z0-9_]+$/.test(pattern);
      if (literal) expect(upperSnake(pattern)).toBe(pattern);
    }
  });
});

/** `sha256("keylint fixture N")` in hex, base64 or base64url, for the first numbers; half of it for places that take no more. */
const fixtureKeys: readonly (readonly string[])[] = Array.from({ length: 600 }, (_, number) => {
  const digest = createHash("sha256").update(`keylint fixture ${number}`).digest();
  return [digest.toString("hex").slice(0, 32), digest.subarray(0, 16).toString("base64"), digest.toString("base64"), `${digest.toString("base64url")}=`];
});

function keysIn(example: Example): readonly (readonly string[])[] {
  const all = Object.values(example).join("\n");
  return fixtureKeys.filter((forms) => forms.some((key) => all.includes(key)));
}

function patternsOf(framework: Framework): readonly string[] {
  return framework.slots.flatMap((slot) => slot.at.flatMap((at) => ("env" in at ? [at.env] : "setting" in at ? [at.setting] : [])));
}

describe("the usual names", () => {
  const generic = frameworks.find(({ id }) => id === "generic");
  const slots = generic?.slots ?? [];

  test.each([
    ["SECRET_KEY", "secret-key"], ["MYAPP_SECRET_KEY", "secret-key"], ["FASTAPI_SECRET_KEY", "secret-key"], ["SECRET_KEY_BASE", "secret-key"], ["APP_SECRET", "secret-key"],
    ["APP_KEY", "app-key"], ["JWT_SECRET", "jwt-secret"], ["JWT_REFRESH_SECRET", "jwt-secret"], ["jwtSecret", "jwt-secret"], ["JWT_ACCESS_TOKEN_SECRET", "jwt-secret"],
    ["AUTH_JWT_SECRET", "jwt-secret"], ["AUTH_CONFIRM_EMAIL_SECRET", "jwt-secret"], ["REFRESH_TOKEN_SECRET", "jwt-secret"], ["ACCESS_TOKEN_SECRET", "jwt-secret"],
    ["NEXT_PUBLIC_JWT_SECRET", "jwt-secret"], ["VITE_SESSION_SECRET", "session-secret"], ["EXPRESS_SESSION_SECRET", "session-secret"], ["SESSION_PASSWORD", "session-secret"],
    ["COOKIE_SECRET", "cookie-secret"], ["SECRET_COOKIE_PASSWORD", "cookie-secret"], ["COOKIE_KEY", "cookie-secret"], ["NEXTAUTH_SECRET", "auth-secret"],
    ["AUTH_SECRET", "auth-secret"], ["CSRF_SECRET", "csrf-secret"], ["SIGNING_KEY", "signing-key"], ["HMAC_SECRET", "signing-key"], ["ENCRYPTION_KEY", "encryption-key"],
    ["FERNET_KEY", "encryption-key"], ["SECRET_KEY_HMAC", "secret-key"],
  ])("%s is a key: %s", (name, slot) => {
    expect(slotOf(name, slots)).toBe(slot);
  });

  test.each([
    "AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY", "DJANGO_AWS_SECRET_ACCESS_KEY", "S3_SECRET_KEY", "MINIO_SECRET_KEY", "STRIPE_SECRET_KEY", "STRIPE_LIVE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET", "RECAPTCHA_SECRET_KEY", "RECAPTCHA_PRIVATE_KEY", "TURNSTILE_SECRET_KEY", "GOOGLE_CLIENT_SECRET", "GITHUB_SECRET", "AUTH_GITHUB_SECRET",
    "AUTH_KEYCLOAK_SECRET", "AUTH_AUTH0_SECRET", "SLACK_SIGNING_SECRET", "TWITTER_ACCESS_TOKEN_SECRET", "TWITTER_CONSUMER_SECRET", "FACEBOOK_APP_SECRET", "PUSHER_APP_KEY",
    "MAILJET_SECRET_KEY", "CLOUDINARY_API_SECRET", "API_KEY", "WEBHOOK_SECRET", "JWT_SECRET_NAME", "JWT_SECRET_LENGTH", "HMAC_SECRET_ENCODING", "SESSION_SECRET_FILE", "JWT_SECRET_KEY_PATH",
    "JWT_PUBLIC_KEY", "JWT_PRIVATE_KEY", "JWT_EXPIRES_IN", "JWT_ACCESS_EXPIRATION_MINUTES", "JWT_ALGORITHM", "JWT_HEADER_TYPE", "JWT_AUTH_HEADER_PREFIX", "CSRF_COOKIE_NAME",
    "SESSION_COOKIE_NAME", "PASSWORD_SALT", "COOKIE_DOMAIN", "DATABASE_URL", "POSTGRES_PASSWORD", "MAIL_PASSWORD", "OAUTH_CLIENT_SECRET", "DISCORD_CLIENT_SECRET", "PRIMARY_KEY",
    "LICENSE_KEY", "STRIPE_ENDPOINT_SECRET", "VAPID_PRIVATE_KEY", "CRON_SECRET", "SECRET_NAME", "MISSING_SECRET_KEY",
  ])("%s is none", (name) => {
    expect(slotOf(name, slots)).toBeUndefined();
  });
});

function slotOf(name: string, slots: readonly Slot[]): string | undefined {
  const upper = upperSnake(name);
  return slots.find((slot) => {
    const patterns = slot.at.flatMap((at) => ("env" in at ? [at.env] : []));
    return picomatch.isMatch(upper, patterns) && !picomatch.isMatch(upper, [...(slot.except ?? [])]);
  })?.id;
}
