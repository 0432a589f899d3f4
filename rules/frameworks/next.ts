import type { Framework } from "../../src/kit.ts";

/** Where Next.js takes its key. */
export const next: Framework = {
  id: "next",
  title: "Next.js",
  language: "any",
  variable: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  docs: "https://nextjs.org/docs/app/guides/data-security#overwriting-encryption-keys-advanced",
  form: { as: "base64", bytes: 32 },
  protects: "values that server actions close over",
  attack: "An attacker who has the key can read what server actions close over and send them other values.",
  fix: `Set NEXT_SERVER_ACTIONS_ENCRYPTION_KEY when the application is built and deployed, after generating it with openssl rand -base64 32.`,
  slots: [
    {
      // https://github.com/vercel/next.js/blob/canary/packages/next/src/server/app-render/encryption-utils.ts: a key of AES-GCM.
      id: "server-actions",
      at: [{ env: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY" }],
      encoding: "base64",
      exact: [16, 24, 32],
      // A key is made at each build in the place of an empty one.
      empty: "refused",
      short: "refused",
      label: "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
    },
  ],
  bad: {
    ".env": `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=fn9a0Y1mjsYfl2G3xZ00JSUuWMLj8ftnoIv/MTXouAY=
`,
  },
  good: {
    "compose.yml": `services:
  web:
    image: example/web
    environment:
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: \${NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:?set NEXT_SERVER_ACTIONS_ENCRYPTION_KEY}
`,
  },
};
