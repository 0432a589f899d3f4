import type { Framework } from "../../src/kit.ts";

/** Where Midway takes its key. */
export const midway: Framework = {
  id: "midway",
  title: "Midway",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://midwayjs.org/docs/extensions/jwt",
  protects: "signed cookies and access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set jwt.secret to process.env.JWT_SECRET and keys likewise in src/config/config.prod.ts, and generate them with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      // https://midwayjs.org/docs/cookie_session
      id: "keys",
      at: [{ entry: "keys", file: "**/config/config.*.{js,ts}" }],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "keys",
      variable: "APP_KEYS",
      rotate: "Put the new key first into keys: the first one signs, and the others are still accepted.",
      protects: "signed cookies",
    },
    {
      id: "jwt-secret",
      at: [{ entry: "jwt.secret", file: "**/config/config.*.{js,ts}" }],
      min: 32,
      empty: "refused",
      label: "jwt.secret",
      protects: "access tokens",
    },
  ],
  packages: ["@midwayjs/core"],
  bad: {
    "package.json": `{ "dependencies": { "@midwayjs/core": "^3.20.0", "@midwayjs/jwt": "^3.20.0" } }
`,
    "src/config/config.default.ts": `export default {
  koa: { port: 7001 },
  jwt: { secret: "5b5a29d61a3b9fc80d13ccea3bd366567e0d44d4e1334767344f385d92966349", sign: { expiresIn: "2d" } },
};
`,
  },
  good: {
    "package.json": `{ "dependencies": { "@midwayjs/core": "^3.20.0", "@midwayjs/jwt": "^3.20.0" } }
`,
    "src/config/config.default.ts": `export default {
  koa: { port: 7001 },
  jwt: { secret: process.env.JWT_SECRET, sign: { expiresIn: "2d" } },
};
`,
  },
};
