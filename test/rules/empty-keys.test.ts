import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const django = (line: string): string => `from django.core.signing import Signer\nfrom django.utils.crypto import salted_hmac\n\n${line}\n`;

/** What each library does with an empty key is met for real in test/integration/frameworks.test.ts. */
describe("an empty key is a finding where the library would use it", () => {
  test.each([
    ["salt.py", django('digest = salted_hmac("salt", "value", secret="")')],
    ["other.py", 'import hmac\ndef sign(text):\n    key = b""\n    return hmac.new(key, text, "sha256")\ndef other():\n    key = load()\n    return key\n'],
    ["perhaps.py", 'import hmac, os\nKEY = ""\nif os.path.exists("key"):\n    KEY = open("key").read()\ndef sign(text):\n    return hmac.new(KEY.encode(), text, "sha256")\n'],
    ["read.js", 'const jwt = require("jwt-simple");\n\nexports.read = (token) => jwt.decode(token, "");\n'],
  ])("%s", (path, text) => {
    expect(lintFiles({ [path]: text }).findings.map(({ rule }) => rule)).toEqual(["empty-key"]);
  });
});

describe("it is none where the library refuses it or takes another", () => {
  test.each([
    ["signer.py", django('signer = Signer(key="")')],
    ["rotated.py", django('signer = Signer(fallback_keys=[""])')],
    ["settings.py", 'INSTALLED_APPS = []\nSECRET_KEY_FALLBACKS = [""]\n'],
    ["sign.js", 'const jwt = require("jwt-simple");\n\nexports.sign = (claims) => jwt.encode(claims, "");\n'],
  ])("%s", (path, text) => {
    expect(lintFiles({ [path]: text }).findings).toEqual([]);
  });
});

const node = (text: string): string => `const { createHmac } = require("node:crypto");\n${text}`;
const python = (text: string): string => `import hmac\nimport os\n\n${text}`;

describe("it is none where the program then does without the key", () => {
  test.each([
    ["an if around it", "sign.js", node('const secret = process.env.HOOK_SECRET || "";\nexports.sign = (text) => {\n  if (secret) return createHmac("sha256", secret).update(text).digest("hex");\n  return undefined;\n};\n')],
    ["of settings", "bot.js", node('const settings = { HOOK_TOKEN: "", HOOK_SECRET: "" };\nfunction send(text) {\n  const { HOOK_TOKEN, HOOK_SECRET } = settings;\n  if (HOOK_TOKEN && HOOK_SECRET) createHmac("sha256", HOOK_SECRET).update(text);\n}\n')],
    ["by its length", "sign.js", node('const secret = process.env.HOOK_SECRET || "";\nif (secret.length > 0) createHmac("sha256", secret);\n')],
    ["by a condition", "sign.js", node('const secret = process.env.HOOK_SECRET || "";\nexports.sign = (text) => (secret ? createHmac("sha256", secret).update(text).digest("hex") : "");\n')],
    ["around a call of the function that signs", "sign.js", node('const secret = process.env.HOOK_SECRET || "";\nconst sign = (text, key) => createHmac("sha256", key).update(text).digest("hex");\nif (secret) sign("a", secret);\n')],
    ["by a return before it, in JavaScript", "sign.js", node('const secret = process.env.HOOK_SECRET || "";\nexports.sign = (text) => {\n  if (!secret) return undefined;\n  return createHmac("sha256", secret).update(text).digest("hex");\n};\n')],
    ["in Python", "sign.py", python('SECRET = os.environ.get("HOOK_SECRET", "")\n\ndef sign(text):\n    if SECRET:\n        return hmac.new(SECRET.encode(), text, "sha256").hexdigest()\n    return None\n')],
    ["by a return before it, in Python", "bot.py", python('settings = {"HOOK_SECRET": "", "HOOK_TOKEN": ""}\n\ndef send(text):\n    if not settings.get("HOOK_SECRET") or not settings.get("HOOK_TOKEN"):\n        return\n    secret = settings.get("HOOK_SECRET").encode("utf-8")\n    hmac.new(secret, text, digestmod="sha256").digest()\n')],
    ["where its variable is asked for", "sign.js", node('if (process.env.HOOK_SECRET) createHmac("sha256", process.env.HOOK_SECRET || "");\n')],
  ])("%s", (_, path, text) => {
    expect(lintFiles({ [path]: text }).findings.map(({ rule }) => rule)).toEqual([]);
  });
});

describe("it is one where what is asked does not keep it away", () => {
  test.each([
    ["another name", node('const secret = process.env.HOOK_SECRET || "";\nconst isOn = process.env.HOOK_ON;\nif (isOn) createHmac("sha256", secret);\n')],
    ["either of two", node('const secret = process.env.HOOK_SECRET || "";\nconst url = load();\nif (secret || url) createHmac("sha256", secret);\n')],
    ["whether it is missing", node('const secret = process.env.HOOK_SECRET ?? "";\nif (secret === undefined) createHmac("sha256", secret);\n')],
    ["whether it is a text", node('const secret = process.env.HOOK_SECRET || "";\nif (secret !== null) createHmac("sha256", secret);\n')],
    ["only to say so", node('const secret = process.env.HOOK_SECRET || "";\nif (!secret) console.warn("no secret");\ncreateHmac("sha256", secret);\n')],
    ["where it is set", node('let secret;\nif (!secret) secret = "";\nexports.sign = (text) => createHmac("sha256", secret).update(text);\n')],
  ])("%s", (_, text) => {
    expect(lintFiles({ "sign.js": text }).findings.map(({ rule }) => rule)).toEqual(["empty-key"]);
  });
});
