import type { Framework } from "../../src/kit.ts";
import { otherParties } from "../providers.ts";

const fixWith = (variable: string): string => `Pass bytes.fromhex(os.environ["${variable}"]), after generating it with python -c "import secrets; print(secrets.token_hex())".`;

/** Where PyCryptodome takes its key. */
export const pycryptodome: Framework = {
  id: "pycryptodome",
  title: "PyCryptodome",
  language: "python",
  variable: "SIGNING_KEY",
  docs: "https://pycryptodome.readthedocs.io/en/latest/src/hash/hmac.html",
  protects: "signed and encrypted values",
  attack: "An attacker who has the key can sign any value, or read and write what it encrypts.",
  fix: fixWith("SIGNING_KEY"),
  slots: [
    {
      id: "hmac",
      ...otherParties,
      at: [
        { call: "Crypto.Hash.HMAC.new", argument: "0|key" },
        { call: "Cryptodome.Hash.HMAC.new", argument: "0|key" },
        { call: "Crypto.Hash.CMAC.new", argument: "0|key" },
      ],
      label: "HMAC.new",
      protects: "signed values",
    },
    {
      id: "aes",
      ...otherParties,
      at: [
        { call: "Crypto.Cipher.AES.new", argument: "0|key" },
        { call: "Cryptodome.Cipher.AES.new", argument: "0|key" },
      ],
      exact: [16, 24, 32],
      empty: "refused",
      short: "refused",
      label: "AES.new",
      variable: "ENCRYPTION_KEY",
      fix: fixWith("ENCRYPTION_KEY"),
      protects: "encrypted values",
    },
  ],
  bad: {
    "sign.py": `from Crypto.Hash import HMAC, SHA256


def sign(message):
    return HMAC.new(bytes.fromhex("1c5c792cac2151e7072a434b8678da609644f2bc4cdeab5b417cead2d850529f"), message, SHA256).hexdigest()
`,
  },
  good: {
    "sign.py": `import os

from Crypto.Hash import HMAC, SHA256


def sign(message):
    return HMAC.new(bytes.fromhex(os.environ["SIGNING_KEY"]), message, SHA256).hexdigest()
`,
  },
};
