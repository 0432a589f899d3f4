import type { Framework } from "../../src/kit.ts";
import { otherParties } from "../providers.ts";

/** Where Python's hmac module takes its key. */
export const pythonHmac: Framework = {
  id: "python-hmac",
  title: "Python's hmac module",
  language: "python",
  variable: "SIGNING_KEY",
  docs: "https://docs.python.org/3/library/hmac.html",
  protects: "signed values",
  attack: "An attacker who has the key can sign any value, and the application takes it for its own.",
  fix: `Pass bytes.fromhex(os.environ["SIGNING_KEY"]) to hmac.new, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "key",
      ...otherParties,
      at: [
        { call: "hmac.new", argument: "0|key" },
        { call: "hmac.digest", argument: "0|key" },
        { call: "hmac.HMAC", argument: "0|key" },
      ],
      transient: true,
      label: "hmac.new",
    },
    {
      id: "keyed-blake2",
      ...otherParties,
      at: [
        { call: "hashlib.blake2b", argument: "key" },
        { call: "hashlib.blake2s", argument: "key" },
      ],
      transient: true,
      label: "hashlib.blake2b(key=)",
    },
  ],
  bad: {
    "sign.py": `import hmac


def sign(message):
    return hmac.new(b"2e4c10f50331c25ba890bbceb8ddd58e1e33aa98567c396eb890486ce34b2634", message, "sha256").hexdigest()
`,
  },
  good: {
    "sign.py": `import hmac
import os


def sign(message):
    return hmac.new(bytes.fromhex(os.environ["SIGNING_KEY"]), message, "sha256").hexdigest()
`,
  },
};
