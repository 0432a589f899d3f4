import type { Framework } from "../../src/kit.ts";

/** Where Elysia takes its key. */
export const elysia: Framework = {
  id: "elysia",
  title: "Elysia",
  language: "javascript",
  anywhere: true,
  variable: "JWT_SECRET",
  docs: "https://elysiajs.com/plugins/jwt",
  protects: "access tokens and signed cookies",
  attack: "An attacker who has the key can make an access token or a signed cookie for any user.",
  fix: `Pass secret: Bun.env.JWT_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "For cookies pass a list with the new key first: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "jwt",
      at: [
        { call: "@elysiajs/jwt.jwt", argument: "0.secret" },
        { call: "@elysiajs/jwt", argument: "0.secret" },
      ],
      where: [{ argument: "0.alg", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "0.alg", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt({ secret })",
      protects: "access tokens",
    },
    {
      id: "cookie",
      at: [
        { call: "elysia.Elysia", argument: "0.cookie.secrets" },
        // https://github.com/elysiajs/elysia-cookie, before Elysia 0.7
        { call: "@elysiajs/cookie.cookie", argument: "0.secret" },
        { call: "@elysiajs/cookie", argument: "0.secret" },
        { call: "elysia.t.Cookie", argument: "1.secrets" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "new Elysia({ cookie: { secrets } })",
      variable: "COOKIE_SECRET",
      protects: "signed cookies",
    },
  ],
  bad: {
    "app.ts": `import { Elysia } from "elysia";
import { jwt } from "@elysiajs/jwt";

export const app = new Elysia().use(jwt({ name: "jwt", secret: "c2e7cfd9dac8b93d08b3b653a58db29838502ec49f9dd7240c9cd7370562095b" }));
`,
  },
  good: {
    "app.ts": `import { Elysia } from "elysia";
import { jwt } from "@elysiajs/jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

export const app = new Elysia().use(jwt({ name: "jwt", secret }));
`,
  },
};
