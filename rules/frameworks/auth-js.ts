import type { Framework } from "../../src/kit.ts";

/** Where Auth.js and NextAuth.js takes its key. */
export const authJs: Framework = {
  id: "auth-js",
  title: "Auth.js and NextAuth.js",
  language: "any",
  variable: "AUTH_SECRET",
  docs: "https://authjs.dev/reference/core/errors#missingsecret",
  protects: "session tokens, mail links and cookies",
  attack: "An attacker who has the key can make a session token for any user.",
  fix: `Leave the secret option out and set AUTH_SECRET (NextAuth.js 4: NEXTAUTH_SECRET) when the application is deployed, after generating it with npx auth secret.`,
  rotate: "Pass secret as a list with the new key first (Auth.js 5): the first one encrypts, and tokens of the others are still read.",
  lasts: { days: 30, docs: "https://github.com/nextauthjs/next-auth/blob/main/packages/core/src/lib/init.ts" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "next-auth", argument: "0.secret" },
        { call: "next-auth", argument: "2.secret" },
        { call: "next-auth.getServerSession", argument: "0.secret|2.secret" },
        { call: "next-auth/next", argument: "0.secret|2.secret" },
        { call: "@auth/core.Auth", argument: "1.secret" },
        { call: "@auth/sveltekit.SvelteKitAuth", argument: "0.secret" },
        { call: "@auth/express.ExpressAuth", argument: "0.secret" },
        { call: "@auth/solid-start.SolidAuth", argument: "0.secret" },
        { call: "@auth/qwik.QwikAuth$", argument: "0.secret" },
        { call: "@hono/auth-js.initAuthConfig", argument: "0().secret" },
        // https://auth.sidebase.io/guide/authjs/nuxt-auth-handler
        { call: "#auth.NuxtAuthHandler", argument: "0.secret" },
        // https://tina.io/docs/self-hosted/authentication-provider/overview
        { call: "tinacms-authjs.TinaAuthJSOptions", argument: "0.secret" },
        { call: "tinacms-authjs/dist/index.TinaAuthJSOptions", argument: "0.secret" },
        { env: "AUTH_SECRET" },
        { env: "AUTH_SECRET_[1-3]" },
        { env: "NEXTAUTH_SECRET" },
      ],
      holds: "list",
      signs: "first",
      empty: "refused",
      label: "NextAuth({ secret })",
    },
    {
      id: "jwt-secret",
      at: [
        { call: "next-auth", argument: "0.jwt.secret" },
        { call: "next-auth", argument: "2.jwt.secret" },
        { call: "next-auth/jwt.getToken", argument: "0.secret" },
        { call: "next-auth/jwt.encode", argument: "0.secret" },
        { call: "next-auth/jwt.decode", argument: "0.secret" },
        { call: "@auth/core/jwt.getToken", argument: "0.secret" },
        { call: "next-auth/middleware.withAuth", argument: "0.secret|1.secret" },
      ],
      empty: "refused",
      label: "getToken({ secret })",
      protects: "session tokens",
    },
  ],
  bad: {
    "auth.ts": `import NextAuth from "next-auth";

export const { handlers, auth } = NextAuth({ providers: [], secret: "8788bd123e54a8c6abaa8967ce702748ec80e8648e8f74bbcd5f8c393004992f" });
`,
  },
  good: {
    "auth.ts": `import NextAuth from "next-auth";

export const { handlers, auth } = NextAuth({ providers: [] });
`,
  },
};
