import type { Framework } from "../../src/kit.ts";

/** Where Jupyter Server takes its key. */
export const jupyterServer: Framework = {
  id: "jupyter-server",
  title: "Jupyter Server",
  language: "python",
  docs: "https://jupyter-server.readthedocs.io/en/latest/other/full-config.html",
  protects: "sign-in cookies",
  attack: "An attacker who has the key can write the cookie of a signed-in user and run code on the server.",
  fix: `Leave cookie_secret out of the configuration, so that the server makes one and keeps it in a file of its own.`,
  lasts: { days: 31, docs: "https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.get_signed_cookie" },
  slots: [
    {
      // https://github.com/jupyter-server/jupyter_server/blob/main/jupyter_server/serverapp.py
      id: "cookie-secret",
      at: [
        { attribute: "c.ServerApp.cookie_secret" },
        { attribute: "c.NotebookApp.cookie_secret" },
        { attribute: "get_config().ServerApp.cookie_secret" },
        { attribute: "get_config().NotebookApp.cookie_secret" },
      ],
      empty: "refused",
      label: "c.ServerApp.cookie_secret",
    },
  ],
  bad: {
    "jupyter_server_config.py": `c = get_config()
c.ServerApp.ip = "0.0.0.0"
c.ServerApp.cookie_secret = b"10bb659a579a0b603a7befbae80d8670386ec3aea14fb0e3731d4714a22a9382"
`,
  },
  good: {
    "jupyter_server_config.py": `c = get_config()
c.ServerApp.ip = "0.0.0.0"
`,
  },
};
