import type { Framework } from "../../src/kit.ts";

/** Where n8n takes its key. */
export const n8n: Framework = {
  id: "n8n",
  title: "n8n",
  language: "any",
  variable: "N8N_ENCRYPTION_KEY",
  docs: "https://docs.n8n.io/hosting/configuration/configuration-examples/encryption-key/",
  protects: "stored credentials and sessions",
  attack: "An attacker who has the key can read the stored credentials of every connected service.",
  fix: `Set N8N_ENCRYPTION_KEY when n8n is deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "encryption-key",
      at: [{ env: "N8{N,_N}_ENCRYPTION_KEY" }],
      label: "N8N_ENCRYPTION_KEY",
      protects: "stored credentials",
    },
    {
      id: "jwt-secret",
      at: [{ env: "N8{N,_N}_USER_MANAGEMENT_JWT_SECRET" }],
      min: 32,
      label: "N8N_USER_MANAGEMENT_JWT_SECRET",
      variable: "N8N_USER_MANAGEMENT_JWT_SECRET",
      protects: "sessions",
    },
  ],
  bad: {
    ".env": `N8N_ENCRYPTION_KEY=f1ce54a1bcdcd5c08ae7cebb55cf5c542c793883153601f30e217a39b3934c49
`,
  },
  good: {
    "compose.yml": `services:
  n8n:
    image: n8nio/n8n
    environment:
      N8N_ENCRYPTION_KEY: \${N8N_ENCRYPTION_KEY:?set N8N_ENCRYPTION_KEY}
`,
  },
};
