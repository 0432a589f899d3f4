import type { Framework } from "../../src/kit.ts";

/** Where @auth0/nextjs-auth0 takes its key. */
export const nextjsAuth0: Framework = {
  id: "nextjs-auth0",
  title: "@auth0/nextjs-auth0",
  language: "any",
  variable: "AUTH0_SECRET",
  docs: "https://github.com/auth0/nextjs-auth0",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Leave the secret option out and set AUTH0_SECRET when the application is deployed, after generating it with openssl rand -hex 32.`,
  lasts: { days: 1, docs: "https://github.com/auth0/nextjs-auth0/blob/main/src/server/session/abstract-session-store.ts" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "@auth0/nextjs-auth0/server.Auth0Client", argument: "0.secret" },
        { call: "@auth0/nextjs-auth0.initAuth0", argument: "0.secret" },
        { env: "AUTH0_SECRET" },
      ],
      holds: "list",
      signs: "first",
      min: 32,
      empty: "refused",
      label: "Auth0Client({ secret })",
    },
  ],
  bad: {
    "auth0.ts": `import { Auth0Client } from "@auth0/nextjs-auth0/server";

export const auth0 = new Auth0Client({ secret: "40cf6abe3537aa686a8df3980f0feeaf7eebcde9d6c9444e029eedcfb691e94f" });
`,
  },
  good: {
    "auth0.ts": `import { Auth0Client } from "@auth0/nextjs-auth0/server";

export const auth0 = new Auth0Client();
`,
  },
};
