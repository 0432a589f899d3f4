import type { Framework } from "../../src/kit.ts";

/** Where @hapi/cookie takes its key. */
export const hapiCookie: Framework = {
  id: "hapi-cookie",
  title: "@hapi/cookie",
  language: "javascript",
  variable: "COOKIE_PASSWORD",
  docs: "https://hapi.dev/module/cookie/api",
  protects: "the sign-in cookie",
  attack: "An attacker who has the password can write the sign-in cookie of any user.",
  fix: `Set cookie.password to process.env.COOKIE_PASSWORD, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "strategy",
      at: [{ call: "*.strategy", argument: "2.cookie.password" }, { call: "*.strategy", argument: "2.password" }],
      where: [{ argument: "1", is: ["cookie", "session"] }],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "server.auth.strategy({ cookie: { password } })",
    },
    {
      id: "state",
      at: [{ call: "*.state", argument: "1.password" }, { call: "*.state", argument: "1.sign.password" }],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "server.state({ password })",
      protects: "encrypted and signed cookies",
    },
  ],
  packages: ["@hapi/cookie", "hapi-auth-cookie", "@hapi/hapi", "hapi"],
  bad: {
    "server.js": `import Hapi from "@hapi/hapi";
import Cookie from "@hapi/cookie";

const server = Hapi.server();
await server.register(Cookie);
server.auth.strategy("session", "cookie", { cookie: { name: "sid", password: "ede5a76cd8ec0f48f022294bc66c7b8451abd1fdd62ca6580c0e819d4b63f683" } });
`,
  },
  good: {
    "server.js": `import Hapi from "@hapi/hapi";
import Cookie from "@hapi/cookie";

const password = process.env.COOKIE_PASSWORD;
if (!password) throw new Error("COOKIE_PASSWORD is not set");

const server = Hapi.server();
await server.register(Cookie);
server.auth.strategy("session", "cookie", { cookie: { name: "sid", password } });
`,
  },
};
