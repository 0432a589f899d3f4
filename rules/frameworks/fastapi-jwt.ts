import type { Framework } from "../../src/kit.ts";

/** Where fastapi-jwt takes its key. */
export const fastapiJwt: Framework = {
  id: "fastapi-jwt",
  title: "fastapi-jwt",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://k4black.github.io/fastapi-jwt/",
  protects: "access and refresh tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass secret_key=os.environ["JWT_SECRET"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 31, docs: "https://github.com/k4black/fastapi-jwt/blob/master/fastapi_jwt/jwt.py" },
  slots: [
    {
      id: "secret-key",
      at: [
        { call: "fastapi_jwt.JwtAccessBearer", argument: "0|secret_key" },
        { call: "fastapi_jwt.JwtAccessCookie", argument: "0|secret_key" },
        { call: "fastapi_jwt.JwtAccessBearerCookie", argument: "0|secret_key" },
        { call: "fastapi_jwt.JwtRefreshBearer", argument: "0|secret_key" },
        { call: "fastapi_jwt.JwtRefreshCookie", argument: "0|secret_key" },
        { call: "fastapi_jwt.JwtRefreshBearerCookie", argument: "0|secret_key" },
      ],
      min: 32,
      label: "JwtAccessBearer(secret_key=)",
    },
  ],
  bad: {
    "auth.py": `from fastapi_jwt import JwtAccessBearer

access_security = JwtAccessBearer(secret_key="7ab011b993f0a140f6e804c13458f0c43d8e587683e3d581ee6ac717b1746f8e", auto_error=True)
`,
  },
  good: {
    "auth.py": `import os

from fastapi_jwt import JwtAccessBearer

access_security = JwtAccessBearer(secret_key=os.environ["JWT_SECRET"], auto_error=True)
`,
  },
};
