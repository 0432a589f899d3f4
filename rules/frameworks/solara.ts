import type { Framework } from "../../src/kit.ts";

/** Where Solara takes its key. */
export const solara: Framework = {
  id: "solara",
  title: "Solara",
  language: "any",
  variable: "SOLARA_SESSION_SECRET_KEY",
  docs: "https://github.com/widgetti/solara/blob/master/solara/server/settings.py",
  protects: "session cookies",
  attack: "An attacker who has the key can write the session of any signed-in user.",
  fix: `Set SOLARA_SESSION_SECRET_KEY when the application is deployed, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "session-secret-key",
      at: [{ env: "SOLARA_SESSION_SECRET_KEY" }],
      label: "SOLARA_SESSION_SECRET_KEY",
    },
  ],
  bad: {
    ".env": `SOLARA_SESSION_SECRET_KEY=e11a5ce139c36c23c40a12558b5786c45e11b1ac87314aaf1a9b2973dfed0fc7
`,
  },
  good: {
    "compose.yml": `services:
  app:
    image: example/dashboard
    environment:
      SOLARA_SESSION_SECRET_KEY: \${SOLARA_SESSION_SECRET_KEY:?set SOLARA_SESSION_SECRET_KEY}
`,
  },
};
