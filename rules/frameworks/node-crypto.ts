import type { Framework } from "../../src/kit.ts";
import { otherParties } from "../providers.ts";

const fixWith = (variable: string): string => `Pass Buffer.from(process.env.${variable}, "hex"), stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`;

/** Where node:crypto and Web Crypto takes its key. */
export const nodeCrypto: Framework = {
  id: "node-crypto",
  title: "node:crypto and Web Crypto",
  language: "javascript",
  variable: "SIGNING_KEY",
  docs: "https://nodejs.org/api/crypto.html#cryptocreatehmacalgorithm-key-options",
  protects: "signed and encrypted values",
  attack: "An attacker who has the key can sign any value, or read and write what it encrypts.",
  fix: fixWith("SIGNING_KEY"),
  slots: [
    {
      id: "hmac",
      ...otherParties,
      at: [{ call: "crypto.createHmac", argument: "1" }],
      transient: true,
      label: "createHmac",
      protects: "signed values",
    },
    {
      id: "cipher",
      ...otherParties,
      at: [
        { call: "crypto.createCipheriv", argument: "1" },
        { call: "crypto.createDecipheriv", argument: "1" },
      ],
      exact: [8, 16, 24, 32],
      empty: "refused",
      short: "refused",
      label: "createCipheriv",
      variable: "ENCRYPTION_KEY",
      fix: fixWith("ENCRYPTION_KEY"),
      protects: "encrypted values",
    },
    {
      id: "passphrase",
      ...otherParties,
      at: [
        { call: "crypto.createCipher", argument: "1" },
        { call: "crypto.createDecipher", argument: "1" },
      ],
      label: "createCipher",
      variable: "ENCRYPTION_KEY",
      fix: fixWith("ENCRYPTION_KEY"),
      protects: "encrypted values",
    },
    {
      id: "key-object",
      ...otherParties,
      at: [
        { call: "crypto.createSecretKey", argument: "0" },
        { call: "crypto.subtle.importKey", argument: "1" },
        { call: "crypto.webcrypto.subtle.importKey", argument: "1" },
        { call: "globalThis.crypto.subtle.importKey", argument: "1" },
      ],
      where: [{ argument: "0", not: ["spki", "pkcs8", "jwk"] }],
      label: "createSecretKey",
    },
  ],
  bad: {
    "sign.js": `import { createHmac } from "node:crypto";

export const sign = (text) => createHmac("sha256", "2fbe1e43d520f4d3c5753499cb55c984643693ad930852ef547f2b426b3f6608").update(text).digest("hex");
`,
  },
  good: {
    "sign.js": `import { createHmac } from "node:crypto";

const key = process.env.SIGNING_KEY;
if (!key) throw new Error("SIGNING_KEY is not set");

export const sign = (text) => createHmac("sha256", Buffer.from(key, "hex")).update(text).digest("hex");
`,
  },
};
