import type { Framework } from "../../src/kit.ts";

/** Where REST framework JWT Auth takes its key. */
export const djangorestframeworkJwt: Framework = {
  id: "djangorestframework-jwt",
  title: "REST framework JWT Auth",
  language: "python",
  variable: "JWT_SECRET_KEY",
  docs: "https://jpadilla.github.io/django-rest-framework-jwt/",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user of the API.",
  fix: `Set JWT_AUTH["JWT_SECRET_KEY"] from the environment with os.environ["JWT_SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://jpadilla.github.io/django-rest-framework-jwt/#jwt_expiration_delta" },
  slots: [
    {
      id: "jwt-secret-key",
      at: [{ setting: "JWT_SECRET_KEY", capitals: true }, { attribute: "rest_framework_jwt.settings.api_settings.JWT_SECRET_KEY" }],
      min: 32,
      empty: "refused",
      label: "JWT_AUTH[\"JWT_SECRET_KEY\"]",
    },
  ],
  marks: ["JWT_AUTH"],
  bad: {
    "settings.py": `JWT_AUTH = {
    "JWT_SECRET_KEY": "5a5f547228f85781a6cf6a24c9d7f933637b6e9d23bdb1721611e63544ed85ba",
}
`,
  },
  good: {
    "settings.py": `import os

JWT_AUTH = {
    "JWT_SECRET_KEY": os.environ["JWT_SECRET_KEY"],
}
`,
  },
};
