import type { Framework } from "../../src/kit.ts";

/** Where next-firebase-auth and next-firebase-auth-edge takes its key. */
export const nextFirebaseAuth: Framework = {
  id: "next-firebase-auth",
  title: "next-firebase-auth and next-firebase-auth-edge",
  language: "javascript",
  variable: "COOKIE_SECRET_CURRENT",
  docs: "https://github.com/gladly-team/next-firebase-auth#cookies",
  protects: "sign-in cookies",
  attack: "An attacker who has the key can sign the cookie of any user.",
  fix: `Set the keys to a list from process.env.COOKIE_SECRET_CURRENT, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first: it signs, and the others are still accepted.",
  slots: [
    {
      // https://next-firebase-auth-edge-docs.vercel.app/docs/usage/middleware
      id: "cookie-keys",
      at: [
        { call: "next-firebase-auth.init", argument: "0.cookies.keys" },
        { call: "next-firebase-auth-edge.authMiddleware", argument: "1.cookieSignatureKeys" },
        { call: "next-firebase-auth-edge.getTokens", argument: "1.cookieSignatureKeys" },
        { call: "next-firebase-auth-edge.getApiRequestTokens", argument: "1.cookieSignatureKeys" },
      ],
      holds: "list",
      signs: "first",
      label: "cookies.keys",
    },
  ],
  bad: {
    "auth.js": `import { init } from "next-firebase-auth";

export const start = () =>
  init({
    authPageURL: "/auth",
    cookies: { name: "Shop", keys: ["75fd6024c54c0c7bb5673c344260a874eabf40157b2554a341083785603a7dce"], signed: true },
  });
`,
  },
  good: {
    "auth.js": `import { init } from "next-firebase-auth";

export const start = () =>
  init({
    authPageURL: "/auth",
    cookies: { name: "Shop", keys: [process.env.COOKIE_SECRET_CURRENT], signed: true },
  });
`,
  },
};
