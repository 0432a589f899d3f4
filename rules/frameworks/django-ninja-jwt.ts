import type { Framework } from "../../src/kit.ts";

/** Where Django Ninja JWT takes its key. */
export const djangoNinjaJwt: Framework = {
  id: "django-ninja-jwt",
  title: "Django Ninja JWT",
  language: "python",
  variable: "JWT_SIGNING_KEY",
  docs: "https://eadwincode.github.io/django-ninja-jwt/settings/",
  protects: "access and refresh tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Leave SIGNING_KEY out of NINJA_JWT, so that it is SECRET_KEY, or set it to os.environ["JWT_SIGNING_KEY"].`,
  lasts: { days: 1, docs: "https://eadwincode.github.io/django-ninja-jwt/settings/" },
  slots: [
    {
      id: "signing-key",
      at: [{ setting: "SIGNING_KEY", capitals: true }, { attribute: "ninja_jwt.settings.api_settings.SIGNING_KEY" }],
      min: 32,
      empty: "refused",
      label: "NINJA_JWT SIGNING_KEY",
    },
  ],
  bad: {
    "requirements.txt": `django-ninja-jwt==5.4.4
`,
    "mysite/settings.py": `INSTALLED_APPS = ["ninja_jwt"]
NINJA_JWT = {"ALGORITHM": "HS256", "SIGNING_KEY": "ec61017b83592e8cb5703b3b89add154f87478bf6953e0b1c277965dd87649ea"}
`,
  },
  good: {
    "requirements.txt": `django-ninja-jwt==5.4.4
`,
    "mysite/settings.py": `import os

INSTALLED_APPS = ["ninja_jwt"]
NINJA_JWT = {"ALGORITHM": "HS256", "SIGNING_KEY": os.environ["JWT_SIGNING_KEY"]}
`,
  },
};
