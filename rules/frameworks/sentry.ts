import type { Framework } from "../../src/kit.ts";

/** Where Sentry, self-hosted takes its key. */
export const sentry: Framework = {
  id: "sentry",
  title: "Sentry, self-hosted",
  language: "any",
  variable: "SENTRY_SECRET_KEY",
  docs: "https://develop.sentry.dev/self-hosted/configuration/",
  protects: "sessions and password reset links",
  attack: "An attacker who has the key can write any session, for instance as an administrator.",
  fix: `Take system.secret-key out of the file and set SENTRY_SECRET_KEY when Sentry is deployed, after generating it with sentry config generate-secret-key.`,
  slots: [
    {
      id: "secret-key",
      at: [{ setting: "SYSTEM_SECRET_KEY" }, { env: "SYSTEM_SECRET_KEY" }, { env: "SENTRY_SECRET_KEY" }, { env: "SENTRY_SYSTEM_SECRET_KEY" }],
      unit: "characters",
      label: "system.secret-key",
    },
  ],
  unset: ["!!changeme!!"],
  bad: {
    ".env": `SENTRY_SECRET_KEY=93d5583c474f3220a7e71dae78774dea8185f4f23a91266a1dbdb0116a6a5403
`,
  },
  good: {
    "compose.yml": `services:
  web:
    image: getsentry/sentry
    environment:
      SENTRY_SECRET_KEY: \${SENTRY_SECRET_KEY:?set SENTRY_SECRET_KEY}
`,
  },
};
