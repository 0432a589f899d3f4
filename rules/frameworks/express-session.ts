import type { Framework } from "../../src/kit.ts";

/** Where express-session takes its key. */
export const expressSession: Framework = {
  id: "express-session",
  title: "express-session",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://github.com/expressjs/session#secret",
  protects: "session cookies",
  attack: "An attacker who has the key can sign session identifiers, and so use every session whose identifier is known or planted.",
  fix: `Pass secret: process.env.SESSION_SECRET to session, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list with the new key first: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "secret",
      at: [
        { call: "express-session", argument: "0.secret" },
        { attribute: "express-session.secret" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "session({ secret })",
    },
  ],
  uses: [
    // cookie-parser puts its own secret on the request, and the session takes it from there.
    { symbol: "express-session", without: "0.secret", needs: "session({ secret })", unless: ["cookie-parser"], docs: "https://github.com/expressjs/session/blob/master/index.js" },
  ],
  bad: {
    "app.js": `import express from "express";
import session from "express-session";

const app = express();
app.use(session({ secret: "c5bac081318ed8d21db370f29b35a2dbcb0d8cbb72eec675dcdaa5ad6c7d0316", resave: false, saveUninitialized: false }));
`,
  },
  good: {
    "app.js": `import express from "express";
import session from "express-session";
import lusca from "lusca";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

const app = express();
app.use(session({ secret, resave: false, saveUninitialized: false }));
// Of lusca it is the name of a field of the session: https://github.com/krakenjs/lusca#luscacsrfoptions
app.use(lusca.csrf({ secret: "_csrfSecret" }));
`,
  },
};
