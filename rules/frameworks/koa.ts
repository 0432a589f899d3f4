import type { Framework } from "../../src/kit.ts";

/** Where Koa takes its key. */
export const koa: Framework = {
  id: "koa",
  title: "Koa",
  language: "javascript",
  variable: "COOKIE_KEY",
  docs: "https://github.com/koajs/koa/blob/master/docs/api/index.md#appkeys",
  protects: "signed cookies and sessions",
  attack: "An attacker who has the key can write any signed cookie and any session of koa-session, for instance as another user.",
  fix: `Set app.keys to [process.env.COOKIE_KEY], stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first into app.keys: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "keys",
      at: [{ attribute: "koa().keys" }, { call: "koa", argument: "0.keys" }],
      holds: "list",
      signs: "first",
      label: "app.keys",
    },
  ],
  application: { symbols: ["koa"], without: "0.keys" },
  uses: ["koa-session", "koa-generic-session"].map((symbol) => ({ symbol, needs: "app.keys", unless: ["signed"], docs: "https://github.com/pillarjs/cookies/blob/master/index.js" })),
  bad: {
    "app.js": `import Koa from "koa";

const app = new Koa();
app.keys = ["6c994c5b655935bffa1b55198caa10d97abd43c9689209d9a5e808392cb74bda"];
`,
  },
  good: {
    "app.js": `import Koa from "koa";

const key = process.env.COOKIE_KEY;
if (!key) throw new Error("COOKIE_KEY is not set");

const app = new Koa();
app.keys = [key];
`,
  },
};
