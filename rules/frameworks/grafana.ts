import type { Framework } from "../../src/kit.ts";

/** Where Grafana takes its key. */
export const grafana: Framework = {
  id: "grafana",
  title: "Grafana",
  language: "any",
  variable: "GF_SECURITY_SECRET_KEY",
  docs: "https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#secret_key",
  protects: "stored credentials of data sources",
  attack: "An attacker who has the key and a copy of the database can read the credentials of every data source.",
  fix: `Set GF_SECURITY_SECRET_KEY when Grafana is deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "secret-key",
      at: [{ entry: "security.secret_key", file: "**/grafana*.ini" }, { env: "GF_SECURITY_SECRET_KEY" }],
      label: "[security] secret_key",
    },
  ],
  bad: {
    "grafana.ini": `[security]
admin_user = admin
secret_key = 8472f64210a27f04202c3a91561cbb244012a902d50fec67c9c5513c2c144b29
`,
  },
  good: {
    "grafana.ini": `[security]
admin_user = admin
secret_key = \${GF_SECURITY_SECRET_KEY}
`,
  },
};
