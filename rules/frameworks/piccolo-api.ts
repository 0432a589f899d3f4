import type { Framework } from "../../src/kit.ts";

/** Where Piccolo API takes its key. */
export const piccoloApi: Framework = {
  id: "piccolo-api",
  title: "Piccolo API",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://piccolo-api.readthedocs.io/en/latest/jwt/endpoints.html",
  protects: "access tokens and stored second factors",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass secret=os.environ["JWT_SECRET"] to jwt_login and JWTMiddleware, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      // https://github.com/piccolo-orm/piccolo_api/blob/master/piccolo_api/jwt_auth/middleware.py: HS256.
      id: "jwt",
      at: [
        { call: "piccolo_api.jwt_auth.endpoints.jwt_login", argument: "0|secret" },
        { call: "piccolo_api.jwt_auth.middleware.JWTMiddleware", argument: "1|secret" },
      ],
      min: 32,
      empty: "refused",
      label: "jwt_login(secret=)",
      protects: "access tokens",
    },
    {
      id: "fernet",
      at: [{ call: "piccolo_api.encryption.providers.FernetProvider", argument: "0|encryption_key" }],
      encoding: "base64url",
      exact: [32],
      empty: "refused",
      short: "refused",
      form: { as: "base64url", bytes: 32 },
      label: "FernetProvider(encryption_key=)",
      variable: "ENCRYPTION_KEY",
      protects: "stored second factors",
    },
    {
      id: "xchacha",
      at: [{ call: "piccolo_api.encryption.providers.XChaCha20Provider", argument: "0|encryption_key" }],
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "XChaCha20Provider(encryption_key=)",
      variable: "ENCRYPTION_KEY",
      protects: "stored second factors",
    },
  ],
  bad: {
    "app.py": `from piccolo_api.jwt_auth.endpoints import jwt_login
from starlette.routing import Route, Router

app = Router([Route("/login/", jwt_login(secret="edc950c2423ddd58efe50999de924057dce63af374420636ff5e64e86c63b350"))])
`,
  },
  good: {
    "app.py": `import os

from piccolo_api.jwt_auth.endpoints import jwt_login
from starlette.routing import Route, Router

app = Router([Route("/login/", jwt_login(secret=os.environ["JWT_SECRET"]))])
`,
  },
};
