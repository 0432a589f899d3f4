import type { Framework } from "../../src/kit.ts";

/** Where FastAPI Users takes its key. */
export const fastapiUsers: Framework = {
  id: "fastapi-users",
  title: "FastAPI Users",
  language: "python",
  variable: "AUTH_SECRET",
  docs: "https://fastapi-users.github.io/fastapi-users/latest/configuration/authentication/strategies/jwt/",
  protects: "access tokens, password reset links and mail verification links",
  attack: "An attacker who has the key can make an access token or a password reset token for any user.",
  fix: `Set the secrets from the environment with os.environ["AUTH_SECRET"], after generating them with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "jwt-strategy",
      at: [
        { call: "fastapi_users.authentication.JWTStrategy", argument: "0|secret" },
        { call: "fastapi_users.authentication.strategy.JWTStrategy", argument: "0|secret" },
        { call: "fastapi_users.authentication.JWTAuthentication", argument: "0|secret" },
        { call: "fastapi_users.jwt.generate_jwt", argument: "1|secret" },
      ],
      where: [{ argument: "algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      empty: "refused",
      label: "JWTStrategy(secret=)",
      protects: "access tokens",
    },
    {
      id: "oauth-state",
      at: [
        { call: "*.get_oauth_router", argument: "2|state_secret" },
        { call: "*.get_oauth_associate_router", argument: "2|state_secret" },
      ],
      min: 32,
      empty: "refused",
      label: "get_oauth_router(state_secret=)",
      variable: "OAUTH_STATE_SECRET",
      protects: "the state of a sign-in with OAuth",
    },
    {
      id: "reset-password",
      at: [{ setting: "RESET_PASSWORD_TOKEN_SECRET" }],
      min: 32,
      empty: "refused",
      label: "reset_password_token_secret",
      variable: "RESET_PASSWORD_TOKEN_SECRET",
      protects: "password reset links",
    },
    {
      id: "verification",
      at: [{ setting: "VERIFICATION_TOKEN_SECRET" }],
      min: 32,
      empty: "refused",
      label: "verification_token_secret",
      variable: "VERIFICATION_TOKEN_SECRET",
      protects: "mail verification links",
    },
  ],
  bad: {
    "users.py": `from fastapi_users.authentication import JWTStrategy


def get_jwt_strategy():
    return JWTStrategy(secret="7fe0e69eee720dd9a5fca94ac4530316d2da738070909ed88498eb30ed9b3b49", lifetime_seconds=3600)
`,
  },
  good: {
    "users.py": `import os

from fastapi_users.authentication import JWTStrategy


def get_jwt_strategy():
    return JWTStrategy(secret=os.environ["AUTH_SECRET"], lifetime_seconds=3600)
`,
  },
};
