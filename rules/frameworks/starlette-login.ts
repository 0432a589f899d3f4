import type { Framework } from "../../src/kit.ts";

/** Where Starlette-Login takes its key. */
export const starletteLogin: Framework = {
  id: "starlette-login",
  title: "Starlette-Login",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/jockerz/Starlette-Login/blob/main/starlette_login/login_manager.py",
  protects: "sign-in cookies",
  attack: "An attacker who has the key can write the cookie that keeps any user signed in.",
  fix: `Pass secret_key=os.environ["SECRET_KEY"] to LoginManager, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "login-manager",
      at: [{ call: "starlette_login.login_manager.LoginManager", argument: "1|secret_key" }],
      label: "LoginManager(secret_key=)",
    },
  ],
  bad: {
    "app.py": `from starlette_login.login_manager import LoginManager

manager = LoginManager(redirect_to="/login", secret_key="3b71468b946beb125345d849316d7df4bf0b4aef10e02c6996823166c385cc25")
`,
  },
  good: {
    "app.py": `import os

from starlette_login.login_manager import LoginManager

manager = LoginManager(redirect_to="/login", secret_key=os.environ["SECRET_KEY"])
`,
  },
};
