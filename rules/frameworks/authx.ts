import type { Framework } from "../../src/kit.ts";

/** Where AuthX takes its key. */
export const authx: Framework = {
  id: "authx",
  title: "AuthX",
  language: "python",
  variable: "JWT_SECRET_KEY",
  docs: "https://authx.yezz.me/get-started/basic-usage/",
  protects: "access and refresh tokens",
  attack: "An attacker who has the key can make an access token for any user of the API.",
  fix: `Set config.JWT_SECRET_KEY to os.environ["JWT_SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 20, docs: "https://github.com/yezz123/authx/blob/main/authx/config.py" },
  slots: [
    {
      id: "secret-key",
      at: [
        { attribute: "authx.AuthXConfig().JWT_SECRET_KEY" },
        { call: "authx.AuthXConfig", argument: "JWT_SECRET_KEY" },
        { attribute: "authx.config.AuthXConfig().JWT_SECRET_KEY" },
      ],
      min: 32,
      // PyJWT takes no empty key.
      empty: "refused",
      label: "JWT_SECRET_KEY",
    },
  ],
  bad: {
    "main.py": `from authx import AuthX, AuthXConfig

config = AuthXConfig()
config.JWT_SECRET_KEY = "20b337dc53f54cdeb61c00abfba0088de7e16a4343722bb8274182cf842a0118"
auth = AuthX(config=config)
`,
  },
  good: {
    "main.py": `import os

from authx import AuthX, AuthXConfig

config = AuthXConfig()
config.JWT_SECRET_KEY = os.environ["JWT_SECRET_KEY"]
auth = AuthX(config=config)
`,
  },
};
