import type { Framework } from "../../src/kit.ts";

/** Where client-sessions takes its key. */
export const clientSessions: Framework = {
  id: "client-sessions",
  title: "client-sessions",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://github.com/mozilla/node-client-sessions",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Pass secret: process.env.SESSION_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://github.com/mozilla/node-client-sessions" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "client-sessions", argument: "0.secret|0.encryptionKey|0.signatureKey" },
        { call: "client-sessions.util.encode", argument: "0.secret|0.encryptionKey|0.signatureKey" },
        { call: "client-sessions.util.decode", argument: "0.secret|0.encryptionKey|0.signatureKey" },
      ],
      empty: "refused",
      label: "sessions({ secret })",
    },
  ],
  uses: [{ symbol: "client-sessions", without: "0.secret|0.encryptionKey", needs: "sessions({ secret })", docs: "https://github.com/mozilla/node-client-sessions/blob/master/lib/client-sessions.js" }],
  bad: {
    "app.js": `import express from "express";
import sessions from "client-sessions";

const app = express();
app.use(sessions({ cookieName: "session", secret: "675a2e50d2165c12efcb3f47f0ddb8fcf35e45875a45af2fec7d7ff553adcb4e" }));
`,
  },
  good: {
    "app.js": `import express from "express";
import sessions from "client-sessions";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

const app = express();
app.use(sessions({ cookieName: "session", secret }));
`,
  },
};
