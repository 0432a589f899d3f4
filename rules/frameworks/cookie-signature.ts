import type { Framework } from "../../src/kit.ts";

/** Where cookie-signature takes its key. */
export const cookieSignature: Framework = {
  id: "cookie-signature",
  title: "cookie-signature",
  language: "javascript",
  variable: "COOKIE_SECRET",
  docs: "https://github.com/tj/node-cookie-signature",
  protects: "signed cookies",
  attack: "An attacker who has the key can sign any cookie, and the application takes it for its own.",
  fix: `Pass process.env.COOKIE_SECRET to sign and unsign, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [
        { call: "cookie-signature.sign", argument: "1" },
        { call: "cookie-signature.unsign", argument: "1" },
      ],
      label: "sign(value, secret)",
    },
  ],
  bad: {
    "cookies.js": `import { sign } from "cookie-signature";

export const signed = (name) => sign(name, "a5183f56cc21920187770586a7c55d1be5eb8c9b4140c95da140be9581a6e632");
`,
  },
  good: {
    "cookies.js": `import { sign } from "cookie-signature";

const secret = process.env.COOKIE_SECRET;
if (!secret) throw new Error("COOKIE_SECRET is not set");

export const signed = (name) => sign(name, secret);
`,
  },
};
