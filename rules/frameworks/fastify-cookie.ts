import type { Framework } from "../../src/kit.ts";

/** Where @fastify/cookie takes its key. */
export const fastifyCookie: Framework = {
  id: "fastify-cookie",
  title: "@fastify/cookie",
  language: "javascript",
  variable: "COOKIE_SECRET",
  docs: "https://github.com/fastify/fastify-cookie#options",
  protects: "signed cookies",
  attack: "An attacker who has the key can write any signed cookie, for instance the one that names the user.",
  fix: `Pass secret: process.env.COOKIE_SECRET when the plugin is registered, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list with the new key first: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "secret",
      at: [{ call: "*.register", argument: "1.secret" }],
      where: [{ argument: "0", symbol: ["@fastify/cookie", "@fastify/cookie.fastifyCookie", "fastify-cookie", "fastify-cookie.fastifyCookie"] }],
      holds: "list",
      signs: "first",
      min: 20,
      label: "register(cookie, { secret })",
    },
    {
      id: "signer",
      at: [
        { call: "@fastify/cookie.sign", argument: "1" },
        { call: "@fastify/cookie.unsign", argument: "1" },
        { call: "@fastify/cookie.signerFactory", argument: "0" },
        { call: "@fastify/cookie.Signer", argument: "0" },
      ],
      holds: "list",
      signs: "first",
      min: 20,
      label: "sign(value, secret)",
    },
  ],
  bad: {
    "app.js": `import Fastify from "fastify";
import cookie from "@fastify/cookie";

const app = Fastify();
app.register(cookie, { secret: "2ef883661623206e37de038a587513cd0afa29a73e60da651d0380399b245f56" });
`,
  },
  good: {
    "app.js": `import Fastify from "fastify";
import cookie from "@fastify/cookie";

const secret = process.env.COOKIE_SECRET;
if (!secret) throw new Error("COOKIE_SECRET is not set");

const app = Fastify();
app.register(cookie, { secret });
`,
  },
};
