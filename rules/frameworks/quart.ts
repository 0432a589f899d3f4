import type { Feature, Framework } from "../../src/kit.ts";

/** Where Quart takes its key. */
export const quart: Framework = {
  id: "quart",
  title: "Quart",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://quart.palletsprojects.com/en/latest/reference/source/quart.app/",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user or an administrator.",
  fix: `Set SECRET_KEY from the environment with os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Put the old key into SECRET_KEY_FALLBACKS when SECRET_KEY changes, and take it out again when its sessions have expired.",
  lasts: { days: 31, docs: "https://github.com/pallets/quart/blob/main/src/quart/app.py" },
  slots: [
    {
      id: "secret-key",
      at: [
        { attribute: "quart.Quart().secret_key" },
        { attribute: "quart.Quart().config.SECRET_KEY" },
        { attribute: "quart.current_app.secret_key" },
        { attribute: "quart.current_app.config.SECRET_KEY" },
        { call: "quart.Quart().config.update", argument: "SECRET_KEY|0.SECRET_KEY" },
        { call: "quart.Quart().config.from_mapping", argument: "SECRET_KEY|0.SECRET_KEY" },
        { setting: "SECRET_KEY", capitals: true },
        { env: "QUART_SECRET_KEY" },
      ],
      empty: "refused",
      label: "SECRET_KEY",
    },
    {
      id: "fallbacks",
      at: [
        { attribute: "quart.Quart().config.SECRET_KEY_FALLBACKS" },
        { call: "quart.Quart().config.update", argument: "SECRET_KEY_FALLBACKS|0.SECRET_KEY_FALLBACKS" },
        { call: "quart.Quart().config.from_mapping", argument: "SECRET_KEY_FALLBACKS|0.SECRET_KEY_FALLBACKS" },
      ],
      holds: "list",
      signs: "none",
      label: "SECRET_KEY_FALLBACKS",
      variable: "OLD_SECRET_KEY",
    },
    {
      id: "auth-salt-key",
      at: [{ attribute: "quart.Quart().config.QUART_AUTH_SECRET_KEY" }],
      label: "QUART_AUTH_SECRET_KEY",
      variable: "QUART_AUTH_SECRET_KEY",
    },
  ],
  application: { symbols: ["quart.Quart"] },
  uses: [
    ...["quart.flash", "quart.session", "quart.session.update", "quart.session.setdefault", "quart.session.pop", "quart.session.clear"].map((symbol): Feature => ({
      symbol, needs: "SECRET_KEY", unless: ["session_interface", "quart_session"], docs: "https://github.com/pallets/quart/blob/main/src/quart/sessions.py",
    })),
    { symbol: "quart_auth.login_user", needs: "SECRET_KEY", docs: "https://github.com/pgjones/quart-auth/blob/main/src/quart_auth/extension.py" },
  ],
  bad: {
    "app.py": `from quart import Quart

app = Quart(__name__)
app.secret_key = "8961ee053d2c988d1bc3fe408f597bc34407fcaf4149ef8be42057191816b66e"
`,
  },
  good: {
    "app.py": `import os

from quart import Quart

app = Quart(__name__)
app.secret_key = os.environ["SECRET_KEY"]
`,
  },
};
