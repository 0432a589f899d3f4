import type { Framework } from "../../src/kit.ts";

/** Where Nuxt Auth Utils takes its key. */
export const nuxtAuthUtils: Framework = {
  id: "nuxt-auth-utils",
  title: "Nuxt Auth Utils",
  language: "any",
  variable: "NUXT_SESSION_PASSWORD",
  docs: "https://github.com/atinux/nuxt-auth-utils",
  protects: "session cookies",
  attack: "An attacker who has the password can read and write any session, for instance as another user.",
  fix: `Leave the password out of nuxt.config and set NUXT_SESSION_PASSWORD when the application is deployed, after generating it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "password",
      at: [
        { env: "NUXT_SESSION_PASSWORD" },
        { call: "defineNuxtConfig", argument: "0.runtimeConfig.session.password" },
        { call: "nuxt/config.defineNuxtConfig", argument: "0.runtimeConfig.session.password" },
      ],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "NUXT_SESSION_PASSWORD",
    },
  ],
  bad: {
    "nuxt.config.ts": `export default defineNuxtConfig({
  modules: ["nuxt-auth-utils"],
  runtimeConfig: { session: { password: "88a30229a5305749de85dbd10cab443014eeb88f73995b2b7f19aca4f51df531" } },
});
`,
  },
  good: {
    "nuxt.config.ts": `export default defineNuxtConfig({
  modules: ["nuxt-auth-utils"],
  runtimeConfig: { session: { maxAge: 3600 } },
});
`,
  },
};
