import type { Framework } from "../../src/kit.ts";

const fixWith = (variable: string): string => `Pass process.env.${variable}, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`;

/** Where crypto-js takes its key. */
export const cryptoJs: Framework = {
  id: "crypto-js",
  title: "crypto-js",
  language: "javascript",
  anywhere: true,
  variable: "SIGNING_KEY",
  docs: "https://cryptojs.gitbook.io/docs/",
  protects: "signed and encrypted values",
  attack: "An attacker who has the key can sign any value, or read and write what it encrypts.",
  fix: fixWith("SIGNING_KEY"),
  slots: [
    {
      id: "hmac",
      at: [
        { call: "crypto-js.HmacSHA256", argument: "1" },
        { call: "crypto-js.HmacSHA384", argument: "1" },
        { call: "crypto-js.HmacSHA512", argument: "1" },
        { call: "crypto-js.HmacSHA1", argument: "1" },
        { call: "crypto-js.HmacMD5", argument: "1" },
        { call: "crypto-js/hmac-sha256", argument: "1" },
        { call: "crypto-js/hmac-sha512", argument: "1" },
        { call: "crypto-js/hmac-sha1", argument: "1" },
      ],
      transient: true,
      label: "HmacSHA256",
      protects: "signed values",
    },
    {
      id: "cipher",
      at: [
        { call: "crypto-js.AES.encrypt", argument: "1" },
        { call: "crypto-js.AES.decrypt", argument: "1" },
        { call: "crypto-js.TripleDES.encrypt", argument: "1" },
        { call: "crypto-js.TripleDES.decrypt", argument: "1" },
        { call: "crypto-js/aes.encrypt", argument: "1" },
        { call: "crypto-js/aes.decrypt", argument: "1" },
      ],
      label: "AES.encrypt",
      variable: "ENCRYPTION_KEY",
      fix: fixWith("ENCRYPTION_KEY"),
      protects: "encrypted values",
    },
  ],
  bad: {
    "vault.js": `import CryptoJS from "crypto-js";

export const seal = (text) => CryptoJS.AES.encrypt(text, "b84bc1326e9f37fedf9ca6f9974265146aa32b8464d439cc1c2294ffa071fdc6").toString();
`,
  },
  good: {
    "vault.js": `import CryptoJS from "crypto-js";

const key = process.env.SIGNING_KEY;
if (!key) throw new Error("SIGNING_KEY is not set");

export const seal = (text) => CryptoJS.AES.encrypt(text, key).toString();
`,
  },
};
