import type { Framework } from "../../src/kit.ts";

/** Where Remix takes its key. */
export const remix: Framework = {
  id: "remix",
  title: "Remix",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://v2.remix.run/docs/utils/cookies#signing-cookies",
  protects: "signed cookies and sessions",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Pass secrets: [process.env.SESSION_SECRET], stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first into secrets: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "storage",
      at: [
        { call: "@remix-run/node.createCookieSessionStorage", argument: "0.cookie.secrets" },
        { call: "@remix-run/node.createSessionStorage", argument: "0.cookie.secrets" },
        { call: "@remix-run/node.createMemorySessionStorage", argument: "0.cookie.secrets" },
        { call: "@remix-run/node.createFileSessionStorage", argument: "0.cookie.secrets" },
        { call: "@remix-run/architect.createArcTableSessionStorage", argument: "0.cookie.secrets" },
      ],
      holds: "list",
      signs: "first",
      label: "createCookieSessionStorage({ cookie: { secrets } })",
    },
    {
      id: "cookie",
      at: [
        { call: "@remix-run/node.createCookie", argument: "1.secrets" },
      ],
      holds: "list",
      signs: "first",
      label: "createCookie({ secrets })",
      variable: "COOKIE_SECRET",
      protects: "signed cookies",
    },
    // Where it does not run on Node it signs with the Web Crypto API, which takes no empty key.
    {
      id: "web-storage",
      at: [
        { call: "@remix-run/cloudflare.createCookieSessionStorage", argument: "0.cookie.secrets" },
        { call: "@remix-run/cloudflare.createWorkersKVSessionStorage", argument: "0.cookie.secrets" },
        { call: "@remix-run/deno.createCookieSessionStorage", argument: "0.cookie.secrets" },
        { call: "@shopify/remix-oxygen.createCookieSessionStorage", argument: "0.cookie.secrets" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "createCookieSessionStorage({ cookie: { secrets } })",
    },
    {
      id: "web-cookie",
      at: [
        { call: "@remix-run/cloudflare.createCookie", argument: "1.secrets" },
        { call: "@remix-run/deno.createCookie", argument: "1.secrets" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "createCookie({ secrets })",
      variable: "COOKIE_SECRET",
      protects: "signed cookies",
    },
  ],
  bad: {
    "session.ts": `import { createCookieSessionStorage } from "@remix-run/node";

export const sessions = createCookieSessionStorage({
  cookie: { name: "session", secrets: ["f19722895e7358293ee09a1a96f32e82d519419602e3bb4695a63887c0432b1b"] },
});
`,
  },
  good: {
    "session.ts": `import { createCookieSessionStorage } from "@remix-run/node";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

export const sessions = createCookieSessionStorage({ cookie: { name: "session", secrets: [secret] } });
`,
  },
};
