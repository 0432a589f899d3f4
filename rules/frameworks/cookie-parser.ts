import type { Framework } from "../../src/kit.ts";

/** Where cookie-parser takes its key. */
export const cookieParser: Framework = {
  id: "cookie-parser",
  title: "cookie-parser",
  language: "javascript",
  variable: "COOKIE_SECRET",
  docs: "https://github.com/expressjs/cookie-parser#cookieparsersecret-options",
  protects: "signed cookies",
  attack: "An attacker who has the key can write any signed cookie, for instance the one that names the user.",
  fix: `Pass process.env.COOKIE_SECRET to cookieParser, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list with the new key first: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "secret",
      at: [
        { call: "cookie-parser", argument: "0" },
        { call: "cookie-parser.signedCookie", argument: "1" },
        { call: "cookie-parser.signedCookies", argument: "1" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "cookieParser(secret)",
    },
  ],
  bad: {
    "app.js": `import express from "express";
import cookieParser from "cookie-parser";

const app = express();
app.use(cookieParser("a8e3920dccb600f1e541da8d2e7af098205a09ec38360effb63cbc7ff9ed84b5"));
`,
  },
  good: {
    "app.js": `import express from "express";
import cookieParser from "cookie-parser";

const secret = process.env.COOKIE_SECRET;
if (!secret) throw new Error("COOKIE_SECRET is not set");

const app = express();
app.use(cookieParser(secret));
`,
  },
};
