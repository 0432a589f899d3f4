import type { Framework } from "../../src/kit.ts";

/** Where session-file-store takes its key. */
export const sessionFileStore: Framework = {
  id: "session-file-store",
  title: "session-file-store",
  language: "javascript",
  variable: "STORE_SECRET",
  docs: "https://github.com/valery-barysok/session-file-store#options",
  protects: "stored sessions",
  attack: "An attacker who has the key and a copy of the files can read every session.",
  fix: `Set secret to process.env.STORE_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [{ call: "session-file-store()", argument: "0.secret" }],
      empty: "refused",
      label: "new FileStore({ secret })",
    },
  ],
  bad: {
    "sessions.js": `const session = require("express-session");
const FileStore = require("session-file-store")(session);

module.exports = new FileStore({ path: "./sessions", secret: "baf79cdf8f12cd8f56b4f34858cf24abb6eb974feeddcbfd70c0ddae7dc7d77a" });
`,
  },
  good: {
    "sessions.js": `const session = require("express-session");
const FileStore = require("session-file-store")(session);

module.exports = new FileStore({ path: "./sessions", secret: process.env.STORE_SECRET });
`,
  },
};
