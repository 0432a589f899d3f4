import type { Framework } from "../../src/kit.ts";

/** Where Flask-WTF takes its key. */
export const flaskWtf: Framework = {
  id: "flask-wtf",
  title: "Flask-WTF",
  language: "python",
  variable: "WTF_CSRF_SECRET_KEY",
  docs: "https://flask-wtf.readthedocs.io/en/latest/config/",
  protects: "CSRF tokens",
  attack: "An attacker who has the key can make valid CSRF tokens, and so let a signed-in user's browser send forms of the attacker's choice.",
  fix: `Remove WTF_CSRF_SECRET_KEY so that SECRET_KEY is taken, or set it with os.environ["WTF_CSRF_SECRET_KEY"] after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://flask-wtf.readthedocs.io/en/latest/config/" },
  slots: [
    {
      id: "csrf-secret-key",
      at: [
        { attribute: "flask.Flask().config.WTF_CSRF_SECRET_KEY" },
        { call: "flask.Flask().config.update", argument: "WTF_CSRF_SECRET_KEY|0.WTF_CSRF_SECRET_KEY" },
        { call: "flask.Flask().config.from_mapping", argument: "WTF_CSRF_SECRET_KEY|0.WTF_CSRF_SECRET_KEY" },
        { setting: "WTF_CSRF_SECRET_KEY", capitals: true },
        { env: "{,FLASK_}WTF_CSRF_SECRET_KEY" },
      ],
      label: "WTF_CSRF_SECRET_KEY",
    },
  ],
  bad: {
    "app.py": `from flask import Flask
from flask_wtf import CSRFProtect

app = Flask(__name__)
app.config["WTF_CSRF_SECRET_KEY"] = "8e66d9e618ffcead1c10d3d90f044fd66525afec2d8f7c08727c32bf34c3640f"
CSRFProtect(app)
`,
  },
  good: {
    "app.py": `import os

from flask import Flask
from flask_wtf import CSRFProtect

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
CSRFProtect(app)
`,
  },
};
