import type { Framework } from "../../src/kit.ts";

/** Where Beaker takes its key. */
export const beaker: Framework = {
  id: "beaker",
  title: "Beaker",
  language: "python",
  variable: "SESSION_VALIDATE_KEY",
  docs: "https://beaker.readthedocs.io/en/latest/configuration.html",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Set session.validate_key to os.environ["SESSION_VALIDATE_KEY"] and session.secret likewise, after generating each with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "session-key",
      at: [
        { setting: "{BEAKER_,}SESSION_SECRET" },
        { setting: "{BEAKER_,}SESSION_VALIDATE_KEY" },
        { setting: "{BEAKER_,}SESSION_ENCRYPT_KEY" },
        { env: "BEAKER_SESSION_{SECRET,VALIDATE_KEY,ENCRYPT_KEY}" },
        { call: "beaker.session.CookieSession", argument: "validate_key" },
        { call: "beaker.session.SessionObject", argument: "validate_key" },
      ],
      label: "session.validate_key",
    },
  ],
  bad: {
    "app.py": `from beaker.middleware import SessionMiddleware

options = {
    "session.type": "cookie",
    "session.validate_key": "4da5a7c9c2e556f7554996157471133879462782aa83d4185e9b6d9f8141d4c3",
}
`,
  },
  good: {
    "app.py": `import os

from beaker.middleware import SessionMiddleware

options = {
    "session.type": "cookie",
    "session.validate_key": os.environ["SESSION_VALIDATE_KEY"],
}
`,
  },
};
