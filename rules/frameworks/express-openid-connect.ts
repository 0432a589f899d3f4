import type { Framework } from "../../src/kit.ts";

/** Where express-openid-connect takes its key. */
export const expressOpenidConnect: Framework = {
  id: "express-openid-connect",
  title: "express-openid-connect",
  language: "javascript",
  variable: "SECRET",
  docs: "https://auth0.github.io/express-openid-connect/interfaces/ConfigParams.html",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Pass secret: process.env.SECRET to auth, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list with the new key first: the first one encrypts, and the others are still read.",
  lasts: { days: 1, docs: "https://github.com/auth0/express-openid-connect/blob/master/lib/config.js" },
  slots: [
    {
      id: "secret",
      at: [{ call: "express-openid-connect.auth", argument: "0.secret" }],
      holds: "list",
      signs: "first",
      unit: "characters",
      min: 8,
      empty: "refused",
      short: "refused",
      label: "auth({ secret })",
    },
  ],
  bad: {
    "app.js": `import express from "express";
import { auth } from "express-openid-connect";

const app = express();
app.use(auth({ secret: "235e24f44d780c1f05de3c9adbe199ed3d4d22c1f5caa95ffadee93489513518", baseURL: "https://shop.example" }));
`,
  },
  good: {
    "app.js": `import express from "express";
import { auth } from "express-openid-connect";

const secret = process.env.SECRET;
if (!secret) throw new Error("SECRET is not set");

const app = express();
app.use(auth({ secret, baseURL: "https://shop.example" }));
`,
  },
};
