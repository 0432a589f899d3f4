import type { Framework } from "../../src/kit.ts";

/** Where authentik takes its key: it is Django's SECRET_KEY there. */
export const authentik: Framework = {
  id: "authentik",
  title: "authentik",
  language: "any",
  variable: "AUTHENTIK_SECRET_KEY",
  docs: "https://docs.goauthentik.io/install-config/configuration/",
  protects: "sessions and signed links of the identity provider",
  attack: "An attacker who has the key can sign sessions and links, and so sign in to every application behind it as any user.",
  fix: "Set AUTHENTIK_SECRET_KEY when authentik is deployed, after generating it with openssl rand -base64 60.",
  slots: [
    {
      id: "secret-key",
      at: [{ env: "AUTHENTIK_SECRET_KEY" }],
      label: "AUTHENTIK_SECRET_KEY",
    },
  ],
  bad: {
    "compose.yml": `services:
  server:
    image: ghcr.io/goauthentik/server
    environment:
      AUTHENTIK_SECRET_KEY: "4136154f42d5907b4360a7d9cb61b55f8d9ab6ae48739bd192cbb2e8bef03520"
`,
  },
  good: {
    "compose.yml": `services:
  server:
    image: ghcr.io/goauthentik/server
    environment:
      AUTHENTIK_SECRET_KEY: \${AUTHENTIK_SECRET_KEY:?generate it with openssl rand -base64 60}
`,
  },
};
