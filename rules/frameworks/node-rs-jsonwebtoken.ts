import type { Framework } from "../../src/kit.ts";

/** Where @node-rs/jsonwebtoken takes its key. */
export const nodeRsJsonwebtoken: Framework = {
  id: "node-rs-jsonwebtoken",
  title: "@node-rs/jsonwebtoken",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/napi-rs/node-rs/tree/main/packages/jsonwebtoken#usage",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass process.env.JWT_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "sign",
      at: [
        { call: "@node-rs/jsonwebtoken.sign", argument: "1" },
        { call: "@node-rs/jsonwebtoken.signSync", argument: "1" },
      ],
      min: 32,
      label: "sign",
    },
    {
      id: "verify",
      at: [
        { call: "@node-rs/jsonwebtoken.verify", argument: "1" },
        { call: "@node-rs/jsonwebtoken.verifySync", argument: "1" },
      ],
      min: 32,
      label: "verify",
    },
  ],
  bad: {
    "tokens.js": `import { sign } from "@node-rs/jsonwebtoken";

export const make = (user) => sign({ data: { id: user }, exp: 2_000_000_000 }, "3f87a48375d57379dc2bf46dc7d8ccfd42bbe1358612cf8d0ab626047c1f0bac");
`,
  },
  good: {
    "tokens.js": `import { sign } from "@node-rs/jsonwebtoken";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

export const make = (user) => sign({ data: { id: user }, exp: 2_000_000_000 }, secret);
`,
  },
};
