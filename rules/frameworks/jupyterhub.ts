import type { Framework } from "../../src/kit.ts";

/** Where JupyterHub takes its key. */
export const jupyterhub: Framework = {
  id: "jupyterhub",
  title: "JupyterHub",
  language: "any",
  variable: "JPY_COOKIE_SECRET",
  docs: "https://jupyterhub.readthedocs.io/en/stable/tutorial/getting-started/security-basics.html",
  protects: "sign-in cookies, the proxy and stored credentials",
  attack: "An attacker who has the key can write any sign-in cookie, and so run code on the servers of other users.",
  fix: `Remove the line and set JPY_COOKIE_SECRET when JupyterHub is deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "cookie-secret",
      at: [
        { attribute: "c.JupyterHub.cookie_secret" },
        { attribute: "get_config().JupyterHub.cookie_secret" },
        { env: "JPY_COOKIE_SECRET" },
      ],
      min: 32,
      label: "JupyterHub.cookie_secret",
      protects: "sign-in cookies",
    },
    {
      id: "proxy-token",
      at: [
        { attribute: "c.ConfigurableHTTPProxy.auth_token" },
        { attribute: "c.JupyterHub.proxy_auth_token" },
        { attribute: "get_config().ConfigurableHTTPProxy.auth_token" },
        { env: "CONFIGPROXY_AUTH_TOKEN" },
      ],
      label: "ConfigurableHTTPProxy.auth_token",
      variable: "CONFIGPROXY_AUTH_TOKEN",
      protects: "the proxy",
    },
    {
      id: "crypt-keys",
      at: [{ attribute: "c.CryptKeeper.keys" }, { env: "JUPYTERHUB_CRYPT_KEY" }],
      holds: "list",
      label: "CryptKeeper.keys",
      variable: "JUPYTERHUB_CRYPT_KEY",
      rotate: "Put the new key first into JUPYTERHUB_CRYPT_KEY with a semicolon between: it encrypts, and the others still decrypt.",
      protects: "stored credentials",
    },
  ],
  bad: {
    "jupyterhub_config.py": `c = get_config()
c.JupyterHub.cookie_secret = bytes.fromhex("080e1e4277264b146cbaa27e4a655f451312e4c08897c4f777ab196bd13b088d")
`,
  },
  good: {
    "jupyterhub_config.py": `import os

c = get_config()
c.JupyterHub.cookie_secret = bytes.fromhex(os.environ["JPY_COOKIE_SECRET"])
`,
  },
};
