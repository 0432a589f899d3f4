import type { Framework } from "../../src/kit.ts";

/** Where Starlette and FastAPI takes its key. */
export const starlette: Framework = {
  id: "starlette",
  title: "Starlette and FastAPI",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/encode/starlette/blob/master/docs/middleware.md",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Pass secret_key=os.environ["SECRET_KEY"] to SessionMiddleware, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 14, docs: "https://github.com/encode/starlette/blob/master/starlette/middleware/sessions.py" },
  slots: [
    {
      id: "session-middleware",
      at: [
        { call: "starlette.middleware.sessions.SessionMiddleware", argument: "1|secret_key" },
        { call: "fastapi.middleware.sessions.SessionMiddleware", argument: "1|secret_key" },
      ],
      label: "SessionMiddleware(secret_key=)",
    },
    {
      id: "add-middleware",
      at: [
        { call: "*.add_middleware", argument: "secret_key" },
        { call: "starlette.middleware.Middleware", argument: "secret_key" },
        { call: "fastapi.middleware.Middleware", argument: "secret_key" },
      ],
      where: [
        {
          argument: "0|middleware_class|cls",
          symbol: ["starlette.middleware.sessions.SessionMiddleware", "fastapi.middleware.sessions.SessionMiddleware"],
        },
      ],
      label: "SessionMiddleware(secret_key=)",
    },
  ],
  uses: ["*.add_middleware", "starlette.middleware.Middleware", "fastapi.middleware.Middleware"].map((symbol) => ({
    symbol, where: [{ argument: "0|middleware_class|cls", symbol: ["starlette.middleware.sessions.SessionMiddleware", "fastapi.middleware.sessions.SessionMiddleware"] }],
    without: "secret_key|1", needs: "SessionMiddleware(secret_key=)", docs: "https://github.com/encode/starlette/blob/master/starlette/middleware/sessions.py",
  })),
  bad: {
    "main.py": `from fastapi import FastAPI
from starlette.middleware.sessions import SessionMiddleware

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key="90f7a1afbda075b744c574ab3b3bd0a840a4407505eeb2ff70f4ffe47a1a5e70")
`,
  },
  good: {
    "main.py": `import os

from fastapi import FastAPI
from starlette.middleware.sessions import SessionMiddleware

app = FastAPI()
app.add_middleware(SessionMiddleware, secret_key=os.environ["SECRET_KEY"])
`,
  },
};
