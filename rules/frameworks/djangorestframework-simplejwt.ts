import type { Framework } from "../../src/kit.ts";

/** Where Simple JWT takes its key. */
export const djangorestframeworkSimplejwt: Framework = {
  id: "djangorestframework-simplejwt",
  title: "Simple JWT",
  language: "python",
  variable: "JWT_SIGNING_KEY",
  docs: "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html",
  protects: "access and refresh tokens",
  attack: "An attacker who has the key can make an access token for any user of the API.",
  fix: `Set SIMPLE_JWT["SIGNING_KEY"] from the environment with os.environ["JWT_SIGNING_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html#refresh-token-lifetime" },
  slots: [
    {
      id: "signing-key",
      at: [{ setting: "SIGNING_KEY", capitals: true }, { attribute: "rest_framework_simplejwt.settings.api_settings.SIGNING_KEY" }],
      min: 32,
      empty: "refused",
      label: "SIMPLE_JWT[\"SIGNING_KEY\"]",
    },
  ],
  marks: ["SIMPLE_JWT"],
  bad: {
    "settings.py": `SIMPLE_JWT = {
    "ALGORITHM": "HS256",
    "SIGNING_KEY": "a5015d3c83cc1dd54b7a2bfd8aecd356b526e2138ba937173d88522ac9b20217",
}
`,
  },
  good: {
    "settings.py": `import os

SIMPLE_JWT = {
    "ALGORITHM": "HS256",
    "SIGNING_KEY": os.environ["JWT_SIGNING_KEY"],
}
`,
  },
};
