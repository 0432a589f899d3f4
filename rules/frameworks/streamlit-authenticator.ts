import type { Framework } from "../../src/kit.ts";

/** Where Streamlit-Authenticator takes its key. */
export const streamlitAuthenticator: Framework = {
  id: "streamlit-authenticator",
  title: "Streamlit-Authenticator",
  language: "python",
  variable: "COOKIE_KEY",
  docs: "https://github.com/mkhorasani/Streamlit-Authenticator",
  protects: "the sign-in cookie",
  attack: "An attacker who has the key can write the sign-in cookie of any user.",
  fix: `Pass os.environ["COOKIE_KEY"] as the cookie key of Authenticate, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 30, docs: "https://github.com/mkhorasani/Streamlit-Authenticator/blob/main/streamlit_authenticator/views/authentication_view.py" },
  slots: [
    {
      id: "cookie-key",
      at: [
        { call: "streamlit_authenticator.Authenticate", argument: "2|cookie_key|key" },
        { call: "streamlit_authenticator.authenticate.Authenticate", argument: "2|cookie_key|key" },
        { setting: "COOKIE_KEY" },
        { entry: "cookie.key", file: "**/config.{yaml,yml}" },
      ],
      label: "Authenticate(cookie_key=)",
    },
  ],
  bad: {
    "app.py": `import streamlit_authenticator as stauth

users = {"usernames": {}}
login = stauth.Authenticate(users, "session", "c0c712ef94a2b73e769948c7c3fbe153476e0e8ba124d26f019b78bcb98b064f")
`,
  },
  good: {
    "app.py": `import os

import streamlit_authenticator as stauth

users = {"usernames": {}}
login = stauth.Authenticate(users, "session", os.environ["COOKIE_KEY"])
`,
  },
};
