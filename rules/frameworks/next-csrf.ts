import type { Framework } from "../../src/kit.ts";

/** Where next-csrf takes its key. */
export const nextCsrf: Framework = {
  id: "next-csrf",
  title: "next-csrf",
  language: "javascript",
  variable: "CSRF_SECRET",
  docs: "https://github.com/j0lv3r4/next-csrf#usage",
  protects: "CSRF tokens",
  attack: "An attacker who has the key can sign CSRF tokens that the application accepts.",
  fix: `Pass process.env.CSRF_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [{ call: "next-csrf.nextCsrf", argument: "0.secret" }],
      label: "nextCsrf({ secret })",
    },
  ],
  bad: {
    "lib/csrf.js": `import { nextCsrf } from "next-csrf";

export const { csrf, setup } = nextCsrf({ secret: "ba31e591836ba79df695021b3d2c02f37f912338f8010ccdc042175de239c069" });
`,
  },
  good: {
    "lib/csrf.js": `import { nextCsrf } from "next-csrf";

const secret = process.env.CSRF_SECRET;
if (!secret) throw new Error("CSRF_SECRET is not set");

export const { csrf, setup } = nextCsrf({ secret });
`,
  },
};
