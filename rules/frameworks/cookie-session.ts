import type { Framework } from "../../src/kit.ts";

/** Where cookie-session takes its key. */
export const cookieSession: Framework = {
  id: "cookie-session",
  title: "cookie-session",
  language: "javascript",
  variable: "COOKIE_KEY",
  docs: "https://github.com/expressjs/cookie-session#options",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Pass keys: [process.env.COOKIE_KEY] to cookieSession, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first into keys: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "keys",
      at: [{ call: "cookie-session", argument: "0.keys" }],
      holds: "list",
      signs: "first",
      label: "cookieSession({ keys })",
    },
    {
      id: "secret",
      at: [{ call: "cookie-session", argument: "0.secret" }],
      empty: "refused",
      label: "cookieSession({ secret })",
    },
  ],
  uses: [{ symbol: "cookie-session", without: "0.keys|0.secret|0.signed", needs: "cookieSession({ keys })", docs: "https://github.com/expressjs/cookie-session/blob/master/index.js" }],
  bad: {
    "app.js": `import express from "express";
import cookieSession from "cookie-session";

const app = express();
app.use(cookieSession({ name: "session", keys: ["ab7324105d07ddaeacb7d73b52afba170e25de4b024fe5e423a9e0d307e6efa0"] }));
`,
  },
  good: {
    "app.js": `import express from "express";
import cookieSession from "cookie-session";

const key = process.env.COOKIE_KEY;
if (!key) throw new Error("COOKIE_KEY is not set");

const app = express();
app.use(cookieSession({ name: "session", keys: [key] }));
`,
  },
};
