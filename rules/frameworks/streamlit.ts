import type { Framework } from "../../src/kit.ts";

/** Where Streamlit takes its key. */
export const streamlit: Framework = {
  id: "streamlit",
  title: "Streamlit",
  language: "any",
  docs: "https://docs.streamlit.io/develop/concepts/connections/authentication",
  protects: "the sign-in cookie",
  attack: "An attacker who has the key can write the sign-in cookie of any user.",
  fix: `Keep .streamlit/secrets.toml out of the repository, and generate a new cookie_secret with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 31, docs: "https://github.com/streamlit/streamlit/blob/develop/lib/streamlit/web/server/starlette/starlette_app_utils.py" },
  slots: [
    {
      id: "cookie-secret",
      at: [
        { entry: "auth.cookie_secret", file: "**/.streamlit/secrets.toml" },
        { entry: "server.cookieSecret", file: "**/.streamlit/config.toml" },
        { env: "STREAMLIT_SERVER_COOKIE_SECRET" },
        { env: "STREAMLIT_AUTH_COOKIE_SECRET" },
      ],
      label: "cookie_secret",
    },
  ],
  bad: {
    ".streamlit/secrets.toml": `[auth]
redirect_uri = "https://example.com/oauth2callback"
cookie_secret = "aaf861dda98c102f4a32cae6881346b60610c3111e63968bcc8f060ce96ba40b"
`,
  },
  good: {
    "compose.yml": `services:
  app:
    image: example/dashboard
    environment:
      STREAMLIT_SERVER_COOKIE_SECRET: \${COOKIE_SECRET:?set COOKIE_SECRET}
`,
  },
};
