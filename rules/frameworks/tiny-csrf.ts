import type { Framework } from "../../src/kit.ts";

/** Where tiny-csrf takes its key. */
export const tinyCsrf: Framework = {
  id: "tiny-csrf",
  title: "tiny-csrf",
  language: "javascript",
  variable: "CSRF_SECRET",
  docs: "https://github.com/valexandersaulys/tiny-csrf#readme",
  form: { as: "base64url", bytes: 24 },
  protects: "CSRF tokens",
  attack: "An attacker who has the key can make CSRF tokens that the application accepts.",
  fix: `Pass process.env.CSRF_SECRET, stop when it is not set, and generate it with openssl rand -hex 16.`,
  slots: [
    {
      id: "secret",
      at: [{ call: "tiny-csrf", argument: "0" }],
      unit: "characters",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "csurf(secret)",
    },
  ],
  bad: {
    "app.js": `const express = require("express");
const csurf = require("tiny-csrf");

const app = express();
app.use(csurf("3e75a5d5add1be739dd3f1e30cb819f1"));
`,
  },
  good: {
    "app.js": `const express = require("express");
const csurf = require("tiny-csrf");

const secret = process.env.CSRF_SECRET;
if (!secret) throw new Error("CSRF_SECRET is not set");

const app = express();
app.use(csurf(secret));
`,
  },
};
