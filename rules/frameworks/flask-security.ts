import type { Framework } from "../../src/kit.ts";

/** Where Flask-Security takes its key. */
export const flaskSecurity: Framework = {
  id: "flask-security",
  title: "Flask-Security",
  language: "python",
  docs: "https://flask-security.readthedocs.io/en/stable/configuration.html",
  protects: "password hashes, one-time codes and mail links",
  attack: "An attacker who has these values can test stolen password hashes and read stored one-time code secrets.",
  fix: `Set SECURITY_PASSWORD_SALT and SECURITY_TOTP_SECRETS from the environment, after generating each with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "password-salt",
      at: [
        { attribute: "flask.Flask().config.SECURITY_PASSWORD_SALT" },
        { call: "flask.Flask().config.update", argument: "SECURITY_PASSWORD_SALT|0.SECURITY_PASSWORD_SALT" },
        { call: "flask.Flask().config.from_mapping", argument: "SECURITY_PASSWORD_SALT|0.SECURITY_PASSWORD_SALT" },
        { setting: "SECURITY_PASSWORD_SALT" },
        { env: "{,FLASK_}SECURITY_PASSWORD_SALT" },
      ],
      label: "SECURITY_PASSWORD_SALT",
      protects: "password hashes",
    },
    {
      id: "totp-secrets",
      at: [
        { attribute: "flask.Flask().config.SECURITY_TOTP_SECRETS" },
        { call: "flask.Flask().config.update", argument: "SECURITY_TOTP_SECRETS|0.SECURITY_TOTP_SECRETS" },
        { setting: "SECURITY_TOTP_SECRETS" },
      ],
      holds: "map",
      label: "SECURITY_TOTP_SECRETS",
      protects: "stored one-time code secrets",
    },
  ],
  uses: [{ import: "flask_security", needs: "SECURITY_PASSWORD_SALT" }],
  bad: {
    "app.py": `from flask import Flask
from flask_security import Security

app = Flask(__name__)
app.config["SECURITY_PASSWORD_SALT"] = "8ab5bb1d296183652e4b1d06901017d372981def138bf86620fb2cbbcb60953e"
`,
  },
  good: {
    "app.py": `import os

from flask import Flask
from flask_security import Security

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SECURITY_PASSWORD_SALT"] = os.environ["SECURITY_PASSWORD_SALT"]
`,
  },
};
