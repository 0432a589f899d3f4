import type { Framework } from "../../src/kit.ts";

/** Where django-encrypted-model-fields takes its key. */
export const djangoEncryptedModelFields: Framework = {
  id: "django-encrypted-model-fields",
  title: "django-encrypted-model-fields",
  language: "python",
  variable: "FIELD_ENCRYPTION_KEY",
  docs: "https://pypi.org/project/django-encrypted-model-fields/",
  form: { as: "base64url", bytes: 32 },
  protects: "encrypted columns",
  attack: "An attacker who has the key and a copy of the database can read every encrypted column.",
  fix: `Set FIELD_ENCRYPTION_KEY to os.environ["FIELD_ENCRYPTION_KEY"], after generating it with python manage.py generate_encryption_key.`,
  rotate: "Make FIELD_ENCRYPTION_KEY a list with the new key first: it encrypts, and the others still decrypt.",
  slots: [
    {
      id: "field-encryption-key",
      at: [{ setting: "FIELD_ENCRYPTION_KEY", capitals: true }],
      holds: "list",
      signs: "first",
      encoding: "base64url",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "FIELD_ENCRYPTION_KEY",
    },
  ],
  packages: ["encrypted_model_fields"],
  bad: {
    "requirements.txt": `django-encrypted-model-fields==0.6.5
`,
    "mysite/settings.py": `INSTALLED_APPS = ["encrypted_model_fields"]
FIELD_ENCRYPTION_KEY = "LHTEyHdW1WbhRwxwYck4zP9EUqxN3GjPSqD_S7DQYDw="
`,
  },
  good: {
    "requirements.txt": `django-encrypted-model-fields==0.6.5
`,
    "mysite/settings.py": `import os

INSTALLED_APPS = ["encrypted_model_fields"]
FIELD_ENCRYPTION_KEY = os.environ["FIELD_ENCRYPTION_KEY"]
`,
  },
};
