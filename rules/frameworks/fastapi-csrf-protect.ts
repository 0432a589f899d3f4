import type { Framework } from "../../src/kit.ts";

/** Where FastAPI CSRF Protect takes its key. */
export const fastapiCsrfProtect: Framework = {
  id: "fastapi-csrf-protect",
  title: "FastAPI CSRF Protect",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/aekasitt/fastapi-csrf-protect",
  protects: "CSRF tokens",
  attack: "An attacker who has the key can make valid CSRF tokens, and so let a signed-in user's browser send requests of the attacker's choice.",
  fix: `Give secret_key no default so that SECRET_KEY of the environment is taken, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://github.com/aekasitt/fastapi-csrf-protect" },
  slots: [
    {
      id: "secret-key",
      at: [{ setting: "SECRET_KEY" }],
      label: "CsrfSettings.secret_key",
    },
  ],
  application: { symbols: ["fastapi.FastAPI"] },
  uses: [
    {
      symbol: "fastapi_csrf_protect.CsrfProtect().generate_csrf_tokens", needs: "CsrfSettings.secret_key",
      docs: "https://github.com/aekasitt/fastapi-csrf-protect/blob/master/fastapi_csrf_protect/core.py",
    },
  ],
  bad: {
    "main.py": `from fastapi_csrf_protect import CsrfProtect
from pydantic_settings import BaseSettings


class CsrfSettings(BaseSettings):
    secret_key: str = "7350cf08fe7fbfef2129143ad3bd787e0e475178ef9aecbb7e938fdd75863982"


@CsrfProtect.load_config
def get_csrf_config():
    return CsrfSettings()
`,
  },
  good: {
    "main.py": `from fastapi_csrf_protect import CsrfProtect
from pydantic_settings import BaseSettings


class CsrfSettings(BaseSettings):
    secret_key: str


@CsrfProtect.load_config
def get_csrf_config():
    return CsrfSettings()
`,
  },
};
