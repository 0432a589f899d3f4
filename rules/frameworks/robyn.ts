import type { Framework } from "../../src/kit.ts";

/** Where Robyn takes its key. */
export const robyn: Framework = {
  id: "robyn",
  title: "Robyn",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/sparckles/Robyn/blob/main/robyn/session.py",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Pass secret_key=os.environ["SECRET_KEY"] to app.configure_sessions, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 14, docs: "https://github.com/sparckles/Robyn/blob/main/robyn/session.py" },
  slots: [
    {
      id: "sessions",
      at: [{ call: "robyn.Robyn().configure_sessions", argument: "0|secret_key" }],
      empty: "refused",
      label: "configure_sessions(secret_key=)",
    },
  ],
  bad: {
    "app.py": `from robyn import Robyn

app = Robyn(__file__)
app.configure_sessions(secret_key="9612d41040d8a9263622935ca440eeeebc8dd519a9b1744fa374eb9bf2721289")
`,
  },
  good: {
    "app.py": `import os

from robyn import Robyn

app = Robyn(__file__)
app.configure_sessions(secret_key=os.environ["SECRET_KEY"])
`,
  },
};
