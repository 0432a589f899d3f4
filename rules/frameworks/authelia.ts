import type { Framework } from "../../src/kit.ts";

/** Where Authelia takes its key. */
export const authelia: Framework = {
  id: "authelia",
  title: "Authelia",
  language: "any",
  docs: "https://www.authelia.com/configuration/methods/secrets/",
  protects: "sessions, stored second factors and password reset links",
  attack: "An attacker who has the keys can make the link that resets any password and read stored second factors.",
  fix: `Take the keys out of the file and set AUTHELIA_SESSION_SECRET_FILE and the like, after generating them with authelia crypto rand.`,
  slots: [
    {
      id: "session-secret",
      at: [{ entry: "session.secret", file: "**/authelia/**/configuration*.{yml,yaml}" }, { env: "AUTHELIA_SESSION_SECRET" }],
      label: "session.secret",
      protects: "sessions",
    },
    {
      id: "jwt-secret",
      at: [
        { entry: "identity_validation.reset_password.jwt_secret", file: "**/configuration*.{yml,yaml}" },
        { env: "AUTHELIA_{IDENTITY_VALIDATION_RESET_PASSWORD_,}JWT_SECRET" },
      ],
      label: "identity_validation.reset_password.jwt_secret",
      protects: "password reset links",
    },
    {
      // https://github.com/authelia/authelia/blob/master/internal/configuration/validator/storage.go
      id: "encryption-key",
      at: [
        { entry: "storage.encryption_key", file: "**/authelia/**/configuration*.{yml,yaml}" },
        { env: "AUTHELIA_STORAGE_ENCRYPTION_KEY" },
      ],
      unit: "characters",
      min: 20,
      empty: "refused",
      short: "refused",
      label: "storage.encryption_key",
      rotate: "Run authelia storage encryption change-key with the new key before it is set.",
      protects: "stored second factors",
    },
    {
      id: "hmac-secret",
      at: [
        { entry: "identity_providers.oidc.hmac_secret", file: "**/configuration*.{yml,yaml}" },
        { env: "AUTHELIA_IDENTITY_PROVIDERS_OIDC_HMAC_SECRET" },
      ],
      label: "identity_providers.oidc.hmac_secret",
      protects: "access tokens",
    },
  ],
  bad: {
    "authelia/configuration.yml": `session:
  secret: "0e978aa9dbb44c791b1c44ac821cc129f51f095edcc1da77adc235d6cae084ec"
`,
  },
  good: {
    "compose.yml": `services:
  authelia:
    image: authelia/authelia
    environment:
      AUTHELIA_SESSION_SECRET_FILE: /run/secrets/session
`,
  },
};
