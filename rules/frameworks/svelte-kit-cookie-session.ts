import type { Framework } from "../../src/kit.ts";

/** Where svelte-kit-cookie-session takes its key. */
export const svelteKitCookieSession: Framework = {
  id: "svelte-kit-cookie-session",
  title: "svelte-kit-cookie-session",
  language: "javascript",
  anywhere: true,
  variable: "SESSION_SECRET",
  docs: "https://github.com/pixelmund/svelte-kit-cookie-session#initializing",
  form: { as: "base64url", bytes: 24 },
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Pass secret: env.SESSION_SECRET from $env/dynamic/private, and generate it with openssl rand -hex 16.`,
  rotate: "Make secret a list of { id, secret } with the new key first, and after it the old one with the id that it had, 1 when it was alone: the first seals, and the others are still read.",
  lasts: { days: 7, docs: "https://github.com/pixelmund/svelte-kit-cookie-session#initializing" },
  slots: [
    {
      // The key of AES-256-GCM as it is.
      id: "secret",
      at: [
        { call: "svelte-kit-cookie-session.handleSession", argument: "0.secret|0.secret.0.secret|0.secret.1.secret" },
        { call: "svelte-kit-cookie-session.CookieSession", argument: "1.secret|1.secret.0.secret|1.secret.1.secret" },
      ],
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "handleSession({ secret })",
    },
  ],
  bad: {
    "src/hooks.server.js": `import { handleSession } from "svelte-kit-cookie-session";

export const handle = handleSession({ secret: "f8c030d061a9d22e03562cef88837efc" });
`,
  },
  good: {
    "src/hooks.server.js": `import { env } from "$env/dynamic/private";
import { handleSession } from "svelte-kit-cookie-session";

export const handle = handleSession({ secret: env.SESSION_SECRET });
`,
  },
};
