import type { Framework } from "../../src/kit.ts";

/** Where Django Hashid Field takes its key. */
export const djangoHashidField: Framework = {
  id: "django-hashid-field",
  title: "Django Hashid Field",
  language: "python",
  variable: "HASHID_FIELD_SALT",
  docs: "https://github.com/nshafer/django-hashid-field",
  protects: "hidden record numbers",
  attack: "An attacker who has the salt can turn public identifiers into record numbers and back, and so list every record.",
  fix: `Set HASHID_FIELD_SALT from the environment with os.environ["HASHID_FIELD_SALT"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "salt",
      at: [{ setting: "HASHID_FIELD_SALT" }, { env: "HASHID_FIELD_SALT" }],
      label: "HASHID_FIELD_SALT",
    },
  ],
  marks: ["HASHID_FIELD_SALT"],
  bad: {
    "settings.py": `HASHID_FIELD_SALT = "7d312fbc1f6037eaad6fe190ced7dca2feee9e91ddfe16a831b4d8724f6e0523"
`,
  },
  good: {
    "settings.py": `import os

HASHID_FIELD_SALT = os.environ["HASHID_FIELD_SALT"]
`,
  },
};
