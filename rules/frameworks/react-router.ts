import type { Framework } from "../../src/kit.ts";

/** Where React Router takes its key. */
export const reactRouter: Framework = {
  id: "react-router",
  title: "React Router",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://reactrouter.com/explanation/sessions-and-cookies#signing-cookies",
  protects: "signed cookies and sessions",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Pass secrets: [process.env.SESSION_SECRET], stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first into secrets: the first one signs, and the others are still accepted.",
  slots: [
    // It signs with the Web Crypto API, which takes no empty key.
    {
      id: "storage",
      at: [
        { call: "react-router.createCookieSessionStorage", argument: "0.cookie.secrets" },
        { call: "react-router.createSessionStorage", argument: "0.cookie.secrets" },
        { call: "react-router.createMemorySessionStorage", argument: "0.cookie.secrets" },
        { call: "@react-router/node.createFileSessionStorage", argument: "0.cookie.secrets" },
        { call: "@react-router/architect.createArcTableSessionStorage", argument: "0.cookie.secrets" },
        { call: "@react-router/cloudflare.createWorkersKVSessionStorage", argument: "0.cookie.secrets" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "createCookieSessionStorage({ cookie: { secrets } })",
    },
    {
      id: "cookie",
      at: [
        { call: "react-router.createCookie", argument: "1.secrets" },
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
    "session.ts": `import { createCookieSessionStorage } from "react-router";

export const sessions = createCookieSessionStorage({
  cookie: { name: "session", secrets: ["6ea86a4b3b1fa1984740c3a1f45c24be316219698c2768c9c8ddbda6b0450888"] },
});
`,
  },
  good: {
    "session.ts": `import { createCookieSessionStorage } from "react-router";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

export const sessions = createCookieSessionStorage({ cookie: { name: "session", secrets: [secret] } });
`,
  },
};
