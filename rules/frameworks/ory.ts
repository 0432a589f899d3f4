import type { Framework } from "../../src/kit.ts";

/** Where Ory Kratos and Ory Hydra takes its key. */
export const ory: Framework = {
  id: "ory",
  title: "Ory Kratos and Ory Hydra",
  language: "any",
  variable: "SECRETS_COOKIE",
  docs: "https://www.ory.com/docs/kratos/guides/secret-key-rotation",
  protects: "sessions, access tokens and stored tokens",
  attack: "An attacker who has the keys can sign the cookies and access tokens of any user.",
  fix: `Take the secrets out of the file and set SECRETS_COOKIE, SECRETS_CIPHER and SECRETS_SYSTEM when it is deployed, after generating them with openssl rand -hex 16.`,
  rotate: "Put the new secret first: it signs and encrypts, and the others are still accepted.",
  slots: [
    {
      // https://github.com/ory/kratos/blob/master/embedx/config.schema.json
      id: "cookie",
      at: [
        { entry: "secrets.cookie", file: "**/{kratos,hydra}*.{yml,yaml}" },
        { entry: "secrets.default", file: "**/kratos*.{yml,yaml}" },
        { env: "SECRETS_COOKIE" },
        { env: "SECRETS_DEFAULT" },
      ],
      holds: "list",
      signs: "first",
      unit: "characters",
      min: 16,
      empty: "refused",
      short: "refused",
      label: "secrets.cookie",
      protects: "signed cookies",
    },
    {
      // https://github.com/ory/hydra/blob/master/spec/config.json
      id: "system",
      at: [{ entry: "secrets.system", file: "**/hydra*.{yml,yaml}" }, { env: "SECRETS_SYSTEM" }],
      holds: "list",
      signs: "first",
      unit: "characters",
      min: 16,
      empty: "refused",
      short: "refused",
      label: "secrets.system",
      variable: "SECRETS_SYSTEM",
      protects: "access tokens",
    },
    {
      id: "cipher",
      at: [{ entry: "secrets.cipher", file: "**/kratos*.{yml,yaml}" }, { env: "SECRETS_CIPHER" }],
      holds: "list",
      signs: "first",
      unit: "characters",
      exact: [32],
      empty: "refused",
      short: "refused",
      form: { as: "base64url", bytes: 24 },
      label: "secrets.cipher",
      variable: "SECRETS_CIPHER",
      protects: "stored tokens",
    },
  ],
  bad: {
    "kratos/kratos.yml": `dsn: memory
secrets:
  cookie:
    - 4c2cdfb677540aec9d63675ecd3c26cfe5816f81d7189a4acc50b61ee3dfc9dd
`,
  },
  good: {
    "kratos/kratos.yml": `dsn: memory
`,
  },
};
