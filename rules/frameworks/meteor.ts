import type { Framework } from "../../src/kit.ts";

/** Where Meteor takes its key. */
export const meteor: Framework = {
  id: "meteor",
  title: "Meteor",
  language: "javascript",
  variable: "OAUTH_SECRET_KEY",
  docs: "https://github.com/meteor/meteor/tree/devel/packages/oauth-encryption",
  form: { as: "base64", bytes: 16 },
  protects: "stored tokens of other services",
  attack: "An attacker who has the key and a copy of the database can read the users' tokens of other services.",
  fix: `Pass oauthSecretKey: process.env.OAUTH_SECRET_KEY to Accounts.config on the server, after generating it with openssl rand -base64 16.`,
  slots: [
    {
      id: "oauth-secret-key",
      at: [
        { call: "meteor/accounts-base.Accounts.config", argument: "0.oauthSecretKey" },
        { call: "Accounts.config", argument: "0.oauthSecretKey" },
      ],
      encoding: "base64",
      exact: [16],
      short: "refused",
      label: "Accounts.config({ oauthSecretKey })",
    },
  ],
  bad: {
    "server/accounts.js": `import { Accounts } from "meteor/accounts-base";

Accounts.config({ oauthSecretKey: "qjxm+4of2oD3qfvtSWjQNQ==" });
`,
  },
  good: {
    "server/accounts.js": `import { Accounts } from "meteor/accounts-base";

Accounts.config({ oauthSecretKey: process.env.OAUTH_SECRET_KEY });
`,
  },
};
