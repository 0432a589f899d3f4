import type { Framework } from "../../src/kit.ts";

/** Where cryptography takes its key. */
export const cryptography: Framework = {
  id: "cryptography",
  title: "cryptography",
  language: "python",
  variable: "FERNET_KEY",
  docs: "https://cryptography.io/en/latest/fernet/",
  form: { as: "base64url", bytes: 32 },
  protects: "encrypted values",
  attack: "An attacker who has the key can read and write every value that it encrypts.",
  fix: `Pass os.environ["FERNET_KEY"] to Fernet, after generating it with python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())".`,
  rotate: "Use MultiFernet with the new key first and the old keys after it, and turn old values over with its rotate method.",
  slots: [
    {
      id: "fernet",
      at: [{ call: "cryptography.fernet.Fernet", argument: "0|key" }],
      encoding: "base64url",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "Fernet",
    },
    {
      id: "cipher",
      at: [
        { call: "cryptography.hazmat.primitives.ciphers.aead.AESGCM", argument: "0|key" },
        { call: "cryptography.hazmat.primitives.ciphers.aead.AESCCM", argument: "0|key" },
        { call: "cryptography.hazmat.primitives.ciphers.algorithms.AES", argument: "0|key" },
      ],
      exact: [16, 24, 32],
      empty: "refused",
      short: "refused",
      form: { as: "hex", bytes: 32 },
      label: "AESGCM",
      variable: "ENCRYPTION_KEY",
      rotate: "",
    },
    {
      id: "chacha",
      at: [{ call: "cryptography.hazmat.primitives.ciphers.aead.ChaCha20Poly1305", argument: "0|key" }],
      exact: [32],
      empty: "refused",
      short: "refused",
      form: { as: "hex", bytes: 32 },
      label: "ChaCha20Poly1305",
      variable: "ENCRYPTION_KEY",
      rotate: "",
    },
    {
      id: "hmac",
      at: [{ call: "cryptography.hazmat.primitives.hmac.HMAC", argument: "0|key" }],
      transient: true,
      form: { as: "hex", bytes: 32 },
      label: "HMAC",
      variable: "SIGNING_KEY",
      protects: "signed values",
    },
  ],
  bad: {
    "vault.py": `from cryptography.fernet import Fernet

vault = Fernet("YhJ48KP22ignMG0D6EL9-Dng1GmQITim6swsp9jDP98=")
`,
  },
  good: {
    "vault.py": `import os

from cryptography.fernet import Fernet

vault = Fernet(os.environ["FERNET_KEY"])
`,
  },
};
