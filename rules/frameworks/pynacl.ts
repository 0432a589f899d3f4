import type { Framework } from "../../src/kit.ts";

/** Where PyNaCl takes its key. */
export const pynacl: Framework = {
  id: "pynacl",
  title: "PyNaCl",
  language: "python",
  variable: "BOX_KEY",
  docs: "https://pynacl.readthedocs.io/en/latest/secret/",
  protects: "encrypted data",
  attack: "An attacker who has the key can read what the application encrypts, and write what it takes for its own.",
  fix: `Pass bytes.fromhex(os.environ["BOX_KEY"]) to SecretBox, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "secret-box",
      at: [
        { call: "nacl.secret.SecretBox", argument: "0|key" },
        { call: "nacl.secret.Aead", argument: "0|key" },
      ],
      where: [{ argument: "1|encoder", present: false }],
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "SecretBox",
    },
    {
      id: "encoded-secret-box",
      at: [
        { call: "nacl.secret.SecretBox", argument: "0|key" },
        { call: "nacl.secret.Aead", argument: "0|key" },
      ],
      where: [{ argument: "1|encoder", present: true }],
      empty: "refused",
      label: "SecretBox",
    },
  ],
  bad: {
    "vault.py": `from nacl.secret import SecretBox

box = SecretBox(bytes.fromhex("4ad132e524229b0abc82a0e06c6b3a8c77ed9f1298e039e7e9d54b4a3a17fe42"))
`,
  },
  good: {
    "vault.py": `import os

from nacl.secret import SecretBox

box = SecretBox(bytes.fromhex(os.environ["BOX_KEY"]))
`,
  },
};
