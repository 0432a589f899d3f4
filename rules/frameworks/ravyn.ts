import type { Framework } from "../../src/kit.ts";

/** Where Ravyn (before Esmerald) takes its key. */
export const ravyn: Framework = {
  id: "ravyn",
  title: "Ravyn (before Esmerald)",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/dymmond/ravyn/blob/main/ravyn/conf/global_settings.py",
  protects: "sessions, CSRF tokens and access tokens",
  attack: "An attacker who has the key can write any session and make an access token for any user.",
  fix: `Set secret_key of the settings to os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 180, docs: "https://github.com/dymmond/ravyn/blob/main/ravyn/core/config/session.py" },
  slots: [
    {
      id: "secret-key",
      at: [
        { setting: "SECRET_KEY" },
        { call: "ravyn.Ravyn", argument: "secret_key" },
        { call: "esmerald.Esmerald", argument: "secret_key" },
        { call: "ravyn.core.config.SessionConfig", argument: "secret_key" },
        { call: "esmerald.config.SessionConfig", argument: "secret_key" },
      ],
      label: "secret_key",
    },
    {
      id: "csrf",
      at: [
        { call: "ravyn.CSRFConfig", argument: "secret" },
        { call: "esmerald.CSRFConfig", argument: "secret" },
        { call: "ravyn.core.config.CSRFConfig", argument: "secret" },
        { call: "esmerald.config.CSRFConfig", argument: "secret" },
      ],
      label: "CSRFConfig(secret=)",
      variable: "CSRF_SECRET",
      protects: "CSRF tokens",
    },
    {
      id: "jwt",
      at: [
        { call: "ravyn.core.config.jwt.JWTConfig", argument: "signing_key" },
        { call: "esmerald.core.config.jwt.JWTConfig", argument: "signing_key" },
        { call: "esmerald.config.jwt.JWTConfig", argument: "signing_key" },
      ],
      min: 32,
      label: "JWTConfig(signing_key=)",
      variable: "JWT_SIGNING_KEY",
      protects: "access tokens",
    },
  ],
  bad: {
    "settings.py": `from ravyn import RavynSettings
from ravyn.core.config import SessionConfig


class Settings(RavynSettings):
    session_config = SessionConfig(secret_key="4cbc037d569bd38fedc4f91aeacf6ab63514beb443adcc619045f5c22d844fbc")
`,
  },
  good: {
    "settings.py": `import os

from ravyn import RavynSettings


class Settings(RavynSettings):
    secret_key: str = os.environ["SECRET_KEY"]
`,
  },
};
