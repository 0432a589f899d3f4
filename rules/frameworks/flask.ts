import type { Framework } from "../../src/kit.ts";

/** Where Flask takes its key. */
export const flask: Framework = {
  id: "flask",
  title: "Flask",
  language: "python",
  docs: "https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Set SECRET_KEY from the environment with os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Put the old key into SECRET_KEY_FALLBACKS when SECRET_KEY changes, and take it out again when its sessions have expired.",
  slots: [
    {
      id: "secret-key",
      at: [
        { attribute: "flask.Flask().secret_key" },
        { attribute: "flask.Flask().config.SECRET_KEY" },
        { attribute: "flask.current_app.secret_key" },
        { attribute: "flask.current_app.config.SECRET_KEY" },
        { call: "flask.Flask().config.update", argument: "SECRET_KEY|0.SECRET_KEY" },
        { call: "flask.Flask().config.from_mapping", argument: "SECRET_KEY|0.SECRET_KEY" },
        { call: "flask.Flask().config.setdefault", argument: "SECRET_KEY" },
        { attribute: "dash.Dash().server.secret_key" },
        { attribute: "dash.Dash().server.config.SECRET_KEY" },
        { attribute: "connexion.FlaskApp().app.secret_key" },
        { attribute: "connexion.App().app.secret_key" },
        { setting: "SECRET_KEY", capitals: true },
        { env: "FLASK_SECRET_KEY" },
      ],
      empty: "refused",
      label: "SECRET_KEY",
    },
    {
      id: "fallbacks",
      at: [
        { attribute: "flask.Flask().config.SECRET_KEY_FALLBACKS" },
        { call: "flask.Flask().config.update", argument: "SECRET_KEY_FALLBACKS|0.SECRET_KEY_FALLBACKS" },
        { call: "flask.Flask().config.from_mapping", argument: "SECRET_KEY_FALLBACKS|0.SECRET_KEY_FALLBACKS" },
        { setting: "SECRET_KEY_FALLBACKS", capitals: true },
        { env: "FLASK_SECRET_KEY_FALLBACKS" },
      ],
      holds: "list",
      label: "SECRET_KEY_FALLBACKS",
    },
  ],
  uses: [
    { symbol: "flask.session", needs: "SECRET_KEY" },
    { symbol: "flask.flash", needs: "SECRET_KEY" },
    { import: "flask_wtf", needs: "SECRET_KEY" },
    { import: "flask_login", needs: "SECRET_KEY" },
    { import: "flask_debugtoolbar", needs: "SECRET_KEY" },
    { import: "flask_admin", needs: "SECRET_KEY" },
    { import: "flask_security", needs: "SECRET_KEY" },
    { import: "flask_praetorian", needs: "SECRET_KEY" },
    { import: "flask_simplelogin", needs: "SECRET_KEY" },
  ],
  bad: {
    "app.py": `from flask import Flask

app = Flask(__name__)
app.secret_key = "cf92f423f4deb20d2c9aed7463ee76969d0132cd60ef9ebd3d2c94fde1145794"
`,
  },
  good: {
    "app.py": `import os

from flask import Flask

app = Flask(__name__)
app.secret_key = os.environ["SECRET_KEY"]
`,
  },
};
