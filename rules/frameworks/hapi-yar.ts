import type { Framework } from "../../src/kit.ts";

/** Where @hapi/yar takes its key. */
export const hapiYar: Framework = {
  id: "hapi-yar",
  title: "@hapi/yar",
  language: "javascript",
  variable: "COOKIE_PASSWORD",
  docs: "https://hapi.dev/module/yar/api",
  protects: "session cookies",
  attack: "An attacker who has the password can read and write any session, for instance as another user.",
  fix: `Set cookieOptions.password to process.env.COOKIE_PASSWORD, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "password",
      at: [{ call: "*.register", argument: "0.options.cookieOptions.password|0.0.options.cookieOptions.password" }],
      where: [{ argument: "0.plugin|0.0.plugin", symbol: ["@hapi/yar", "yar"] }],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "cookieOptions.password",
    },
  ],
  uses: [
    {
      symbol: "*.register", where: [{ argument: "0.plugin", symbol: ["@hapi/yar", "yar"] }], without: "0.options.cookieOptions.password",
      needs: "cookieOptions.password", docs: "https://github.com/hapijs/iron/blob/master/lib/index.js",
    },
  ],
  bad: {
    "server.js": `import Hapi from "@hapi/hapi";
import Yar from "@hapi/yar";

const server = Hapi.server();
await server.register({ plugin: Yar, options: { cookieOptions: { password: "1037ed14dcbda1a7d99045784126ea281d0a14845451f818f4e1e0e6c84ec7d9" } } });
`,
  },
  good: {
    "server.js": `import Hapi from "@hapi/hapi";
import Yar from "@hapi/yar";

const password = process.env.COOKIE_PASSWORD;
if (!password) throw new Error("COOKIE_PASSWORD is not set");

const server = Hapi.server();
await server.register({ plugin: Yar, options: { cookieOptions: { password } } });
`,
  },
};
