import type { Framework } from "../../src/kit.ts";

/** Where remix-auth-totp takes its key. */
export const remixAuthTotp: Framework = {
  id: "remix-auth-totp",
  title: "remix-auth-totp",
  language: "javascript",
  variable: "ENCRYPTION_SECRET",
  docs: "https://github.com/dev-xo/remix-auth-totp/blob/main/docs/README.md",
  protects: "one-time codes",
  attack: "An attacker who has the key can read the code out of the cookie, and so sign in with any mail address.",
  fix: `Pass secret: process.env.ENCRYPTION_SECRET, stop when it is not set, and generate it with openssl rand -hex 32.`,
  lasts: { days: 1, docs: "https://github.com/dev-xo/remix-auth-totp/blob/main/docs/README.md" },
  slots: [
    {
      // https://github.com/dev-xo/remix-auth-totp/blob/main/src/utils.ts: 64 hex digits.
      id: "secret",
      at: [{ call: "remix-auth-totp.TOTPStrategy", argument: "0.secret" }],
      encoding: "hex",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "TOTPStrategy({ secret })",
    },
  ],
  bad: {
    "auth.server.js": `import { TOTPStrategy } from "remix-auth-totp";
import { sendCode, verify } from "./codes.server";

export const strategy = new TOTPStrategy({ secret: "0bb3a2ee5f7bf1e21079eebf6e03cee65c07cb1468f40aaff1d1a2172fe16b81", sendTOTP: sendCode }, verify);
`,
  },
  good: {
    "auth.server.js": `import { TOTPStrategy } from "remix-auth-totp";
import { sendCode, verify } from "./codes.server";

export const strategy = new TOTPStrategy({ secret: process.env.ENCRYPTION_SECRET, sendTOTP: sendCode }, verify);
`,
  },
};
