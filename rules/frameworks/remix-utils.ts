import type { Framework } from "../../src/kit.ts";

/** Where remix-utils takes its key. */
export const remixUtils: Framework = {
  id: "remix-utils",
  title: "remix-utils",
  language: "javascript",
  variable: "CSRF_SECRET",
  docs: "https://github.com/sergiodxa/remix-utils#csrf",
  protects: "CSRF tokens and the fields that catch robots",
  attack: "An attacker who has the key can sign CSRF tokens that the application accepts.",
  fix: `Pass secret: process.env.CSRF_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "csrf",
      at: [
        { call: "remix-utils/csrf/server.CSRF", argument: "0.secret" },
        { call: "remix-utils/middleware/csrf-token.createCsrfTokenMiddleware", argument: "0.secret" },
      ],
      // Without one the token is not signed.
      empty: "refused",
      label: "new CSRF({ secret })",
      protects: "CSRF tokens",
    },
    {
      id: "honeypot",
      at: [
        { call: "remix-utils/honeypot/server.Honeypot", argument: "0.encryptionSeed" },
        { call: "remix-utils/middleware/honeypot.createHoneypotMiddleware", argument: "0.encryptionSeed" },
      ],
      label: "new Honeypot({ encryptionSeed })",
      variable: "HONEYPOT_SECRET",
      protects: "the fields that catch robots",
    },
  ],
  bad: {
    "csrf.server.js": `import { createCookie } from "@remix-run/node";
import { CSRF } from "remix-utils/csrf/server";

export const csrf = new CSRF({ cookie: createCookie("csrf"), secret: "6d8426a84cf4e4338af4152c1da1d168985872fcc2356cad9002f58b8ae82cad" });
`,
  },
  good: {
    "csrf.server.js": `import { createCookie } from "@remix-run/node";
import { CSRF } from "remix-utils/csrf/server";

export const csrf = new CSRF({ cookie: createCookie("csrf"), secret: process.env.CSRF_SECRET });
`,
  },
};
