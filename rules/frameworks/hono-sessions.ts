import type { Framework } from "../../src/kit.ts";

/** Where Hono Sessions takes its key. */
export const honoSessions: Framework = {
  id: "hono-sessions",
  title: "Hono Sessions",
  language: "javascript",
  anywhere: true,
  variable: "SESSION_KEY",
  docs: "https://github.com/jcs224/hono_sessions",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Pass encryptionKey: process.env.SESSION_KEY, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "encryption-key",
      at: [{ call: "hono-sessions.sessionMiddleware", argument: "0.encryptionKey" }],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "sessionMiddleware({ encryptionKey })",
    },
  ],
  bad: {
    "app.ts": `import { CookieStore, sessionMiddleware } from "hono-sessions";

export const sessions = sessionMiddleware({
  store: new CookieStore(),
  encryptionKey: "4053382f2582a7a06b63cbb9705bcd233ab03263cf02575387734d3c974b8fb9",
});
`,
  },
  good: {
    "app.ts": `import { CookieStore, sessionMiddleware } from "hono-sessions";

const encryptionKey = process.env.SESSION_KEY;
if (!encryptionKey) throw new Error("SESSION_KEY is not set");

export const sessions = sessionMiddleware({ store: new CookieStore(), encryptionKey });
`,
  },
};
