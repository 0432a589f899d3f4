import type { Framework } from "../../src/kit.ts";

/** Where Starlette CSRF takes its key. */
export const starletteCsrf: Framework = {
  id: "starlette-csrf",
  title: "Starlette CSRF",
  language: "python",
  variable: "CSRF_SECRET",
  docs: "https://github.com/frankie567/starlette-csrf",
  protects: "CSRF tokens",
  attack: "An attacker who has the key can make valid CSRF tokens, and so let a signed-in user's browser send requests of the attacker's choice.",
  fix: `Pass secret=os.environ["CSRF_SECRET"] to CSRFMiddleware, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "secret",
      at: [
        { call: "*.add_middleware", argument: "secret" },
        { call: "starlette.middleware.Middleware", argument: "secret" },
      ],
      where: [{ argument: "0|middleware_class|cls", symbol: ["starlette_csrf.CSRFMiddleware", "starlette_csrf.middleware.CSRFMiddleware"] }],
      label: "CSRFMiddleware(secret=)",
    },
    {
      id: "middleware",
      at: [{ call: "starlette_csrf.CSRFMiddleware", argument: "1|secret" }],
      label: "CSRFMiddleware(secret=)",
    },
  ],
  bad: {
    "main.py": `from starlette.applications import Starlette
from starlette_csrf import CSRFMiddleware

app = Starlette()
app.add_middleware(CSRFMiddleware, secret="0819343a89040e3f35f9f5cc4d1b4c4f63bcd2536aae95a8b0f6f30e8540217d")
`,
  },
  good: {
    "main.py": `import os

from starlette.applications import Starlette
from starlette_csrf import CSRFMiddleware

app = Starlette()
app.add_middleware(CSRFMiddleware, secret=os.environ["CSRF_SECRET"])
`,
  },
};
