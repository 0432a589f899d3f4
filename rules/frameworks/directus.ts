import type { Framework } from "../../src/kit.ts";

/** Where Directus takes its key. */
export const directus: Framework = {
  id: "directus",
  title: "Directus",
  language: "any",
  variable: "SECRET",
  docs: "https://directus.io/docs/configuration/security-limits",
  protects: "access tokens and shared links",
  attack: "An attacker who has the key can make an access token for any user, for instance an administrator.",
  fix: `Set SECRET when Directus is deployed, after generating it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 7, docs: "https://directus.io/docs/configuration/security-limits" },
  slots: [
    {
      id: "secret",
      at: [{ env: "DIRECTUS_SECRET" }, { env: "DIRECTUS_KEY" }],
      label: "SECRET",
    },
  ],
  bad: {
    ".env": `DIRECTUS_SECRET=913f03d128a1e79545930fa45598835847d44bbaa217aed0a79f76451658a7ea
`,
  },
  good: {
    "compose.yml": `services:
  directus:
    image: directus/directus
    environment:
      SECRET: \${DIRECTUS_SECRET:?set DIRECTUS_SECRET}
`,
  },
};
