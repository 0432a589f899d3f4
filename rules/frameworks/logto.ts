import type { Framework } from "../../src/kit.ts";

/** Where Logto SDKs takes its key. */
export const logto: Framework = {
  id: "logto",
  title: "Logto SDKs",
  language: "any",
  variable: "LOGTO_COOKIE_SECRET",
  docs: "https://docs.logto.io/quick-starts/next-app-router",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write the session of any user.",
  fix: `Pass process.env.LOGTO_COOKIE_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      // https://github.com/logto-io/js/blob/master/packages/node/src/utils/session.ts: SHA-256 makes the key.
      id: "cookie-secret",
      at: [
        { call: "@logto/next", argument: "0.cookieSecret" },
        { call: "@logto/next/edge", argument: "0.cookieSecret" },
        { call: "@logto/next/server-actions", argument: "0.cookieSecret" },
        { call: "@logto/sveltekit.handleLogto", argument: "1.encryptionKey" },
        { call: "@logto/node.CookieStorage", argument: "0.encryptionKey" },
        { call: "defineNuxtConfig", argument: "0.runtimeConfig.logto.cookieEncryptionKey|0.logto.cookieEncryptionKey" },
        { env: "LOGTO_COOKIE_{SECRET,ENCRYPTION_KEY}" },
        { env: "NUXT_LOGTO_COOKIE_ENCRYPTION_KEY" },
      ],
      empty: "refused",
      label: "cookieSecret",
    },
  ],
  bad: {
    "logto.js": `import LogtoClient from "@logto/next";

export const logto = new LogtoClient({
  endpoint: "https://auth.example.com",
  appId: "shop",
  appSecret: process.env.LOGTO_APP_SECRET,
  baseUrl: "https://shop.example.com",
  cookieSecret: "fd792a43a64aeb3db03e7cf8ad9789c2e59c3df38a34f7fad8719eca47ecb266",
  cookieSecure: true,
});
`,
  },
  good: {
    "logto.js": `import LogtoClient from "@logto/next";

const cookieSecret = process.env.LOGTO_COOKIE_SECRET;
if (!cookieSecret) throw new Error("LOGTO_COOKIE_SECRET is not set");

export const logto = new LogtoClient({
  endpoint: "https://auth.example.com",
  appId: "shop",
  appSecret: process.env.LOGTO_APP_SECRET,
  baseUrl: "https://shop.example.com",
  cookieSecret,
  cookieSecure: true,
});
`,
  },
};
