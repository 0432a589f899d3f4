import type { Framework } from "../../src/kit.ts";

/** Where MLflow takes its key. */
export const mlflow: Framework = {
  id: "mlflow",
  title: "MLflow",
  language: "any",
  variable: "MLFLOW_FLASK_SERVER_SECRET_KEY",
  docs: "https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/",
  protects: "CSRF tokens of the sign-up page",
  attack: "An attacker who has the key can make valid CSRF tokens, and so let an administrator's browser create accounts.",
  fix: `Set MLFLOW_FLASK_SERVER_SECRET_KEY when MLflow is deployed, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "secret-key",
      at: [{ env: "MLFLOW_FLASK_SERVER_SECRET_KEY" }],
      empty: "refused",
      label: "MLFLOW_FLASK_SERVER_SECRET_KEY",
    },
  ],
  bad: {
    ".env": `MLFLOW_FLASK_SERVER_SECRET_KEY=58bed67107e2d2d701f50c0b15232e5be8b1ba81494d49f825d934a40e92d1d0
`,
  },
  good: {
    "compose.yml": `services:
  mlflow:
    image: example/mlflow
    environment:
      MLFLOW_FLASK_SERVER_SECRET_KEY: \${MLFLOW_SECRET_KEY:?set MLFLOW_SECRET_KEY}
`,
  },
};
