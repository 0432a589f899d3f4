import type { Framework } from "../../src/kit.ts";

/** Where Cal.com takes its key. */
export const calCom: Framework = {
  id: "cal-com",
  title: "Cal.com",
  language: "any",
  variable: "CALENDSO_ENCRYPTION_KEY",
  docs: "https://github.com/calcom/cal.com/blob/main/packages/lib/crypto.ts",
  form: { as: "base64", bytes: 24 },
  protects: "stored credentials and second factors",
  attack: "An attacker who has the key and a copy of the database can read the credentials of every connected calendar.",
  fix: `Set CALENDSO_ENCRYPTION_KEY when Cal.com is deployed, after generating it with openssl rand -base64 24.`,
  slots: [
    {
      // The key of AES-256 as it is.
      id: "encryption-key",
      at: [{ env: "CALENDSO_ENCRYPTION_KEY" }],
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "CALENDSO_ENCRYPTION_KEY",
    },
  ],
  bad: {
    ".env": `CALENDSO_ENCRYPTION_KEY=9227ca5be456095a8cc982a93d6b5a8e
`,
  },
  good: {
    "compose.yml": `services:
  web:
    image: calcom/cal.com
    environment:
      CALENDSO_ENCRYPTION_KEY: \${CALENDSO_ENCRYPTION_KEY:?set CALENDSO_ENCRYPTION_KEY}
`,
  },
};
