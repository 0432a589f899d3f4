import type { Framework } from "../../src/kit.ts";

/** Where Bottle takes its key. */
export const bottle: Framework = {
  id: "bottle",
  title: "Bottle",
  language: "python",
  variable: "COOKIE_SECRET",
  docs: "https://bottlepy.org/docs/dev/tutorial.html#cookies",
  protects: "signed cookies",
  attack: "An attacker who has the key can write any signed cookie and, where cookies are pickled, run code on the server.",
  fix: `Pass secret=os.environ["COOKIE_SECRET"] to set_cookie and get_cookie, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "cookie",
      at: [
        { call: "bottle.response.set_cookie", argument: "2|secret" },
        { call: "bottle.request.get_cookie", argument: "2|secret" },
        { call: "bottle.HTTPResponse().set_cookie", argument: "2|secret" },
        { call: "bottle.Response().set_cookie", argument: "2|secret" },
        { call: "bottle.cookie_encode", argument: "1|key" },
        { call: "bottle.cookie_decode", argument: "1|key" },
      ],
      label: "set_cookie(secret=)",
    },
  ],
  bad: {
    "app.py": `from bottle import response, route


@route("/login")
def login():
    response.set_cookie("account", "anna", secret="e918ad2df4214c9099a0bfe40dbf105e024d0de97d00a58dec5b648f8a3c9ccb")
`,
  },
  good: {
    "app.py": `import os

from bottle import response, route


@route("/login")
def login():
    response.set_cookie("account", "anna", secret=os.environ["COOKIE_SECRET"])
`,
  },
};
