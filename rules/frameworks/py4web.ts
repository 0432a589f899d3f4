import type { Framework } from "../../src/kit.ts";

/** Where py4web and web2py takes its key. */
export const py4web: Framework = {
  id: "py4web",
  title: "py4web and web2py",
  language: "python",
  variable: "SESSION_SECRET_KEY",
  docs: "https://github.com/web2py/py4web/blob/master/py4web/core.py",
  protects: "sessions and password hashes",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Pass secret=os.environ["SESSION_SECRET_KEY"] to Session, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "session",
      at: [
        { call: "py4web.Session", argument: "0|secret" },
        { call: "py4web.core.Session", argument: "0|secret" },
      ],
      label: "Session(secret=)",
      protects: "sessions",
    },
    {
      id: "hmac-key",
      at: [
        { call: "gluon.tools.Auth", argument: "hmac_key" },
        { attribute: "gluon.tools.Auth().settings.hmac_key" },
      ],
      prefix: "sha512:",
      form: { as: "hex", bytes: 32, prefix: "sha512:" },
      label: "auth.settings.hmac_key",
      variable: "HMAC_KEY",
      protects: "password hashes",
    },
  ],
  bad: {
    "common.py": `from py4web import Session

session = Session(secret="dac1c8937bb6be3f457f3ddb0fc6a20871b0e0abc22c8bd09e65e5cab134e95e")
`,
  },
  good: {
    "common.py": `import os

from py4web import Session

session = Session(secret=os.environ["SESSION_SECRET_KEY"])
`,
  },
};
