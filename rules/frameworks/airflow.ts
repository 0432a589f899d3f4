import type { Framework } from "../../src/kit.ts";

/** Where Apache Airflow takes its key. */
export const airflow: Framework = {
  id: "airflow",
  title: "Apache Airflow",
  language: "any",
  variable: "AIRFLOW__API__SECRET_KEY",
  docs: "https://airflow.apache.org/docs/apache-airflow/stable/configurations-ref.html",
  // HS512 signs with both, unless it is told otherwise: https://github.com/apache/airflow/blob/main/airflow-core/src/airflow/api_fastapi/auth/tokens.py
  form: { as: "hex", bytes: 64 },
  protects: "sessions of the web interface, stored connections and internal requests",
  attack: "An attacker who has the key can sign in to the web interface as an administrator and run code on the workers.",
  fix: `Set AIRFLOW__API__SECRET_KEY (before Airflow 3 AIRFLOW__WEBSERVER__SECRET_KEY) when Airflow is deployed, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "secret-key",
      at: [
        { env: "AIRFLOW_{WEBSERVER_,API_,}SECRET_KEY" },
        { env: "AIRFLOW_CORE_INTERNAL_API_SECRET_KEY" },
        { entry: "webserver.secret_key", file: "**/airflow.cfg" },
        { entry: "api.secret_key", file: "**/airflow.cfg" },
      ],
      label: "[webserver] secret_key",
      protects: "sessions of the web interface",
    },
    {
      id: "jwt-secret",
      at: [{ env: "AIRFLOW_API_AUTH_JWT_SECRET" }, { entry: "api_auth.jwt_secret", file: "**/airflow.cfg" }],
      min: 32,
      label: "[api_auth] jwt_secret",
      variable: "AIRFLOW__API_AUTH__JWT_SECRET",
      protects: "internal requests",
    },
    {
      id: "fernet-key",
      at: [{ env: "AIRFLOW_{CORE_FERNET_KEY,FERNET_KEY}" }, { entry: "core.fernet_key", file: "**/airflow.cfg" }],
      encoding: "base64url",
      exact: [32],
      short: "refused",
      form: { as: "base64url", bytes: 32 },
      label: "[core] fernet_key",
      variable: "AIRFLOW__CORE__FERNET_KEY",
      rotate: "Write the new and the old key with a comma between, and run airflow rotate-fernet-key.",
      protects: "stored connections",
    },
  ],
  bad: {
    "airflow.cfg": `[core]
executor = LocalExecutor

[webserver]
secret_key = 4c82c33bde518703b8bd33709e489afb30b3381f9e2b519d6cffb6a3eb7ab7ff
`,
  },
  good: {
    "compose.yml": `services:
  webserver:
    image: apache/airflow
    environment:
      AIRFLOW__WEBSERVER__SECRET_KEY: \${AIRFLOW_SECRET_KEY:?set AIRFLOW_SECRET_KEY}
`,
  },
};
