import type { Framework } from "../../src/kit.ts";

/** Where @fastify/session takes its key. */
export const fastifySession: Framework = {
  id: "fastify-session",
  title: "@fastify/session",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://github.com/fastify/session#secret-required",
  protects: "session cookies",
  attack: "An attacker who has the key can sign session identifiers, and so use every session whose identifier is known or planted.",
  fix: `Pass secret: process.env.SESSION_SECRET when the plugin is registered, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list with the new key first: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "secret",
      at: [{ call: "*.register", argument: "1.secret" }],
      where: [{ argument: "0", symbol: ["@fastify/session", "@fastify/session.fastifySession", "fastify-session"] }],
      holds: "list",
      signs: "first",
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "register(session, { secret })",
    },
  ],
  uses: [
    {
      symbol: "*.register", where: [{ argument: "0", symbol: ["@fastify/session", "@fastify/session.fastifySession", "fastify-session"] }], without: "1.secret",
      needs: "register(session, { secret })", docs: "https://github.com/fastify/session/blob/main/index.js",
    },
  ],
  bad: {
    "app.js": `import Fastify from "fastify";
import cookie from "@fastify/cookie";
import session from "@fastify/session";

const app = Fastify();
app.register(cookie);
app.register(session, { secret: "25d55f9d93863cfd87ddfb7fb499f7605eac04380515ed5f092cd94bde36dcc8" });
`,
  },
  good: {
    "app.js": `import Fastify from "fastify";
import cookie from "@fastify/cookie";
import session from "@fastify/session";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

const app = Fastify();
app.register(cookie);
app.register(session, { secret });
`,
  },
};
