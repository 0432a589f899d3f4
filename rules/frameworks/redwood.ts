import type { Framework } from "../../src/kit.ts";

/** Where RedwoodJS dbAuth takes its key. */
export const redwood: Framework = {
  id: "redwood",
  title: "RedwoodJS dbAuth",
  language: "any",
  variable: "SESSION_SECRET",
  docs: "https://docs.redwoodjs.com/docs/auth/dbauth/",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write the session of any user.",
  fix: `Set SESSION_SECRET when the application is deployed and keep it out of the repository, after generating it with yarn rw generate secret.`,
  slots: [
    {
      // The key of AES-256 is its first 32 characters: https://github.com/redwoodjs/redwood/blob/main/packages/auth-providers/dbAuth/api/src/shared.ts
      id: "session-secret",
      at: [{ env: "SESSION_SECRET" }],
      unit: "characters",
      min: 32,
      short: "refused",
      empty: "refused",
      label: "SESSION_SECRET",
    },
  ],
  packages: ["@redwoodjs/auth-dbauth-api", "@redwoodjs/auth-dbauth-setup"],
  bad: {
    "api/package.json": `{ "dependencies": { "@redwoodjs/auth-dbauth-api": "8.9.0" } }
`,
    "api/.env": `SESSION_SECRET=3293151d90a379d7f43a8519c98165303d3b06b7a1d359965a58370abc98751f
`,
  },
  good: {
    "api/package.json": `{ "dependencies": { "@redwoodjs/auth-dbauth-api": "8.9.0" } }
`,
    "api/.env": `SESSION_SECRET=
`,
  },
};
