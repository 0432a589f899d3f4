import type { Framework } from "../../src/kit.ts";

/** Where Medusa takes its key. */
export const medusa: Framework = {
  id: "medusa",
  title: "Medusa",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://docs.medusajs.com/learn/configurations/medusa-config",
  protects: "access tokens and session cookies",
  attack: "An attacker who has the key can make an access token for any customer or administrator.",
  fix: `Leave jwtSecret and cookieSecret out of the configuration and set JWT_SECRET and COOKIE_SECRET when the application is deployed, after generating them with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "jwt-secret",
      at: [
        { call: "@medusajs/framework/utils.defineConfig", argument: "0.projectConfig.http.jwtSecret" },
        { call: "@medusajs/utils.defineConfig", argument: "0.projectConfig.http.jwtSecret" },
        { entry: "projectConfig.http.jwtSecret", file: "**/medusa-config.{js,ts}" },
        { entry: "projectConfig.jwt_secret", file: "**/medusa-config.{js,ts}" },
      ],
      min: 32,
      // The literal supersecret is taken in the place of an empty one outside production, which refuses it.
      empty: "refused",
      label: "projectConfig.http.jwtSecret",
      protects: "access tokens",
    },
    {
      id: "cookie-secret",
      at: [
        { call: "@medusajs/framework/utils.defineConfig", argument: "0.projectConfig.http.cookieSecret" },
        { call: "@medusajs/utils.defineConfig", argument: "0.projectConfig.http.cookieSecret" },
        { entry: "projectConfig.http.cookieSecret", file: "**/medusa-config.{js,ts}" },
        { entry: "projectConfig.cookie_secret", file: "**/medusa-config.{js,ts}" },
      ],
      empty: "refused",
      label: "projectConfig.http.cookieSecret",
      variable: "COOKIE_SECRET",
      protects: "session cookies",
    },
  ],
  bad: {
    "medusa-config.ts": `import { defineConfig } from "@medusajs/framework/utils";

module.exports = defineConfig({
  projectConfig: { http: { jwtSecret: "2ecee93824232d9aedc0917874b79cb26c06a66cfec902a0f0d89c6395e4959e" } },
});
`,
  },
  good: {
    "medusa-config.ts": `import { defineConfig } from "@medusajs/framework/utils";

module.exports = defineConfig({
  projectConfig: { http: { jwtSecret: process.env.JWT_SECRET, cookieSecret: process.env.COOKIE_SECRET } },
});
`,
  },
};
