import type { Framework } from "../../src/kit.ts";

/** Where FoalTS takes its key. */
export const foal: Framework = {
  id: "foal",
  title: "FoalTS",
  language: "any",
  variable: "SETTINGS_JWT_SECRET",
  docs: "https://foalts.org/docs/authentication/jwt",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set settings.jwt.secret to env(SETTINGS_JWT_SECRET) in config/default.json, and generate the key with foal createsecret.`,
  slots: [
    {
      id: "jwt-secret",
      at: [
        { entry: "settings.jwt.secret", file: "**/config/*.{json,yml,yaml,js}" },
        { env: "SETTINGS_JWT_SECRET" },
      ],
      min: 32,
      empty: "refused",
      label: "settings.jwt.secret",
    },
  ],
  bad: {
    "config/default.json": `{
  "port": 3001,
  "settings": { "jwt": { "secret": "052df0d157bae5d70714248ad713562b2ad855511e63b402136d5e0cd69e9f57" } }
}
`,
  },
  good: {
    "config/default.json": `{
  "port": 3001,
  "settings": { "jwt": { "secret": "env(SETTINGS_JWT_SECRET)" } }
}
`,
  },
};
