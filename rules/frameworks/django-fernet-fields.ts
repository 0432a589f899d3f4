import type { Framework } from "../../src/kit.ts";

/** Where django-fernet-fields takes its key. */
export const djangoFernetFields: Framework = {
  id: "django-fernet-fields",
  title: "django-fernet-fields",
  language: "python",
  variable: "FERNET_KEY",
  docs: "https://django-fernet-fields.readthedocs.io/en/latest/",
  protects: "encrypted columns",
  attack: "An attacker who has the key and a copy of the database can read every encrypted column.",
  fix: `Set FERNET_KEYS to [os.environ["FERNET_KEY"]], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Put the new key first: it encrypts, and the others still decrypt.",
  slots: [
    {
      // Keys of any length: HKDF makes Fernet's out of them unless FERNET_USE_HKDF is off.
      id: "fernet-keys",
      at: [{ setting: "FERNET_KEYS", capitals: true }],
      holds: "list",
      signs: "first",
      label: "FERNET_KEYS",
    },
  ],
  packages: ["fernet_fields"],
  bad: {
    "requirements.txt": `django-fernet-fields==0.6
`,
    "mysite/settings.py": `INSTALLED_APPS = ["django.contrib.sessions"]
FERNET_KEYS = ["71f991d064fb751e1894469ada72bf8569e29f653e8bc4c3055b7a24c50cb765"]
`,
  },
  good: {
    "requirements.txt": `django-fernet-fields==0.6
`,
    "mysite/settings.py": `import os

INSTALLED_APPS = ["django.contrib.sessions"]
FERNET_KEYS = [os.environ["FERNET_KEY"]]
`,
  },
};
