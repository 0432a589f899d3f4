import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { namedForms } from "../rules/forms.ts";
import { frameworks } from "../rules/frameworks/index.ts";
import { formOf, generate, unpackedBytes, type Generated } from "../src/generate.ts";
import { bitsOf } from "../src/generate/key.ts";
import { randomBytes, receivedLength } from "../src/strength/lengths.ts";
import { Secret } from "../src/types/secret.ts";
import type { Example, Framework } from "../src/types/framework.ts";
import type { Slot } from "../src/types/slot.ts";
import { lintFiles } from "./support/lint.ts";

function made(topic?: string): Generated {
  const one = generate(topic);
  if ("mistake" in one) throw new Error(one.mistake);
  return one;
}

/** A key pair is no random text. */
const pairs = ["django-oauth-toolkit"];

const slots = frameworks.filter(({ id }) => !pairs.includes(id)).flatMap((framework) => framework.slots.filter(({ signs }) => signs !== "none").map((slot) => ({ topic: `${framework.id}/${slot.id}`, framework, slot })));

describe("a new key is taken by the slot that it is for", () => {
  test.each(slots)("$topic", ({ topic, framework, slot }) => {
    const { key } = made(topic);
    expect(lengthOf(key, framework, slot)).toSatisfy((length: number) => slot.exact?.includes(length) ?? length >= (slot.min ?? 1));
    expect(randomBytes(key.slice(formOf(framework, slot).prefix?.length ?? 0), "text")).toBeGreaterThanOrEqual(16);
    if (slot.prefix !== undefined) expect(key.startsWith(slot.prefix)).toBe(true);
  });
});

/** What the framework receives: of a key in hex that the sentence says how to unpack, the bytes in it. */
function lengthOf(key: string, framework: Framework, slot: Slot): number {
  const unpacked = unpackedBytes(slot, formOf(framework, slot));
  const whole = receivedLength(new Secret(key), "text", slot.unit ?? "bytes", slot.encoding, slot.prefix);
  return unpacked === undefined ? whole : receivedLength(new Secret(key), "text", "bytes", "hex");
}

describe("keylint has nothing against a new key but that it is written down", () => {
  test.each(frameworks.filter(({ id }) => !pairs.includes(id)).map((framework) => ({ id: framework.id, framework })))("$id", ({ framework }) => {
    const [before] = lintFiles(framework.bad).findings;
    const { key } = made(before?.slot);
    const after = withKey(framework.bad, key);
    expect(after).not.toEqual(framework.bad);
    const { findings } = lintFiles(after);
    expect(findings.map(({ slot }) => slot)).toEqual([before?.slot]);
    expect(findings.flatMap(({ rules }) => rules).filter((rule) => !["hardcoded-key", "committed-env-file", "default-fallback-key", "client-exposed-key"].includes(rule))).toEqual([]);
  });
});

/** The example with another key in the place of `sha256("keylint fixture N")`, in whatever form that is; what stands around it already is not put in twice. */
function withKey(example: Example, key: string): Example {
  const old = Array.from({ length: 600 }, (_, number) => createHash("sha256").update(`keylint fixture ${number}`).digest()).flatMap((digest) => [
    digest.toString("hex"), `${digest.toString("base64url")}=`, digest.toString("base64"), digest.toString("hex").slice(0, 32), digest.subarray(0, 16).toString("base64"),
  ]);
  return Object.fromEntries(Object.entries(example).map(([path, text]) => {
    const found = old.find((one) => text.includes(one));
    return [path, found === undefined ? text : text.replace(found, () => (text.includes('"type"') ? (/[0-9a-f]{64}/.exec(key)?.[0] ?? "") : key))];
  }));
}

describe("without a framework", () => {
  test("32 random bytes in hex, others each time", () => {
    expect(made().key).toMatch(/^[0-9a-f]{64}$/);
    expect(made().key).not.toBe(made().key);
    expect(made("generic").key).toMatch(/^[0-9a-f]{64}$/);
  });

  test("says how much it is and why it is enough", () => {
    expect(made().about).toBe("A key: 256 random bits, written as 64 hex digits; nobody can try 2^256 keys.");
    expect(made().name).toBe("SECRET_KEY");
  });
});

