import type { Framework } from "../../src/kit.ts";

/** Where Bokeh takes its key. */
export const bokeh: Framework = {
  id: "bokeh",
  title: "Bokeh",
  language: "python",
  variable: "BOKEH_SECRET_KEY",
  docs: "https://docs.bokeh.org/en/latest/docs/user_guide/server/deploy.html",
  protects: "session identifiers",
  attack: "An attacker who has the key can open sessions that only the embedding application should open.",
  fix: `Set BOKEH_SECRET_KEY when the server is deployed, after generating it with bokeh secret.`,
  slots: [
    {
      id: "secret-key",
      at: [
        { env: "BOKEH_SECRET_KEY" },
        { call: "bokeh.util.token.generate_session_id", argument: "0|secret_key" },
        { call: "bokeh.util.token.generate_jwt_token", argument: "1|secret_key" },
        { call: "bokeh.util.session_id.generate_session_id", argument: "0|secret_key" },
      ],
      label: "BOKEH_SECRET_KEY",
    },
    {
      id: "cookie-secret",
      at: [{ env: "BOKEH_COOKIE_SECRET" }, { call: "bokeh.server.tornado.BokehTornado", argument: "cookie_secret" }],
      label: "BOKEH_COOKIE_SECRET",
      variable: "BOKEH_COOKIE_SECRET",
      protects: "signed cookies",
    },
  ],
  bad: {
    "embed.py": `from bokeh.util.token import generate_session_id

session_id = generate_session_id(secret_key="fe10ad5a4306db00a3a273a66297294528c0d7f20882dd21fc8deef3a7338530", signed=True)
`,
  },
  good: {
    "embed.py": `import os

from bokeh.util.token import generate_session_id

session_id = generate_session_id(secret_key=os.environ["BOKEH_SECRET_KEY"], signed=True)
`,
  },
};
