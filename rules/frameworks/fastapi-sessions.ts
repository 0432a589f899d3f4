import type { Framework } from "../../src/kit.ts";

/** Where FastAPI Sessions takes its key. */
export const fastapiSessions: Framework = {
  id: "fastapi-sessions",
  title: "FastAPI Sessions",
  language: "python",
  variable: "SESSION_SECRET",
  docs: "https://github.com/jordanisaacs/fastapi-sessions/blob/master/fastapi_sessions/frontends/implementations/cookie.py",
  protects: "session cookies",
  attack: "An attacker who has the key can sign session identifiers, and so use every session whose identifier is known.",
  fix: `Pass secret_key=os.environ["SESSION_SECRET"] to SessionCookie, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 14, docs: "https://github.com/jordanisaacs/fastapi-sessions/blob/master/fastapi_sessions/frontends/implementations/cookie.py" },
  slots: [
    {
      id: "session-cookie",
      at: [
        { call: "fastapi_sessions.frontends.implementations.SessionCookie", argument: "secret_key" },
        { call: "fastapi_sessions.frontends.implementations.cookie.SessionCookie", argument: "secret_key" },
        { call: "fastapi_sessions.SessionCookie", argument: "secret_key" },
      ],
      label: "SessionCookie(secret_key=)",
    },
  ],
  bad: {
    "sessions.py": `from fastapi_sessions.frontends.implementations import CookieParameters, SessionCookie

cookie = SessionCookie(
    cookie_name="session",
    identifier="general",
    secret_key="893b8380da95b1e25cd054a357b768e5130d4397f803db314f34954ccd53382b",
    cookie_params=CookieParameters(),
)
`,
  },
  good: {
    "sessions.py": `import os

from fastapi_sessions.frontends.implementations import CookieParameters, SessionCookie

cookie = SessionCookie(
    cookie_name="session",
    identifier="general",
    secret_key=os.environ["SESSION_SECRET"],
    cookie_params=CookieParameters(),
)
`,
  },
};
