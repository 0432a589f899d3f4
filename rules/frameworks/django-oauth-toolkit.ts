import type { Framework } from "../../src/kit.ts";

/** Where Django OAuth Toolkit takes its key. */
export const djangoOauthToolkit: Framework = {
  id: "django-oauth-toolkit",
  title: "Django OAuth Toolkit",
  language: "python",
  variable: "OIDC_RSA_PRIVATE_KEY",
  docs: "https://django-oauth-toolkit.readthedocs.io/en/latest/oidc.html",
  form: { as: "rsa", bytes: 512 },
  protects: "OpenID Connect identity tokens",
  attack: "An attacker who has the private key can make identity tokens that every connected application accepts.",
  fix: `Set OAUTH2_PROVIDER["OIDC_RSA_PRIVATE_KEY"] from the environment with os.environ["OIDC_RSA_PRIVATE_KEY"], after generating it with openssl genrsa 4096.`,
  rotate: "Put the old private key into OIDC_RSA_PRIVATE_KEYS_INACTIVE when OIDC_RSA_PRIVATE_KEY changes.",
  lasts: { days: 1, docs: "https://django-oauth-toolkit.readthedocs.io/en/latest/settings.html" },
  slots: [
    {
      id: "private-key",
      at: [
        { setting: "OIDC_RSA_PRIVATE_KEY", capitals: true },
        { env: "OIDC_RSA_PRIVATE_KEY" },
        { attribute: "oauth2_provider.settings.oauth2_settings.OIDC_RSA_PRIVATE_KEY" },
      ],
      label: "OIDC_RSA_PRIVATE_KEY",
    },
  ],
  marks: ["OAUTH2_PROVIDER"],
  bad: {
    "settings.py": `OAUTH2_PROVIDER = {
    "OIDC_RSA_PRIVATE_KEY": "2FyP7G9qt/vSjQ6qGBHPsAvoq0224hxD6JDSoZFNZEE=",
}
`,
  },
  good: {
    "settings.py": `import os

OAUTH2_PROVIDER = {
    "OIDC_RSA_PRIVATE_KEY": os.environ["OIDC_RSA_PRIVATE_KEY"],
}
`,
  },
};
