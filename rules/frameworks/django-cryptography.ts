import type { Framework } from "../../src/kit.ts";

/** Where django-cryptography takes its key. */
export const djangoCryptography: Framework = {
  id: "django-cryptography",
  title: "django-cryptography",
  language: "python",
  variable: "CRYPTOGRAPHY_KEY",
  docs: "https://django-cryptography.readthedocs.io/en/latest/settings.html",
  protects: "encrypted columns and encrypted cookies",
  attack: "An attacker who has the key and a copy of the database can read every encrypted column.",
  fix: `Set CRYPTOGRAPHY_KEY to os.environ["CRYPTOGRAPHY_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "key",
      at: [{ setting: "CRYPTOGRAPHY_KEY", capitals: true }],
      // SECRET_KEY is taken in the place of an empty key.
      empty: "refused",
      label: "CRYPTOGRAPHY_KEY",
    },
  ],
  bad: {
    "mysite/settings.py": `INSTALLED_APPS = ["django.contrib.sessions"]
CRYPTOGRAPHY_KEY = "115af8737bc005b2c6f7e5e1583213f8a941ea97b323c40e40fbb7f262de24b3"
`,
  },
  good: {
    "mysite/settings.py": `import os

INSTALLED_APPS = ["django.contrib.sessions"]
CRYPTOGRAPHY_KEY = os.environ["CRYPTOGRAPHY_KEY"]
`,
  },
};
