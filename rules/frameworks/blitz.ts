import type { Framework } from "../../src/kit.ts";

/** Where Blitz takes its key. */
export const blitz: Framework = {
  id: "blitz",
  title: "Blitz",
  language: "any",
  variable: "SESSION_SECRET_KEY",
  docs: "https://blitzjs.com/docs/auth-setup",
  protects: "sessions and anti-CSRF tokens",
  attack: "An attacker who has the key can make a session token for any user.",
  fix: `Set SESSION_SECRET_KEY when the application is deployed and keep it out of the repository, after generating it with openssl rand -hex 16.`,
  slots: [
    {
      // https://github.com/blitz-js/blitz/blob/main/packages/blitz-auth/src/server/auth-sessions.ts: refused in production.
      id: "session-secret-key",
      at: [{ env: "SESSION_SECRET_KEY" }],
      unit: "characters",
      min: 32,
      short: "refused",
      empty: "refused",
      label: "SESSION_SECRET_KEY",
    },
  ],
  packages: ["@blitzjs/auth"],
  bad: {
    "package.json": `{ "dependencies": { "@blitzjs/auth": "3.0.2" } }
`,
    ".env": `SESSION_SECRET_KEY=d0624e920b2f544fb40f9134ed86d4a1170326ddc35e68c05c24ab65a6fa2e36
`,
  },
  good: {
    "package.json": `{ "dependencies": { "@blitzjs/auth": "3.0.2" } }
`,
    "compose.yml": `services:
  web:
    image: example/web
    environment:
      SESSION_SECRET_KEY: \${SESSION_SECRET_KEY:?set SESSION_SECRET_KEY}
`,
  },
};
