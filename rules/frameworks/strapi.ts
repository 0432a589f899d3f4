import type { Framework } from "../../src/kit.ts";

/** Where Strapi takes its key. */
export const strapi: Framework = {
  id: "strapi",
  title: "Strapi",
  language: "any",
  variable: "ADMIN_JWT_SECRET",
  docs: "https://docs.strapi.io/cms/configurations/environment",
  protects: "administrator tokens, API tokens and sessions",
  attack: "An attacker who has the key can make a token for any administrator.",
  fix: `Set ADMIN_JWT_SECRET and the like when Strapi is deployed and keep .env out of the repository, after generating each with openssl rand -base64 32.`,
  slots: [
    {
      id: "admin-jwt",
      at: [
        { env: "ADMIN_JWT_SECRET" },
        { setting: "ADMIN_JWT_SECRET" },
        { entry: "auth.secret", file: "**/config/admin.{js,ts,json}" },
        { entry: "admin.auth.secret", file: "**/config/server.{js,ts,json}" },
      ],
      min: 32,
      label: "ADMIN_JWT_SECRET",
      protects: "administrator tokens",
    },
    {
      // https://docs.strapi.io/cms/features/users-permissions#jwt-configuration
      id: "users-jwt",
      at: [{ entry: "users-permissions.config.jwtSecret", file: "**/config/plugins.{js,ts,json}" }],
      min: 32,
      label: "users-permissions jwtSecret",
      variable: "JWT_SECRET",
      protects: "users' tokens",
    },
    {
      // https://docs.strapi.io/cms/configurations/admin-panel
      id: "encryption-key",
      at: [{ entry: "secrets.encryptionKey", file: "**/config/admin.{js,ts,json}" }],
      // Tokens are then kept as hashes only.
      empty: "refused",
      label: "secrets.encryptionKey",
      variable: "ENCRYPTION_KEY",
      protects: "stored API tokens",
    },
    {
      id: "app-keys",
      at: [{ env: "STRAPI_APP_KEYS" }, { entry: "app.keys", file: "**/config/server.{js,ts,json}" }],
      holds: "list",
      label: "APP_KEYS",
      variable: "APP_KEYS",
      rotate: "Put the new key first into APP_KEYS: the first one signs, and the others are still accepted.",
      protects: "sessions",
    },
    {
      id: "salts",
      at: [
        { env: "API_TOKEN_SALT" },
        { env: "TRANSFER_TOKEN_SALT" },
        { setting: "API_TOKEN_SALT" },
        { setting: "TRANSFER_TOKEN_SALT" },
        { entry: "apiToken.salt", file: "**/config/admin.{js,ts,json}" },
        { entry: "transfer.token.salt", file: "**/config/admin.{js,ts,json}" },
      ],
      label: "API_TOKEN_SALT",
      variable: "API_TOKEN_SALT",
      protects: "API tokens",
    },
  ],
  bad: {
    "config/admin.js": `module.exports = ({ env }) => ({
  auth: { secret: "68c4add245e70558a67877159e55bd1f9c5c8797ac04e8b1c1164e8d4272bf4b" },
  apiToken: { salt: env("API_TOKEN_SALT") },
});
`,
  },
  good: {
    "config/admin.js": `module.exports = ({ env }) => ({
  auth: { secret: env("ADMIN_JWT_SECRET") },
  apiToken: { salt: env("API_TOKEN_SALT") },
});
`,
    "compose.yml": `services:
  strapi:
    image: example/strapi
    environment:
      ADMIN_JWT_SECRET: \${ADMIN_JWT_SECRET:?set ADMIN_JWT_SECRET}
`,
  },
};
