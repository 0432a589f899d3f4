import type { Framework } from "../../src/kit.ts";

/** Where Litestar takes its key. */
export const litestar: Framework = {
  id: "litestar",
  title: "Litestar",
  language: "python",
  variable: "SESSION_KEY",
  docs: "https://docs.litestar.dev/latest/usage/middleware/builtin-middleware.html",
  protects: "session cookies, access tokens and CSRF tokens",
  attack: "An attacker who has the key can read and write any session, or make an access token for any user.",
  fix: `Read the key from the environment with bytes.fromhex(os.environ["SESSION_KEY"]), after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "cookie-backend",
      at: [
        { call: "litestar.middleware.session.client_side.CookieBackendConfig", argument: "0|secret" },
        { call: "starlite.middleware.session.cookie_backend.CookieBackendConfig", argument: "0|secret" },
      ],
      exact: [16, 24, 32],
      short: "refused",
      empty: "refused",
      label: "CookieBackendConfig(secret=)",
      protects: "session cookies",
    },
    {
      id: "token-secret",
      at: [
        { call: "litestar.security.jwt.JWTAuth", argument: "token_secret" },
        { call: "litestar.security.jwt.JWTCookieAuth", argument: "token_secret" },
        { call: "litestar.security.jwt.OAuth2PasswordBearerAuth", argument: "token_secret" },
        { call: "litestar.contrib.jwt.JWTAuth", argument: "token_secret" },
        { call: "litestar.contrib.jwt.JWTCookieAuth", argument: "token_secret" },
        { call: "litestar.contrib.jwt.OAuth2PasswordBearerAuth", argument: "token_secret" },
      ],
      where: [{ argument: "algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      empty: "refused",
      label: "JWTAuth(token_secret=)",
      variable: "JWT_SECRET",
      protects: "access tokens",
    },
    {
      id: "csrf",
      at: [
        { call: "litestar.config.csrf.CSRFConfig", argument: "0|secret" },
        { call: "litestar.config.CSRFConfig", argument: "0|secret" },
      ],
      label: "CSRFConfig(secret=)",
      variable: "CSRF_SECRET",
      protects: "CSRF tokens",
    },
  ],
  bad: {
    "app.py": `from litestar.config.csrf import CSRFConfig

csrf = CSRFConfig(secret="853a68ac867d04b3572c932608c0c455f512e897229f1d0e8e81e02cb7cf1ae2")
`,
  },
  good: {
    "app.py": `import os

from litestar.config.csrf import CSRFConfig

csrf = CSRFConfig(secret=os.environ["CSRF_SECRET"])
`,
  },
};
