import type { Framework } from "../../src/kit.ts";

/** Where jws takes its key. */
export const jws: Framework = {
  id: "jws",
  title: "jws",
  language: "javascript",
  variable: "JWS_SECRET",
  docs: "https://github.com/auth0/node-jws#jwssignoptions",
  protects: "signed tokens",
  attack: "An attacker who has the key can sign a token with any claims, for instance as another user or an administrator.",
  fix: `Set secret to process.env.JWS_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "sign",
      at: [
        { call: "jws.sign", argument: "0.secret" },
        { call: "jws.createSign", argument: "0.secret" },
      ],
      where: [{ argument: "0.header.alg", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      empty: "refused",
      label: "jws.sign({ secret })",
    },
    {
      id: "verify",
      at: [{ call: "jws.verify", argument: "2" }],
      where: [{ argument: "1", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      label: "jws.verify",
    },
  ],
  bad: {
    "tokens.js": `const jws = require("jws");

exports.make = (user) => jws.sign({ header: { alg: "HS256" }, payload: { sub: user }, secret: "c886e0488f12f52d6222fc881320f2f44476a2712213dc2399799a18a9f709de" });
`,
  },
  good: {
    "tokens.js": `const jws = require("jws");

const secret = process.env.JWS_SECRET;
if (!secret) throw new Error("JWS_SECRET is not set");

exports.make = (user) => jws.sign({ header: { alg: "HS256" }, payload: { sub: user }, secret });
`,
  },
};
