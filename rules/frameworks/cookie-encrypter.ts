import type { Framework } from "../../src/kit.ts";

/** Where cookie-encrypter takes its key. */
export const cookieEncrypter: Framework = {
  id: "cookie-encrypter",
  title: "cookie-encrypter",
  language: "javascript",
  variable: "COOKIE_SECRET",
  docs: "https://github.com/ebourmalo/cookie-encrypter#api",
  form: { as: "base64url", bytes: 24 },
  protects: "encrypted cookies",
  attack: "An attacker who has the key can read and write every encrypted cookie.",
  fix: `Pass process.env.COOKIE_SECRET, stop when it is not set, and generate it with openssl rand -hex 16.`,
  slots: [
    {
      // https://github.com/ebourmalo/cookie-encrypter/blob/master/index.js
      id: "secret",
      at: [
        { call: "cookie-encrypter", argument: "0" },
        { call: "cookie-encrypter.encryptCookie", argument: "1.key" },
        { call: "cookie-encrypter.decryptCookie", argument: "1.key" },
      ],
      where: [{ argument: "1.algorithm", present: false }],
      unit: "characters",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "cookieEncrypter(secret)",
    },
  ],
  bad: {
    "cookies.js": `const { encryptCookie } = require("cookie-encrypter");

exports.seal = (value) => encryptCookie(value, { key: "5d3f856d1dffc1264f48cac222f40adb" });
`,
  },
  good: {
    "cookies.js": `const { encryptCookie } = require("cookie-encrypter");

const key = process.env.COOKIE_SECRET;
if (!key) throw new Error("COOKIE_SECRET is not set");

exports.seal = (value) => encryptCookie(value, { key });
`,
  },
};
