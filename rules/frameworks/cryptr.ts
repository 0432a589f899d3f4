import type { Framework } from "../../src/kit.ts";

/** Where Cryptr takes its key. */
export const cryptr: Framework = {
  id: "cryptr",
  title: "Cryptr",
  language: "javascript",
  variable: "ENCRYPTION_KEY",
  docs: "https://github.com/MauriceButler/cryptr",
  protects: "encrypted values",
  attack: "An attacker who has the key can read and write every value that it encrypts.",
  fix: `Pass process.env.ENCRYPTION_KEY to Cryptr, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [{ call: "cryptr", argument: "0" }],
      empty: "refused",
      label: "new Cryptr(secret)",
    },
  ],
  bad: {
    "vault.js": `import Cryptr from "cryptr";

export const vault = new Cryptr("f168c143720b725436330c77b286cf37f4707111b38a90c35a6659da50128e6a");
`,
  },
  good: {
    "vault.js": `import Cryptr from "cryptr";

const secret = process.env.ENCRYPTION_KEY;
if (!secret) throw new Error("ENCRYPTION_KEY is not set");

export const vault = new Cryptr(secret);
`,
  },
};
