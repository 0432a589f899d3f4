import type { Framework } from "../../src/kit.ts";

/** Where Apache Superset takes its key. */
export const superset: Framework = {
  id: "superset",
  title: "Apache Superset",
  language: "any",
  variable: "SUPERSET_SECRET_KEY",
  docs: "https://superset.apache.org/docs/configuration/configuring-superset/#specifying-a-secret_key",
  protects: "sessions and stored database passwords",
  attack: "An attacker who has the key can sign in as an administrator and read the passwords of connected databases.",
  fix: `Set SUPERSET_SECRET_KEY when Superset is deployed, after generating it with openssl rand -base64 42.`,
  rotate: "Put the old key into PREVIOUS_SECRET_KEY, set the new SECRET_KEY, and run superset re-encrypt-secrets.",
  slots: [
    {
      id: "secret-key",
      at: [{ entry: "SECRET_KEY", file: "**/superset_config*.py" }, { env: "SUPERSET_SECRET_KEY" }, { setting: "SUPERSET_SECRET_KEY", capitals: true }],
      empty: "refused",
      label: "SECRET_KEY",
    },
    {
      id: "guest-token",
      at: [{ setting: "GUEST_TOKEN_JWT_SECRET", capitals: true }, { env: "*GUEST_TOKEN_JWT_SECRET" }],
      min: 32,
      label: "GUEST_TOKEN_JWT_SECRET",
      variable: "GUEST_TOKEN_JWT_SECRET",
      protects: "embedded dashboards",
    },
    {
      id: "async-queries",
      at: [{ setting: "GLOBAL_ASYNC_QUERIES_JWT_SECRET", capitals: true }, { env: "*GLOBAL_ASYNC_QUERIES_JWT_SECRET" }],
      min: 32,
      short: "refused",
      label: "GLOBAL_ASYNC_QUERIES_JWT_SECRET",
      variable: "GLOBAL_ASYNC_QUERIES_JWT_SECRET",
      protects: "results of queries",
    },
  ],
  bad: {
    "superset_config.py": `GUEST_TOKEN_JWT_SECRET = "a63a991f0d603e52e8e577d24d3f7825096f1d3164425e05a9c5d60c58105715"
`,
  },
  good: {
    "superset_config.py": `import os

GUEST_TOKEN_JWT_SECRET = os.environ["GUEST_TOKEN_JWT_SECRET"]
`,
  },
};
