import type { Framework } from "../../src/kit.ts";

/** Where Flowise takes its key. */
export const flowise: Framework = {
  id: "flowise",
  title: "Flowise",
  language: "any",
  variable: "FLOWISE_SECRETKEY_OVERWRITE",
  docs: "https://docs.flowiseai.com/configuration/environment-variables",
  protects: "stored credentials and sessions",
  attack: "An attacker who has the key and a copy of the database can read the stored credentials of every connected service.",
  fix: `Set FLOWISE_SECRETKEY_OVERWRITE when Flowise is deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "secret-key",
      at: [{ env: "FLOWISE_SECRETKEY_OVERWRITE" }],
      // A key of its own in a file is taken in the place of an empty one.
      empty: "refused",
      label: "FLOWISE_SECRETKEY_OVERWRITE",
      protects: "stored credentials",
    },
  ],
  bad: {
    ".env": `FLOWISE_SECRETKEY_OVERWRITE=2fcbec5f72e33d8ad0b8b5ec69375e958a9accbc5b7ee7797ca5ff5e8d7a59c9
`,
  },
  good: {
    "compose.yml": `services:
  flowise:
    image: flowiseai/flowise
    environment:
      FLOWISE_SECRETKEY_OVERWRITE: \${FLOWISE_SECRETKEY_OVERWRITE:?set FLOWISE_SECRETKEY_OVERWRITE}
`,
  },
};
