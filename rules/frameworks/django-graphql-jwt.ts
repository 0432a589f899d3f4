import type { Framework } from "../../src/kit.ts";

/** Where Django GraphQL JWT takes its key. */
export const djangoGraphqlJwt: Framework = {
  id: "django-graphql-jwt",
  title: "Django GraphQL JWT",
  language: "python",
  variable: "JWT_SECRET_KEY",
  docs: "https://django-graphql-jwt.domake.io/settings.html",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user of the API.",
  fix: `Set GRAPHQL_JWT["JWT_SECRET_KEY"] from the environment with os.environ["JWT_SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://django-graphql-jwt.domake.io/settings.html" },
  slots: [
    {
      id: "jwt-secret-key",
      at: [{ setting: "JWT_SECRET_KEY", capitals: true }, { attribute: "graphql_jwt.settings.jwt_settings.JWT_SECRET_KEY" }],
      min: 32,
      empty: "refused",
      label: "GRAPHQL_JWT[\"JWT_SECRET_KEY\"]",
    },
  ],
  marks: ["GRAPHQL_JWT"],
  bad: {
    "settings.py": `GRAPHQL_JWT = {
    "JWT_SECRET_KEY": "4c373fc18c9fc083d074254781b6614f3df6e1b2665a9f27488cd8db5ca7b952",
}
`,
  },
  good: {
    "settings.py": `import os

GRAPHQL_JWT = {
    "JWT_SECRET_KEY": os.environ["JWT_SECRET_KEY"],
}
`,
  },
};
