import type { Framework } from "../../src/kit.ts";

/** Where WorkOS AuthKit takes its key. */
export const workos: Framework = {
  id: "workos",
  title: "WorkOS AuthKit",
  language: "any",
  variable: "WORKOS_COOKIE_PASSWORD",
  docs: "https://github.com/workos/authkit-nextjs#configuration",
  protects: "session cookies",
  attack: "An attacker who has the password can read and write the session of any user.",
  fix: `Set WORKOS_COOKIE_PASSWORD when the application is deployed and keep it out of the repository, after generating it with openssl rand -base64 32.`,
  slots: [
    {
      // https://github.com/workos/authkit-nextjs/blob/main/src/session.ts
      id: "environment",
      at: [{ env: "WORKOS_COOKIE_PASSWORD" }],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "WORKOS_COOKIE_PASSWORD",
    },
    {
      id: "cookie-password",
      at: [
        { call: "*.loadSealedSession", argument: "0.cookiePassword" },
        { call: "*.authenticateWithSessionCookie", argument: "0.cookiePassword" },
        { call: "*.authenticateWithCode", argument: "0.session.cookiePassword" },
        { call: "*.authenticateWithRefreshToken", argument: "0.session.cookiePassword" },
        { call: "@workos-inc/authkit-remix.configure", argument: "0.cookiePassword" },
        { call: "@workos-inc/authkit-react-router.configure", argument: "0.cookiePassword" },
      ],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "cookiePassword",
    },
  ],
  packages: ["@workos-inc/node", "@workos-inc/authkit-nextjs", "@workos-inc/authkit-remix", "@workos-inc/authkit-react-router"],
  bad: {
    "session.js": `import { WorkOS } from "@workos-inc/node";

const workos = new WorkOS();

export const sessionOf = (cookie) =>
  workos.userManagement.loadSealedSession({ sessionData: cookie, cookiePassword: "e77462b4f993a8998a4fb6d4367d52d6e0af1bb0116541c894b8022afb90ce0d" });
`,
  },
  good: {
    "session.js": `import { WorkOS } from "@workos-inc/node";

const workos = new WorkOS();
const cookiePassword = process.env.WORKOS_COOKIE_PASSWORD;
if (!cookiePassword) throw new Error("WORKOS_COOKIE_PASSWORD is not set");

export const sessionOf = (cookie) => workos.userManagement.loadSealedSession({ sessionData: cookie, cookiePassword });
`,
  },
};
