import type { Framework } from "../../src/kit.ts";

/** Where FastAPI-Login takes its key. */
export const fastapiLogin: Framework = {
  id: "fastapi-login",
  title: "FastAPI-Login",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://fastapi-login.readthedocs.io/usage/",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass os.environ["SECRET_KEY"] to LoginManager, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://github.com/MushroomMaula/fastapi_login/blob/master/fastapi_login/fastapi_login.py" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "fastapi_login.LoginManager", argument: "0|secret" },
        { call: "fastapi_login.fastapi_login.LoginManager", argument: "0|secret" },
      ],
      where: [{ argument: "algorithm", not: ["RS*"] }],
      min: 32,
      // PyJWT takes no empty key.
      empty: "refused",
      label: "LoginManager",
    },
  ],
  bad: {
    "main.py": `from fastapi_login import LoginManager

manager = LoginManager("326f12dd9ade0dfcc9aada8e9f2731ddb97df625b223172974fb55b15c410f3a", token_url="/login")
`,
  },
  good: {
    "main.py": `import os

from fastapi_login import LoginManager

manager = LoginManager(os.environ["SECRET_KEY"], token_url="/login")
`,
  },
};
