import type { Framework } from "../../src/kit.ts";

/** Where SearXNG takes its key. */
export const searxng: Framework = {
  id: "searxng",
  title: "SearXNG",
  language: "any",
  variable: "SEARXNG_SECRET",
  docs: "https://docs.searxng.org/admin/settings/settings_server.html",
  protects: "cookies and the addresses of proxied images",
  attack: "An attacker who has the key can sign cookies and addresses of images, and so use the server as a proxy.",
  fix: `Set SEARXNG_SECRET when SearXNG is deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "secret-key",
      at: [{ entry: "server.secret_key", file: "**/{searx,searxng}/settings.{yml,yaml}" }, { env: "SEARXNG_SECRET" }, { env: "SEARX_SECRET_KEY" }],
      label: "server.secret_key",
    },
  ],
  unset: ["ultrasecretkey"],
  bad: {
    "searxng/settings.yml": `use_default_settings: true
server:
  secret_key: "8a37ebaaa926acfa6d92868afae5d6c3d7191619210db077a1b6e5dc8cf835eb"
`,
  },
  good: {
    "searxng/settings.yml": `use_default_settings: true
server:
  secret_key: "ultrasecretkey"
`,
  },
};
