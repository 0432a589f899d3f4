import type { Framework } from "../../src/kit.ts";

/** Where Astro takes its key. */
export const astro: Framework = {
  id: "astro",
  title: "Astro",
  language: "any",
  variable: "ASTRO_KEY",
  docs: "https://docs.astro.build/en/guides/server-islands/#reusing-the-encryption-key",
  form: { as: "base64", bytes: 32 },
  protects: "properties of server islands",
  attack: "An attacker who has the key can send server islands any properties.",
  fix: `Set ASTRO_KEY when the site is built, after generating it with npx astro create-key.`,
  slots: [
    {
      // https://github.com/withastro/astro/blob/main/packages/astro/src/core/encryption.ts: a key of AES-GCM.
      id: "key",
      at: [{ env: "ASTRO_KEY" }],
      encoding: "base64",
      exact: [16, 24, 32],
      // A key is made at each build in the place of an empty one.
      empty: "refused",
      short: "refused",
      label: "ASTRO_KEY",
    },
  ],
  bad: {
    ".env": `ASTRO_KEY=YFhcbFiXOrEyhhVBerUDFlrMOuo6OfIgCJke/t42ZyA=
`,
  },
  good: {
    "compose.yml": `services:
  web:
    image: example/web
    environment:
      ASTRO_KEY: \${ASTRO_KEY:?set ASTRO_KEY}
`,
  },
};
