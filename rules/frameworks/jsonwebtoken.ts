import type { Framework } from "../../src/kit.ts";

/** Where jsonwebtoken takes its key. */
export const jsonwebtoken: Framework = {
  id: "jsonwebtoken",
  title: "jsonwebtoken",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/auth0/node-jsonwebtoken#usage",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass process.env.JWT_SECRET to sign and verify, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Sign with the option keyid, and pass verify a function that returns the key for the kid in the header, and the old key where there is none.",
  slots: [
    {
      id: "sign",
      at: [{ call: "jsonwebtoken.sign", argument: "1" }],
      where: [{ argument: "2.algorithm", not: ["RS*", "ES*", "PS*", "none"] }],
      min: 32,
      minBy: { argument: "2.algorithm", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt.sign",
    },
    {
      id: "verify",
      at: [{ call: "jsonwebtoken.verify", argument: "1" }],
      where: [{ argument: "2.algorithms", not: ["RS*", "ES*", "PS*", "none"] }],
      min: 32,
      minBy: { argument: "2.algorithms", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt.verify",
    },
  ],
  bad: {
    "tokens.js": `import jwt from "jsonwebtoken";

export const tokenFor = (user) => jwt.sign({ sub: user }, "f7f57a3704dc8afeb6b1ea19e3f06e37c4edcbb01a2875e19ea0b1b88c9adfc3");
`,
  },
  good: {
    "tokens.js": `import jwt from "jsonwebtoken";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

export const tokenFor = (user) => jwt.sign({ sub: user }, secret);
`,
  },
};
