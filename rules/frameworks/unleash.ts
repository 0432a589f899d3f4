import type { Framework } from "../../src/kit.ts";

/** Where Unleash takes its key. */
export const unleash: Framework = {
  id: "unleash",
  title: "Unleash",
  language: "any",
  variable: "UNLEASH_SECRET",
  docs: "https://github.com/Unleash/unleash/blob/main/src/lib/create-config.ts",
  protects: "session cookies",
  attack: "An attacker who has the key can sign the session cookie of any user.",
  fix: `Set UNLEASH_SECRET when Unleash is deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "secret",
      at: [
        { call: "unleash-server.start", argument: "0.secret|0.server.secret" },
        { call: "unleash-server.create", argument: "0.secret|0.server.secret" },
        { env: "UNLEASH_SECRET" },
      ],
      // The literal super-secret is taken in the place of an empty one.
      empty: "refused",
      label: "UNLEASH_SECRET",
    },
  ],
  bad: {
    "index.js": `const unleash = require("unleash-server");

unleash.start({ server: { port: 4242, secret: "874eef22800349a9f6e0d538c81a11fce3bad3596d6bcdf742143b64931199d3" } });
`,
  },
  good: {
    "index.js": `const unleash = require("unleash-server");

const secret = process.env.UNLEASH_SECRET;
if (!secret) throw new Error("UNLEASH_SECRET is not set");

unleash.start({ server: { port: 4242, secret } });
`,
  },
};
