import type { Framework } from "../../src/kit.ts";

/** Where Panel takes its key. */
export const panel: Framework = {
  id: "panel",
  title: "Panel",
  language: "any",
  variable: "PANEL_COOKIE_SECRET",
  docs: "https://panel.holoviz.org/how_to/authentication/configuration.html",
  protects: "sign-in cookies and the tokens kept in them",
  attack: "An attacker who has the key can write the sign-in cookie of any user.",
  fix: `Set PANEL_COOKIE_SECRET and PANEL_OAUTH_ENCRYPTION when the application is deployed, after generating them with panel secret and panel oauth-secret.`,
  lasts: { days: 1, docs: "https://github.com/holoviz/panel/blob/main/panel/config.py" },
  slots: [
    {
      id: "cookie-secret",
      at: [
        { attribute: "panel.config.cookie_secret" },
        { call: "panel.serve", argument: "cookie_secret" },
        { env: "PANEL_COOKIE_SECRET" },
      ],
      label: "cookie_secret",
    },
    {
      // https://github.com/holoviz/panel/blob/main/panel/command/serve.py: the key of a Fernet.
      id: "oauth-encryption",
      at: [
        { attribute: "panel.config.oauth_encryption_key" },
        { call: "panel.serve", argument: "oauth_encryption_key" },
        { env: "PANEL_OAUTH_ENCRYPTION" },
      ],
      encoding: "base64url",
      exact: [32],
      short: "refused",
      form: { as: "base64url", bytes: 32 },
      label: "oauth_encryption_key",
      variable: "PANEL_OAUTH_ENCRYPTION",
      protects: "the tokens of signed-in users",
    },
  ],
  bad: {
    "app.py": `import panel as pn

pn.serve({"": "app.md"}, oauth_provider="github", cookie_secret="aefe7348b74005ca33d22947a963faacb96433939719ac9db061e766a18fbe4d")
`,
  },
  good: {
    "app.py": `import os

import panel as pn

pn.serve({"": "app.md"}, oauth_provider="github", cookie_secret=os.environ["PANEL_COOKIE_SECRET"])
`,
  },
};
