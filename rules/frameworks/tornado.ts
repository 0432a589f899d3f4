import type { Framework } from "../../src/kit.ts";

/** Where Tornado takes its key. */
export const tornado: Framework = {
  id: "tornado",
  title: "Tornado",
  language: "python",
  variable: "COOKIE_SECRET",
  docs: "https://www.tornadoweb.org/en/stable/guide/security.html#cookies-and-signed-cookies",
  protects: "signed cookies and XSRF tokens",
  attack: "An attacker who has the key can write any signed cookie, for instance the one that names the user.",
  fix: `Pass cookie_secret=os.environ["COOKIE_SECRET"] to Application, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Make cookie_secret a dict from version to key with the old key as version 0, and set key_version to the version that signs.",
  lasts: { days: 31, docs: "https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.get_signed_cookie" },
  slots: [
    {
      id: "cookie-secret",
      at: [
        { call: "tornado.web.Application", argument: "cookie_secret" },
        { attribute: "tornado.web.Application().settings.cookie_secret" },
        { setting: "COOKIE_SECRET" },
      ],
      holds: "map",
      empty: "refused",
      label: "cookie_secret",
    },
  ],
  application: { symbols: ["tornado.web.Application"], without: "cookie_secret" },
  uses: ["set_signed_cookie", "set_secure_cookie", "get_signed_cookie", "get_secure_cookie"].map((method) => ({
    symbol: `*.${method}`, needs: "cookie_secret", docs: "https://github.com/tornadoweb/tornado/blob/master/tornado/web.py",
  })),
  bad: {
    "app.py": `import tornado.web

app = tornado.web.Application([], cookie_secret="a413e6e2a4d072e5088f689e5a9523d9d7269af8b215c020762001653ab9b1f6")
`,
  },
  good: {
    "app.py": `import os

import tornado.web

app = tornado.web.Application([], cookie_secret=os.environ["COOKIE_SECRET"])
`,
  },
};
