import type { Framework } from "../../src/kit.ts";

/** Where oidc-provider takes its key. */
export const oidcProvider: Framework = {
  id: "oidc-provider",
  title: "oidc-provider",
  language: "javascript",
  variable: "COOKIE_KEYS",
  docs: "https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookieskeys",
  protects: "signed cookies of sign-ins and interactions",
  attack: "An attacker who has the key can sign the cookies that hold a sign-in.",
  fix: `Set cookies.keys to a list from process.env.COOKIE_KEYS, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first: it signs, and the others are still accepted.",
  lasts: { days: 14, docs: "https://github.com/panva/node-oidc-provider/blob/main/lib/helpers/defaults.js" },
  slots: [
    {
      id: "cookie-keys",
      at: [
        { call: "oidc-provider", argument: "1.cookies.keys" },
        { call: "oidc-provider.Provider", argument: "1.cookies.keys" },
      ],
      holds: "list",
      signs: "first",
      label: "cookies.keys",
    },
  ],
  bad: {
    "provider.js": `import Provider from "oidc-provider";

export const provider = new Provider("https://id.example.com", {
  clients: [],
  cookies: { keys: ["6ecdc8161ef68217279c764e62f7a27e27a33a4d713a4518807736db2a36bcd2"] },
});
`,
  },
  good: {
    "provider.js": `import Provider from "oidc-provider";

const key = process.env.COOKIE_KEY;
if (!key) throw new Error("COOKIE_KEY is not set");

export const provider = new Provider("https://id.example.com", { clients: [], cookies: { keys: [key] } });
`,
  },
};
