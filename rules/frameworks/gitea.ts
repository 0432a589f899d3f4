import type { Framework } from "../../src/kit.ts";

/** Where Gitea, Forgejo and Gogs takes its key. */
export const gitea: Framework = {
  id: "gitea",
  title: "Gitea, Forgejo and Gogs",
  language: "any",
  docs: "https://docs.gitea.com/administration/config-cheat-sheet#security-security",
  protects: "stored second factors, cookies and access tokens",
  attack: "An attacker who has the key can read stored second factors and sign cookies and tokens of other users.",
  fix: `Set GITEA__security__SECRET_KEY when Gitea is deployed, after generating it with gitea generate secret SECRET_KEY.`,
  slots: [
    {
      id: "secret-key",
      at: [{ entry: "security.SECRET_KEY", file: "**/{app,app.example}.ini" }, { env: "{GITEA,FORGEJO}_SECURITY_SECRET_KEY" }],
      label: "[security] SECRET_KEY",
      protects: "stored second factors and cookies",
    },
    {
      id: "internal-token",
      at: [{ entry: "security.INTERNAL_TOKEN", file: "**/{app,app.example}.ini" }, { env: "{GITEA,FORGEJO}_SECURITY_INTERNAL_TOKEN" }],
      label: "[security] INTERNAL_TOKEN",
      protects: "internal requests",
    },
    {
      id: "jwt-secret",
      at: [{ entry: "oauth2.JWT_SECRET", file: "**/{app,app.example}.ini" }, { env: "{GITEA,FORGEJO}_OAUTH2_JWT_SECRET" }],
      // https://github.com/go-gitea/gitea/blob/main/modules/generate/generate.go
      form: { as: "base64url", bytes: 32, unpadded: true },
      label: "[oauth2] JWT_SECRET",
      protects: "access tokens",
    },
  ],
  bad: {
    "app.ini": `[security]
INSTALL_LOCK = true
SECRET_KEY = 327b079310a9a30dabc7d4465fe2e56f2c58b793231e08367b1744a6243cacb3
`,
  },
  good: {
    "app.ini": `[security]
INSTALL_LOCK = true
SECRET_KEY_URI = file:/run/secrets/gitea
`,
  },
};
