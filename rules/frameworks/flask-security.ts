import type { Framework } from "../../src/kit.ts";

/** Where Flask-Security takes its key. */
export const flaskSecurity: Framework = {
  id: "flask-security",
  title: "Flask-Security",
  language: "python",
  variable: "TOTP_SECRET",
  docs: "https://flask-security.readthedocs.io/en/stable/configuration.html",
  protects: "stored one-time code secrets",
  attack: "An attacker who has a key and the database can read the secrets of one-time codes, and make any user's codes.",
  fix: `Set SECURITY_TOTP_SECRETS to {1: os.environ["TOTP_SECRET"]}, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Add the new key to SECURITY_TOTP_SECRETS under a higher number: it encrypts, and the others still decrypt.",
  slots: [
    {
      id: "totp-secrets",
      at: [
        { attribute: "flask.Flask().config.SECURITY_TOTP_SECRETS" },
        { call: "flask.Flask().config.update", argument: "SECURITY_TOTP_SECRETS|0.SECURITY_TOTP_SECRETS" },
        { setting: "SECURITY_TOTP_SECRETS", capitals: true },
      ],
      holds: "map",
      label: "SECURITY_TOTP_SECRETS",
    },
  ],
  bad: {
    "app.py": `from flask import Flask
from flask_security import Security

app = Flask(__name__)
app.config["SECURITY_TOTP_SECRETS"] = {"1": "8ab5bb1d296183652e4b1d06901017d372981def138bf86620fb2cbbcb60953e"}
`,
  },
  good: {
    "app.py": `import os

from flask import Flask
from flask_security import Security

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SECURITY_TOTP_SECRETS"] = {"1": os.environ["TOTP_SECRET"]}
`,
  },
};
