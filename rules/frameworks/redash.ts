import type { Framework } from "../../src/kit.ts";

/** Where Redash takes its key. */
export const redash: Framework = {
  id: "redash",
  title: "Redash",
  language: "any",
  variable: "REDASH_COOKIE_SECRET",
  docs: "https://redash.io/help/open-source/admin-guide/env-vars-settings/",
  protects: "sessions and stored data source passwords",
  attack: "An attacker who has the key can sign in as any user and read the passwords of connected databases.",
  fix: `Set REDASH_COOKIE_SECRET and REDASH_SECRET_KEY when Redash is deployed, after generating each with openssl rand -hex 32.`,
  slots: [
    {
      id: "cookie-secret",
      at: [{ env: "REDASH_COOKIE_SECRET" }],
      label: "REDASH_COOKIE_SECRET",
      protects: "sessions",
    },
    {
      id: "secret-key",
      at: [{ env: "REDASH_SECRET_KEY" }],
      label: "REDASH_SECRET_KEY",
      variable: "REDASH_SECRET_KEY",
      rotate: "Run manage.py database reencrypt with the old and the new key while Redash stands still.",
      protects: "stored data source passwords",
    },
  ],
  bad: {
    ".env": `REDASH_COOKIE_SECRET=843c2a80e9efd4604b043819d7480b7d7da214949a4eccf26af31ff8208d3444
`,
  },
  good: {
    "compose.yml": `services:
  server:
    image: redash/redash
    environment:
      REDASH_COOKIE_SECRET: \${REDASH_COOKIE_SECRET:?set REDASH_COOKIE_SECRET}
`,
  },
};
