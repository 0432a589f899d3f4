import type { Framework } from "../../src/kit.ts";

/** Where Flask-JWT-Extended takes its key. */
export const flaskJwtExtended: Framework = {
  id: "flask-jwt-extended",
  title: "Flask-JWT-Extended",
  language: "python",
  variable: "JWT_SECRET_KEY",
  docs: "https://flask-jwt-extended.readthedocs.io/en/stable/options.html",
  protects: "access and refresh tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set JWT_SECRET_KEY from the environment with os.environ["JWT_SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 30, docs: "https://flask-jwt-extended.readthedocs.io/en/stable/options.html" },
  slots: [
    {
      id: "jwt-secret-key",
      at: [
        { attribute: "flask.Flask().config.JWT_SECRET_KEY" },
        { attribute: "flask.current_app.config.JWT_SECRET_KEY" },
        { call: "flask.Flask().config.update", argument: "JWT_SECRET_KEY|0.JWT_SECRET_KEY" },
        { call: "flask.Flask().config.from_mapping", argument: "JWT_SECRET_KEY|0.JWT_SECRET_KEY" },
        { setting: "JWT_SECRET_KEY", capitals: true },
        { env: "FLASK_JWT_SECRET_KEY" },
      ],
      min: 32,
      empty: "refused",
      label: "JWT_SECRET_KEY",
    },
  ],
  application: { symbols: ["flask.Flask"] },
  uses: ["flask_jwt_extended.create_access_token", "flask_jwt_extended.create_refresh_token"].map((symbol) => ({
    symbol, needs: "JWT_SECRET_KEY", unless: ["SECRET_KEY", "JWT_PRIVATE_KEY", "JWT_ALGORITHM", "encode_key_loader"],
    docs: "https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/config.py",
  })),
  bad: {
    "app.py": `from flask import Flask
from flask_jwt_extended import JWTManager

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = "84abdd413090b8f949d493cc1bd5311e33aecfcc8a825b30ca23f48741b7c553"
jwt = JWTManager(app)
`,
  },
  good: {
    "app.py": `import os

from flask import Flask
from flask_jwt_extended import JWTManager

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = os.environ["JWT_SECRET_KEY"]
jwt = JWTManager(app)
`,
  },
};
