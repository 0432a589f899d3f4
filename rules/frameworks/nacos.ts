import type { Framework } from "../../src/kit.ts";

/** Where Nacos takes its key. */
export const nacos: Framework = {
  id: "nacos",
  title: "Nacos",
  language: "any",
  variable: "NACOS_AUTH_TOKEN",
  docs: "https://nacos.io/en/docs/v2/guide/user/auth/",
  form: { as: "base64", bytes: 32 },
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user, and so read and change every configuration.",
  fix: `Set NACOS_AUTH_TOKEN when Nacos is deployed and keep it out of the repository, after generating it with openssl rand -base64 32.`,
  lasts: { days: 1, docs: "https://nacos.io/en/docs/v2/guide/user/auth/" },
  slots: [
    {
      id: "token-secret-key",
      at: [
        { entry: "nacos.core.auth.plugin.nacos.token.secret.key", file: "**/*application*.properties" },
        { entry: "nacos.core.auth.default.token.secret.key", file: "**/*application*.properties" },
        { env: "NACOS_AUTH_TOKEN" },
      ],
      encoding: "base64",
      min: 32,
      label: "nacos.core.auth.plugin.nacos.token.secret.key",
    },
  ],
  bad: {
    "conf/application.properties": `nacos.core.auth.enabled=true
nacos.core.auth.plugin.nacos.token.secret.key=n/yjRBDWOZIZ2RGG4lHqq7HJcisJlWDijGIPeQK87Og=
`,
  },
  good: {
    "compose.yml": `services:
  nacos:
    image: nacos/nacos-server
    environment:
      NACOS_AUTH_TOKEN: \${NACOS_AUTH_TOKEN:?set NACOS_AUTH_TOKEN}
`,
  },
};
