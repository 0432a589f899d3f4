import type { Framework } from "../../src/kit.ts";

/** Where koa-jwt takes its key. */
export const koaJwt: Framework = {
  id: "koa-jwt",
  title: "koa-jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/koajs/jwt",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass secret: process.env.JWT_SECRET to jwt, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list of keys: each of them is accepted.",
  slots: [
    {
      id: "secret",
      at: [{ call: "koa-jwt", argument: "0.secret" }],
      holds: "list",
      min: 32,
      empty: "refused",
      label: "jwt({ secret })",
    },
  ],
  bad: {
    "app.js": `import Koa from "koa";
import jwt from "koa-jwt";

const app = new Koa();
app.use(jwt({ secret: "717e621e47d3217cfc0bc61047e202766d77a59dff11ce022d84b688eeb26282" }));
`,
  },
  good: {
    "app.js": `import Koa from "koa";
import jwt from "koa-jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

const app = new Koa();
app.use(jwt({ secret }));
`,
  },
};
