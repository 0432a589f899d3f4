import type { Framework } from "../../src/kit.ts";

/** Where CKAN takes its key. */
export const ckan: Framework = {
  id: "ckan",
  title: "CKAN",
  language: "any",
  variable: "CKAN___SECRET_KEY",
  docs: "https://docs.ckan.org/en/latest/maintaining/configuration.html",
  protects: "sessions and API tokens",
  attack: "An attacker who has the key can write any session or API token, for instance as an administrator.",
  fix: `Set CKAN___SECRET_KEY and CKAN___BEAKER__SESSION__SECRET when CKAN is deployed, after generating each with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "session-secret",
      at: [{ env: "CKAN_BEAKER_SESSION_{SECRET,VALIDATE_KEY,ENCRYPT_KEY}" }, { env: "CKAN_SECRET_KEY" }, { entry: "app:main.SECRET_KEY", file: "**/{ckan,production,development}.ini" }],
      label: "SECRET_KEY",
      protects: "sessions",
    },
    {
      id: "token-secret",
      at: [{ env: "{CKAN_,}API_TOKEN_JWT_{ENCODE,DECODE}_SECRET" }, { setting: "API_TOKEN_JWT_{ENCODE,DECODE}_SECRET" }],
      prefix: "string:",
      min: 32,
      form: { as: "hex", bytes: 32, prefix: "string:" },
      label: "api_token.jwt.encode.secret",
      variable: "CKAN___API_TOKEN__JWT__ENCODE__SECRET",
      protects: "API tokens",
    },
  ],
  bad: {
    ".env": `CKAN___BEAKER__SESSION__SECRET=d74a5000efb1ad571c20e7fdfaf7de86e3188a55a379f1eb0e2e08244552cc9c
`,
  },
  good: {
    "compose.yml": `services:
  ckan:
    image: ckan/ckan-base
    environment:
      CKAN___BEAKER__SESSION__SECRET: \${CKAN_SESSION_SECRET:?set CKAN_SESSION_SECRET}
`,
  },
};
