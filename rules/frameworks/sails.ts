import type { Framework } from "../../src/kit.ts";

/** Where Sails takes its key. */
export const sails: Framework = {
  id: "sails",
  title: "Sails",
  language: "javascript",
  variable: "SESSION_SECRET",
  docs: "https://sailsjs.com/documentation/reference/configuration/sails-config-session",
  protects: "session cookies",
  attack: "An attacker who has the key can sign session identifiers, and so use every session whose identifier is known or planted.",
  fix: `Set session.secret to process.env.SESSION_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "session-secret",
      at: [
        { attribute: "module.exports.session.secret" },
        { call: "sails.lift", argument: "0.session.secret" },
        { call: "sails.load", argument: "0.session.secret" },
        { call: "sails().lift", argument: "0.session.secret" },
        { call: "sails.Sails().lift", argument: "0.session.secret" },
        { entry: "session.secret", file: "**/config/{session,local}.js" },
        { entry: "session.secret", file: "**/config/env/*.js" },
        { env: "SAILS_SESSION_SECRET" },
      ],
      label: "session.secret",
    },
  ],
  bad: {
    "app.js": `import sails from "sails";

sails.lift({ session: { secret: "cf7f32d067b8a5447c05b84e88f679b132121ba4d3a85f5fd5c3df335fa31757" } });
`,
  },
  good: {
    "app.js": `import sails from "sails";

const secret = process.env.SESSION_SECRET;
if (!secret) throw new Error("SESSION_SECRET is not set");

sails.lift({ session: { secret } });
`,
  },
};
