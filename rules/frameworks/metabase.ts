import type { Framework } from "../../src/kit.ts";

/** Where Metabase takes its key. */
export const metabase: Framework = {
  id: "metabase",
  title: "Metabase",
  language: "any",
  variable: "MB_ENCRYPTION_SECRET_KEY",
  docs: "https://www.metabase.com/docs/latest/databases/encrypting-details-at-rest",
  protects: "stored credentials of databases",
  attack: "An attacker who has the key and a copy of Metabase's database can read the credentials of every connected database.",
  fix: `Set MB_ENCRYPTION_SECRET_KEY when Metabase is deployed, after generating it with openssl rand -base64 32.`,
  rotate: "Stop Metabase, run java -jar metabase.jar rotate-encryption-key with the new key while the old one is still set, and then set the new one.",
  slots: [
    {
      id: "encryption-secret-key",
      at: [{ env: "MB_ENCRYPTION_SECRET_KEY" }],
      unit: "characters",
      min: 16,
      label: "MB_ENCRYPTION_SECRET_KEY",
    },
    {
      id: "embedding-secret-key",
      at: [{ env: "MB_EMBEDDING_SECRET_KEY" }],
      min: 32,
      label: "MB_EMBEDDING_SECRET_KEY",
      variable: "MB_EMBEDDING_SECRET_KEY",
      protects: "embedded dashboards",
    },
  ],
  bad: {
    ".env": `MB_ENCRYPTION_SECRET_KEY=5d1c6ef6127617e851fd442e973e9331956e1c78dd43c8e1663efc1e23a1edf7
`,
  },
  good: {
    "compose.yml": `services:
  metabase:
    image: metabase/metabase
    environment:
      MB_ENCRYPTION_SECRET_KEY: \${MB_ENCRYPTION_SECRET_KEY:?set MB_ENCRYPTION_SECRET_KEY}
`,
  },
};
