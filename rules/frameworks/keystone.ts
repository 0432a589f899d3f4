import type { Framework } from "../../src/kit.ts";

/** Where Keystone takes its key. */
export const keystone: Framework = {
  id: "keystone",
  title: "Keystone",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://keystonejs.com/docs/config/session",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as an administrator.",
  fix: `Pass secret: process.env.SESSION_SECRET to statelessSessions, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://keystonejs.com/docs/config/session" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "@keystone-6/core/session.statelessSessions", argument: "0.secret" },
        { call: "@keystone-6/core/session.storedSessions", argument: "0.secret" },
        { call: "@keystone-next/keystone/session.statelessSessions", argument: "0.secret" },
      ],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "statelessSessions({ secret })",
    },
    {
      id: "cookie-secret",
      at: [
        { call: "@keystonejs/keystone.Keystone", argument: "0.cookieSecret" },
        { call: "keystone.init", argument: "0.cookie secret" },
        { call: "keystone.Keystone().init", argument: "0.cookie secret" },
      ],
      label: "cookieSecret",
      variable: "COOKIE_SECRET",
    },
  ],
  bad: {
    "auth.ts": `import { statelessSessions } from "@keystone-6/core/session";

export const session = statelessSessions({ secret: "b9fb35f0372211bfdc2c0781a76279419dc7e0c6167b6a9835490384a6a85322" });
`,
  },
  good: {
    "auth.ts": `import { statelessSessions } from "@keystone-6/core/session";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

export const session = statelessSessions({ secret });
`,
  },
};
