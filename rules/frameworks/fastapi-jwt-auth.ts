import type { Framework } from "../../src/kit.ts";

/** Where FastAPI JWT Auth takes its key. */
export const fastapiJwtAuth: Framework = {
  id: "fastapi-jwt-auth",
  title: "FastAPI JWT Auth",
  language: "python",
  variable: "AUTHJWT_SECRET_KEY",
  docs: "https://indominusbyte.github.io/fastapi-jwt-auth/configuration/general/",
  protects: "access and refresh tokens",
  attack: "An attacker who has the key can make an access token for any user of the API.",
  fix: `Give authjwt_secret_key no default so that AUTHJWT_SECRET_KEY of the environment is taken, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 30, docs: "https://indominusbyte.github.io/fastapi-jwt-auth/configuration/general/" },
  slots: [
    {
      id: "secret-key",
      at: [{ setting: "AUTHJWT_SECRET_KEY" }, { env: "AUTHJWT_SECRET_KEY" }],
      min: 32,
      empty: "refused",
      label: "authjwt_secret_key",
    },
  ],
  application: { symbols: ["fastapi.FastAPI"] },
  uses: ["fastapi_jwt_auth.AuthJWT().create_access_token", "fastapi_jwt_auth.AuthJWT().create_refresh_token"].map((symbol) => ({
    symbol, needs: "authjwt_secret_key", unless: ["authjwt_private_key", "authjwt_algorithm"],
    docs: "https://github.com/IndominusByte/fastapi-jwt-auth/blob/master/fastapi_jwt_auth/auth_jwt.py",
  })),
  bad: {
    "settings.py": `from fastapi_jwt_auth import AuthJWT
from pydantic import BaseModel


class Settings(BaseModel):
    authjwt_secret_key: str = "eaf4e93ed0706e5b295213600888456cb04e7f0882119c51a181b3febf41fa79"
`,
  },
  good: {
    "settings.py": `import os

from fastapi_jwt_auth import AuthJWT
from pydantic import BaseModel


class Settings(BaseModel):
    authjwt_secret_key: str = os.environ["AUTHJWT_SECRET_KEY"]
`,
  },
};
