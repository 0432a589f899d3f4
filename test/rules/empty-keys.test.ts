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
