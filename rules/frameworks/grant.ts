import type { Framework } from "../../src/kit.ts";

/** Where Grant takes its key. */
export const grant: Framework = {
  id: "grant",
  title: "Grant",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://github.com/simov/grant",
  protects: "session cookies of the sign-in flow",
  attack: "An attacker who has the key can write the session of the sign-in flow, and so join another account to their own.",
  fix: `Pass session: { secret: process.env.SESSION_SECRET }, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "session-secret",
      at: [
        { call: "grant.aws", argument: "0.session.secret" },
        { call: "grant.azure", argument: "0.session.secret" },
        { call: "grant.gcloud", argument: "0.session.secret" },
        { call: "grant.vercel", argument: "0.session.secret" },
        { call: "grant.node", argument: "0.session.secret" },
      ],
      empty: "refused",
      label: "session.secret",
    },
  ],
  bad: {
    "grant.js": `import grant from "grant";

export const handler = grant.vercel({ config: {}, session: { secret: "eb91dfc54b19cd6ac498a8baf944d1586729e37736e294f56cdc792b7a5c530e" } });
`,
  },
  good: {
    "grant.js": `import grant from "grant";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

export const handler = grant.vercel({ config: {}, session: { secret } });
`,
  },
};
