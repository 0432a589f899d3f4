import type { Framework } from "../../src/kit.ts";

/** Where Sanic and Sanic JWT takes its key. */
export const sanic: Framework = {
  id: "sanic",
  title: "Sanic and Sanic JWT",
  language: "python",
  variable: "SANIC_JWT_SECRET",
  docs: "https://sanic-jwt.readthedocs.io/en/latest/pages/configuration.html",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass secret=os.environ["SANIC_JWT_SECRET"] to Initialize, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://sanic-jwt.readthedocs.io/en/latest/pages/configuration.html" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "sanic_jwt.Initialize", argument: "secret" },
        { call: "sanic_jwt.initialize", argument: "secret" },
        { attribute: "sanic.Sanic().config.SANIC_JWT_SECRET" },
        { attribute: "sanic.Sanic().config.SECRET" },
        { attribute: "sanic.Sanic().config.JWT_SECRET" },
        { call: "sanic.Sanic().config.update", argument: "0.SECRET" },
        { setting: "SANIC_JWT_SECRET" },
        { env: "SANIC_JWT_SECRET" },
        { env: "SANIC_SECRET" },
      ],
      min: 32,
      label: "secret",
    },
  ],
  bad: {
    "server.py": `from sanic import Sanic
from sanic_jwt import Initialize

app = Sanic("shop")
Initialize(app, authenticate=lambda request: None, secret="70cb6e2c6aca8d53df02cbb25678a94d5ad4e65b03250d014128ec527a4ef1ae")
`,
  },
  good: {
    "server.py": `import os

from sanic import Sanic
from sanic_jwt import Initialize

app = Sanic("shop")
Initialize(app, authenticate=lambda request: None, secret=os.environ["SANIC_JWT_SECRET"])
`,
  },
};
