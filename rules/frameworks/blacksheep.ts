import type { Framework } from "../../src/kit.ts";

/** Where BlackSheep takes its key. */
export const blacksheep: Framework = {
  id: "blacksheep",
  title: "BlackSheep",
  language: "python",
  variable: "APP_SECRET_1",
  docs: "https://www.neoteroi.dev/blacksheep/dataprotection/",
  protects: "sessions, sign-in cookies and anti-forgery tokens",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Leave the keys out of the program and set APP_SECRET_1 when the application is deployed, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Put the new key behind the old one in secret_keys: the last one signs, and the others are still accepted.",
  slots: [
    {
      id: "sessions",
      at: [{ call: "blacksheep.Application().use_sessions", argument: "0|store" }, { call: "blacksheep.sessions.cookies.CookieSessionStore", argument: "0|secret_key" }],
      label: "use_sessions",
      variable: "SESSION_SECRET",
      protects: "sessions",
    },
    {
      id: "secret-keys",
      at: [
        { call: "blacksheep.server.dataprotection.get_serializer", argument: "0|secret_keys" },
        { call: "blacksheep.server.authentication.cookie.CookieAuthentication", argument: "1|secret_keys" },
        { call: "blacksheep.server.csrf.AntiForgeryHandler", argument: "secret_keys" },
      ],
      // itsdangerous signs with the last one.
      holds: "list",
      signs: "last",
      empty: "refused",
      label: "secret_keys",
      protects: "sign-in cookies and anti-forgery tokens",
    },
    {
      id: "environment",
      at: [{ env: "APP_SECRET_[0-9]" }],
      label: "APP_SECRET_1",
    },
  ],
  bad: {
    "app.py": `from blacksheep import Application

app = Application()
app.use_sessions("4cacb40e5b376f6be91c748d790756334bacc40b4e7730f9677c8a622b3b5d1a")
`,
  },
  good: {
    "app.py": `import os

from blacksheep import Application

app = Application()
app.use_sessions(os.environ["SESSION_SECRET"])
`,
  },
};
