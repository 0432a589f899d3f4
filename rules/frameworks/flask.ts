import type { Feature, Framework } from "../../src/kit.ts";

const sessions = "https://github.com/pallets/flask/blob/main/src/flask/sessions.py";
const csrf = "https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py";

/** Extensions that make a key where none is set: https://github.com/flask-extensions/flask_simplelogin/blob/main/flask_simplelogin/__init__.py */
const makers: readonly string[] = ["flask_simplelogin"];

/** Sessions that are kept elsewhere need no key: https://flask.palletsprojects.com/en/stable/api/#session-interface */
const stores: readonly string[] = [...makers, "session_interface", "flask_session", "flask_sessionstore", "flask_kvsession", "beaker"];

/** Where Flask takes its key. */
export const flask: Framework = {
  id: "flask",
  title: "Flask",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Set SECRET_KEY from the environment with os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Put the old key into SECRET_KEY_FALLBACKS when SECRET_KEY changes, and take it out again when its sessions have expired.",
  lasts: { days: 31, docs: "https://flask.palletsprojects.com/en/stable/config/#PERMANENT_SESSION_LIFETIME" },
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
      signs: "none",
      label: "SECRET_KEY_FALLBACKS",
      variable: "OLD_SECRET_KEY",
    },
  ],
  application: { symbols: ["flask.Flask"] },
  uses: [
    { import: "flask_debugtoolbar", needs: "SECRET_KEY", unless: makers, docs: "https://github.com/pallets-eco/flask-debugtoolbar/blob/main/src/flask_debugtoolbar/__init__.py" },
    ...["flask_wtf.CSRFProtect", "flask_wtf.csrf.CSRFProtect", "flask_wtf.csrf.generate_csrf"].map((symbol): Feature => ({ symbol, needs: "SECRET_KEY", unless: [...makers, "WTF_CSRF_SECRET_KEY"], docs: csrf })),
    // A form's class may say that it has no token: `class Meta: csrf = False`.
    ...["flask_wtf.FlaskForm", "flask_wtf.form.FlaskForm"].map((symbol): Feature => ({ symbol, needs: "SECRET_KEY", unless: [...makers, "WTF_CSRF_SECRET_KEY", "WTF_CSRF_ENABLED", "csrf"], docs: csrf })),
    ...["flask.flash", "flask.session", "flask.session.update", "flask.session.setdefault", "flask.session.pop", "flask.session.clear"].map((symbol): Feature => ({ symbol, needs: "SECRET_KEY", unless: stores, docs: sessions })),
    { symbol: "flask_login.login_user", needs: "SECRET_KEY", unless: stores, docs: "https://github.com/maxcountryman/flask-login/blob/main/src/flask_login/utils.py" },
    { symbol: "flask_security.Security", needs: "SECRET_KEY", unless: makers, docs: "https://github.com/pallets-eco/flask-security/blob/main/flask_security/core.py" },
    { import: "flask_dance", needs: "SECRET_KEY", unless: stores, docs: "https://github.com/singingwolfboy/flask-dance/blob/main/flask_dance/consumer/oauth2.py" },
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
