import type { Framework } from "../../src/kit.ts";

/** Where h3 and Nitro takes its key. */
export const h3: Framework = {
  id: "h3",
  title: "h3 and Nitro",
  language: "javascript",
  variable: "SESSION_PASSWORD",
  docs: "https://github.com/h3js/h3/blob/main/src/utils/session.ts",
  protects: "session cookies",
  attack: "An attacker who has the password can read and write any session, for instance as another user.",
  fix: `Set password to process.env.SESSION_PASSWORD, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "password",
      at: [
        { call: "h3.useSession", argument: "1.password" },
        { call: "h3.getSession", argument: "1.password" },
        { call: "h3.updateSession", argument: "1.password" },
        { call: "h3.clearSession", argument: "1.password" },
        { call: "h3.sealSession", argument: "1.password" },
        { call: "h3.unsealSession", argument: "1.password" },
        { call: "useSession", argument: "1.password" },
        { call: "vinxi/http.useSession", argument: "0.password" },
        { call: "vinxi/server.useSession", argument: "0.password" },
        { call: "@solidjs/start/http.useSession", argument: "0.password" },
        { call: "@tanstack/react-start/server.useSession", argument: "0.password" },
        { call: "@tanstack/solid-start/server.useSession", argument: "0.password" },
        { call: "@tanstack/start/server.useSession", argument: "0.password" },
      ],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "useSession({ password })",
    },
  ],
  bad: {
    "session.js": `import { defineEventHandler, useSession } from "h3";

export default defineEventHandler((event) => useSession(event, { password: "4cbd5a7a42708429f6b3f12554bd800aeba52875b02ee782864d0a15ebbc9691" }));
`,
  },
  good: {
    "session.js": `import { defineEventHandler, useSession } from "h3";

const password = process.env.SESSION_PASSWORD;
if (!password) throw new Error("SESSION_PASSWORD is not set");

export default defineEventHandler((event) => useSession(event, { password }));
`,
  },
};
