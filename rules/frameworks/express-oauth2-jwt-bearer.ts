import type { Framework } from "../../src/kit.ts";

/** Where express-oauth2-jwt-bearer takes its key. */
export const expressOauth2JwtBearer: Framework = {
  id: "express-oauth2-jwt-bearer",
  title: "express-oauth2-jwt-bearer",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://auth0.github.io/node-oauth2-jwt-bearer/interfaces/AuthOptions.html",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set secret to process.env.JWT_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [{ call: "express-oauth2-jwt-bearer.auth", argument: "0.secret" }],
      min: 32,
      empty: "refused",
      label: "auth({ secret })",
    },
  ],
  bad: {
    "app.js": `const { auth } = require("express-oauth2-jwt-bearer");

module.exports = auth({
  issuer: "https://id.example.com",
  audience: "https://api.example.com",
  secret: "612b7bcd2570381d80cc01498660a0f8fe8c4760ebc387ea3429ee2580c9da13",
  tokenSigningAlg: "HS256",
});
`,
  },
  good: {
    "app.js": `const { auth } = require("express-oauth2-jwt-bearer");

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

module.exports = auth({
  issuer: "https://id.example.com",
  audience: "https://api.example.com",
  secret,
  tokenSigningAlg: "HS256",
});
`,
  },
};
