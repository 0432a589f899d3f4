import type { Framework } from "../../src/kit.ts";

/** Where csrf-csrf takes its key. */
export const csrfCsrf: Framework = {
  id: "csrf-csrf",
  title: "csrf-csrf",
  language: "javascript",
  variable: "CSRF_SECRET",
  docs: "https://github.com/Psifi-Solutions/csrf-csrf#configuration",
  protects: "CSRF tokens",
  attack: "An attacker who has the key can make valid CSRF tokens, and so let a signed-in user's browser send requests of the attacker's choice.",
  fix: `Return process.env.CSRF_SECRET from getSecret, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Return a list from getSecret with the new key first: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "get-secret",
      at: [{ call: "csrf-csrf.doubleCsrf", argument: "0.getSecret()" }],
      holds: "list",
      signs: "first",
      label: "doubleCsrf({ getSecret })",
    },
  ],
  bad: {
    "csrf.js": `import { doubleCsrf } from "csrf-csrf";

export const { doubleCsrfProtection } = doubleCsrf({
  getSecret: () => "ec9396952b1d6d658d68d4a5512618429402a1e4ab31457cc6690afd4ff39be9",
});
`,
  },
  good: {
    "csrf.js": `import { doubleCsrf } from "csrf-csrf";

const secret = process.env.CSRF_SECRET;
if (!secret) throw new Error("CSRF_SECRET is not set");

export const { doubleCsrfProtection } = doubleCsrf({ getSecret: () => secret });
`,
  },
};