describe("forms", () => {
  test.each([
    ["HS256", /^[0-9a-f]{64}$/, 256], ["hs384", /^[0-9a-f]{96}$/, 384], ["hs512", /^[0-9a-f]{128}$/, 512], ["Fernet", /^[\w-]{43}=$/, 256], ["laravel", /^base64:[A-Za-z0-9+/]{43}=$/, 256],
    ["flask", /^[0-9a-f]{64}$/, 256], ["django", /^[a-z0-9][a-z0-9!@#$%^&*(\-_=+)]{49}$/, 281], ["cryptography", /^[\w-]{43}=$/, 256], ["next", /^[A-Za-z0-9+/]{43}=$/, 256], ["meteor", /^[A-Za-z0-9+/]{22}==$/, 128],
    ["cal-com", /^[A-Za-z0-9+/]{32}$/, 192], ["tiny-csrf", /^[\w-]{32}$/, 192], ["gitea/jwt-secret", /^[\w-]{43}$/, 256], ["mongoose-encryption/signing-key", /^[A-Za-z0-9+/]{86}==$/, 512],
    ["ckan/token-secret", /^string:[0-9a-f]{64}$/, 256], ["hasura", /^\{"type":"HS256","key":"[0-9a-f]{64}"\}$/, 256], ["airflow", /^[0-9a-f]{128}$/, 512], ["airflow/fernet-key", /^[\w-]{43}=$/, 256],
  ])("%s", (topic, looks, bits) => {
    const { key, about } = made(topic);
    expect(key).toMatch(looks);
    expect(about).toContain(`: ${bits} random bits, written as `);
    expect(about).not.toContain(key);
    expect(made(topic).key).not.toBe(key);
  });

  test("the length that is said is the key's", () => {
    for (const { topic } of [...slots, ...Object.keys(namedForms).map((name) => ({ topic: name }))]) {
      const { key, about } = made(topic);
      const [, length, prefix = ""] = / written as (\d+) .*?(?: behind (\S+))?;/.exec(about) ?? [];
      const random = key.startsWith("{") ? (JSON.parse(key) as { key: string }).key : key.slice(prefix.length);
      expect({ topic, length: random.length }).toEqual({ topic, length: Number(length) });
    }
  });

  test("Django's alphabet is used up, and carries what is said", () => {
    const seen = new Set(Array.from({ length: 60 }, () => made("django").key).join(""));
    expect(seen.size).toBe(50);
    expect(bitsOf({ as: "django", bytes: 50 })).toBe(281);
  });
});

describe("what is said besides", () => {
  test.each([
    ["fastify-secure-session", 'register(secureSession, { key }) takes the 32 bytes themselves: Buffer.from(…, "hex").'],
    ["litestar", "CookieBackendConfig(secret=) takes the 32 bytes themselves: bytes.fromhex(…)."],
    ["airflow", "Its other keys have another form: keylint generate airflow/fernet-key."],
    ["jsonwebtoken", "For HS384 and HS512: keylint generate hs384, hs512."],
    ["hs512", "RFC 7518 (3.2) wants at least 512 for HS512."],
  ])("%s", (topic, sentence) => {
    expect(made(topic).about).toContain(sentence);
  });

  test("where a slot takes the bytes themselves, the fix of its framework unpacks them too", () => {
    const leading = frameworks.filter((framework) => framework.slots[0] && unpackedBytes(framework.slots[0], formOf(framework, framework.slots[0])) !== undefined);
    expect(leading.filter(({ fix }) => !/bytes\.fromhex\(|Buffer\.from\(.*"hex"\)/.test(fix)).map(({ id }) => id)).toEqual([]);
  });
});

describe("the topic", () => {
  test.each([
    ["flsk", 'There is no framework "flsk"; did you mean "flask"?'],
    ["hs-512", 'There is no framework "hs-512"; did you mean "hs512"?'],
    ["airflow/fernet", 'There is no framework "airflow/fernet"; did you mean "airflow/fernet-key"?'],
    ["django/fallbacks", 'There is no framework "django/fallbacks"'],
    ["constructor", 'There is no framework "constructor"'],
    ["\u001b[31m", 'There is no framework "\\x1b[31m"'],
    ["django-oauth-toolkit", "takes an RSA key, which keylint does not make."],
  ])("%j is not made", (topic, sentence) => {
    expect(generate(topic)).toEqual({ mistake: expect.stringContaining(sentence) as unknown });
  });

  test("each framework is one", () => {
    for (const { id, title } of frameworks.filter((one) => !pairs.includes(one.id) && one.id !== "generic")) expect(made(id).about).toContain(`A key for ${title}: `);
  });

  test("a name in rules/forms.ts is in lower case and no framework's", () => {
    const names = Object.keys(namedForms);
    expect(names.filter((name) => name !== name.toLowerCase() || frameworks.some(({ id }) => id === name))).toEqual([]);
  });
});
