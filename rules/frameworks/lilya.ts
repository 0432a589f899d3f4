import type { Framework } from "../../src/kit.ts";

/** Where Lilya takes its key. */
export const lilya: Framework = {
  id: "lilya",
  title: "Lilya",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/dymmond/lilya/blob/main/lilya/middleware/sessions.py",
  protects: "session cookies and CSRF tokens",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Pass secret_key=os.environ["SECRET_KEY"] to SessionMiddleware, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 14, docs: "https://github.com/dymmond/lilya/blob/main/lilya/middleware/sessions.py" },
  slots: [
    {
      id: "session-middleware",
      at: [{ call: "lilya.middleware.sessions.SessionMiddleware", argument: "1|secret_key" }, { call: "lilya.middleware.csrf.CSRFMiddleware", argument: "1|secret" }],
      label: "SessionMiddleware(secret_key=)",
    },
    {
      id: "define-middleware",
      at: [
        { call: "lilya.middleware.DefineMiddleware", argument: "secret_key|secret" },
        { call: "lilya.middleware.base.DefineMiddleware", argument: "secret_key|secret" },
        { call: "lilya.middleware.Middleware", argument: "secret_key|secret" },
      ],
      where: [{ argument: "0", symbol: ["lilya.middleware.sessions.SessionMiddleware", "lilya.middleware.csrf.CSRFMiddleware"] }],
      label: "SessionMiddleware(secret_key=)",
    },
  ],
  bad: {
    "main.py": `from lilya.apps import Lilya
from lilya.middleware import DefineMiddleware
from lilya.middleware.sessions import SessionMiddleware

app = Lilya(middleware=[DefineMiddleware(SessionMiddleware, secret_key="2cd232f8dad7ef4ebaeb7e95d2257cf6ce4ca00e17172929172c9c42cbd541b4")])
`,
  },
  good: {
    "main.py": `import os

from lilya.apps import Lilya
from lilya.middleware import DefineMiddleware
from lilya.middleware.sessions import SessionMiddleware

app = Lilya(middleware=[DefineMiddleware(SessionMiddleware, secret_key=os.environ["SECRET_KEY"])])
`,
  },
};
