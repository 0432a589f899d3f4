import type { Framework } from "../../src/kit.ts";

/** Where Emmett takes its key. */
export const emmett: Framework = {
  id: "emmett",
  title: "Emmett",
  language: "python",
  variable: "SESSION_KEY",
  docs: "https://github.com/emmett-framework/emmett/blob/master/docs/sessions.md",
  protects: "session cookies and password hashes",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Pass os.environ["SESSION_KEY"] to SessionManager.cookies, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "session",
      at: [
        { call: "emmett.sessions.SessionManager.cookies", argument: "0|key" },
      ],
      label: "SessionManager.cookies",
      protects: "session cookies",
    },
    {
      id: "hmac-key",
      at: [{ attribute: "emmett.App().config.auth.hmac_key" }],
      label: "app.config.auth.hmac_key",
      variable: "HMAC_KEY",
      protects: "password hashes",
    },
  ],
  bad: {
    "app.py": `from emmett import App
from emmett.sessions import SessionManager

app = App(__name__)
app.pipeline = [SessionManager.cookies("396f3351aa83c1cf4c87ef422bc5242c29075bc19aba108195685fbf6a43e737")]
`,
  },
  good: {
    "app.py": `import os

from emmett import App
from emmett.sessions import SessionManager

app = App(__name__)
app.pipeline = [SessionManager.cookies(os.environ["SESSION_KEY"])]
`,
  },
};
