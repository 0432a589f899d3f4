import type { Framework } from "../../src/kit.ts";

/** Where Hono takes its key. */
export const hono: Framework = {
  id: "hono",
  title: "Hono",
  language: "javascript",
  anywhere: true,
  variable: "JWT_SECRET",
  docs: "https://hono.dev/docs/middleware/builtin/jwt",
  protects: "access tokens and signed cookies",
  attack: "An attacker who has the key can make an access token or a signed cookie for any user.",
  fix: `Pass process.env.JWT_SECRET (on Workers: c.env.JWT_SECRET), stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "jwt",
      at: [{ call: "hono/jwt.jwt", argument: "0.secret" }],
      where: [{ argument: "0.alg", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "0.alg", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt({ secret })",
      protects: "access tokens",
    },
    {
      id: "sign",
      at: [
        { call: "hono/jwt.sign", argument: "1" },
        { call: "hono/jwt.verify", argument: "1" },
        { call: "hono/utils/jwt/jwt.sign", argument: "1" },
        { call: "hono/utils/jwt/jwt.verify", argument: "1" },
      ],
      where: [{ argument: "2", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "2", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "sign(payload, secret)",
      protects: "access tokens",
    },
    {
      id: "signed-cookie",
      at: [
        { call: "hono/cookie.setSignedCookie", argument: "3" },
        { call: "hono/cookie.getSignedCookie", argument: "1" },
        { call: "hono/cookie.generateSignedCookie", argument: "2" },
      ],
      empty: "refused",
      label: "setSignedCookie",
      variable: "COOKIE_SECRET",
      protects: "signed cookies",
    },
  ],
  bad: {
    "app.ts": `import { Hono } from "hono";
import { jwt } from "hono/jwt";

const app = new Hono();
app.use("/api/*", jwt({ secret: "a18d2aacafcbc2ae6baa5650856fe366bc2f2b7ffdc3098391fba7aa31b0e95a", alg: "HS256" }));
`,
  },
  good: {
    "app.ts": `import { Hono } from "hono";
import { jwt } from "hono/jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

const app = new Hono();
app.use("/api/*", jwt({ secret, alg: "HS256" }));
`,
  },
};
