import type { Framework } from "../../src/kit.ts";

/** Where starsessions takes its key. */
export const starsessions: Framework = {
  id: "starsessions",
  title: "starsessions",
  language: "python",
  variable: "SESSION_SECRET",
  docs: "https://github.com/alex-oleshkevich/starsessions#cookiestore",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Pass secret_key=os.environ["SESSION_SECRET"] to CookieStore, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 360, docs: "https://github.com/alex-oleshkevich/starsessions/blob/master/starsessions/stores/cookie.py" },
  slots: [
    {
      id: "cookie-store",
      at: [
        { call: "starsessions.CookieStore", argument: "0|secret_key" },
        { call: "starsessions.stores.CookieStore", argument: "0|secret_key" },
        { call: "starsessions.stores.cookie.CookieStore", argument: "0|secret_key" },
        { call: "starsessions.CookieBackend", argument: "0|secret_key" },
      ],
      label: "CookieStore(secret_key=)",
    },
  ],
  bad: {
    "app.py": `from starlette.applications import Starlette
from starlette.middleware import Middleware
from starsessions import CookieStore, SessionMiddleware

store = CookieStore(secret_key="1856a44bef3fd12b9a91dd86c0bde4627b9bcfc724571d7e1361a14517cc46fb")
app = Starlette(middleware=[Middleware(SessionMiddleware, store=store)])
`,
  },
  good: {
    "app.py": `import os

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starsessions import CookieStore, SessionMiddleware

store = CookieStore(secret_key=os.environ["SESSION_SECRET"])
app = Starlette(middleware=[Middleware(SessionMiddleware, store=store)])
`,
  },
};
