import type { Framework } from "../../src/kit.ts";

/** Where nJwt takes its key. */
export const njwt: Framework = {
  id: "njwt",
  title: "nJwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/jwtk/njwt#create-secure-jwts",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass process.env.JWT_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://github.com/jwtk/njwt#create-secure-jwts" },
  slots: [
    {
      id: "create",
      at: [{ call: "njwt.create", argument: "1" }],
      where: [{ argument: "2", not: ["RS*", "ES*", "PS*", "none"] }],
      min: 32,
      empty: "refused",
      label: "nJwt.create",
    },
    {
      id: "verify",
      at: [{ call: "njwt.verify", argument: "1" }],
      where: [{ argument: "2", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      label: "nJwt.verify",
    },
  ],
  bad: {
    "tokens.js": `const nJwt = require("njwt");

exports.make = (user) => nJwt.create({ sub: user }, "a5f3666e053e6c2b061c340169a59040f0264915f7db3e1614dea7aa2a97df28").compact();
`,
  },
  good: {
    "tokens.js": `const nJwt = require("njwt");

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

exports.make = (user) => nJwt.create({ sub: user }, secret).compact();
`,
  },
};
