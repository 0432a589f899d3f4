import type { Framework } from "../../src/kit.ts";

/** Where CherryPy takes its key. */
export const cherrypy: Framework = {
  id: "cherrypy",
  title: "CherryPy",
  language: "python",
  variable: "AUTH_DIGEST_KEY",
  docs: "https://docs.cherrypy.dev/en/latest/pkg/cherrypy.lib.auth_digest.html",
  protects: "the nonces of digest sign-in",
  attack: "An attacker who has the key can make nonces that the server takes for its own, and so repeat recorded sign-ins.",
  fix: `Set tools.auth_digest.key from the environment with os.environ["AUTH_DIGEST_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://docs.cherrypy.dev/en/latest/pkg/cherrypy.lib.auth_digest.html" },
  slots: [
    {
      id: "auth-digest",
      at: [{ setting: "TOOLS_AUTH_DIGEST_KEY" }, { call: "cherrypy.lib.auth_digest.digest_auth", argument: "2|key" }],
      label: "tools.auth_digest.key",
    },
  ],
  bad: {
    "app.py": `import cherrypy

config = {
    "/": {
        "tools.auth_digest.on": True,
        "tools.auth_digest.key": "64353d149d7c7cc0ff04e451e3af6843555708f5d62d74ec941b492cdefe0491",
    }
}
cherrypy.quickstart(None, "/", config)
`,
  },
  good: {
    "app.py": `import os

import cherrypy

config = {
    "/": {
        "tools.auth_digest.on": True,
        "tools.auth_digest.key": os.environ["AUTH_DIGEST_KEY"],
    }
}
cherrypy.quickstart(None, "/", config)
`,
  },
};
