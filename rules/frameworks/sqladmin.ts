import type { Framework } from "../../src/kit.ts";

/** Where SQLAdmin takes its key. */
export const sqladmin: Framework = {
  id: "sqladmin",
  title: "SQLAdmin",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/aminalaee/sqladmin/blob/main/docs/authentication.md",
  protects: "sessions of the administration pages",
  attack: "An attacker who has the key can write the session of an administrator.",
  fix: `Pass secret_key=os.environ["SECRET_KEY"] to the authentication backend, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 14, docs: "https://github.com/encode/starlette/blob/master/starlette/middleware/sessions.py" },
  slots: [
    {
      id: "authentication-backend",
      at: [{ call: "sqladmin.authentication.AuthenticationBackend", argument: "0|secret_key" }],
      label: "AuthenticationBackend(secret_key=)",
    },
  ],
  bad: {
    "admin.py": `from sqladmin import Admin
from sqladmin.authentication import AuthenticationBackend

from main import app, engine


class AdminAuth(AuthenticationBackend):
    async def authenticate(self, request):
        return "token" in request.session


admin = Admin(app, engine, authentication_backend=AdminAuth(secret_key="eb9633013adbfae65dad54201c1c26e95819c295fde989a85fdf66f7c5e07069"))
`,
  },
  good: {
    "admin.py": `import os

from sqladmin import Admin
from sqladmin.authentication import AuthenticationBackend

from main import app, engine


class AdminAuth(AuthenticationBackend):
    async def authenticate(self, request):
        return "token" in request.session


admin = Admin(app, engine, authentication_backend=AdminAuth(secret_key=os.environ["SECRET_KEY"]))
`,
  },
};
