import type { Framework } from "../../src/kit.ts";

/** Where Better Auth takes its key. */
export const betterAuth: Framework = {
  id: "better-auth",
  title: "Better Auth",
  language: "any",
  variable: "BETTER_AUTH_SECRET",
  docs: "https://www.better-auth.com/docs/reference/options",
  protects: "session cookies and stored tokens",
  attack: "An attacker who has the key can sign session cookies and read what the application encrypts.",
  fix: `Leave the secret option out and set BETTER_AUTH_SECRET when the application is deployed, after generating it with openssl rand -base64 32.`,
  rotate: "Write the keys with their versions into BETTER_AUTH_SECRETS, the new one first: what the others encrypted is still read, but sessions that they signed end.",
  lasts: { days: 7, docs: "https://www.better-auth.com/docs/concepts/session-management" },
  slots: [
    {
      id: "secret",
      at: [
        { call: "better-auth.betterAuth", argument: "0.secret" },
        { call: "better-auth/minimal.betterAuth", argument: "0.secret" },
        { env: "BETTER_AUTH_SECRET" },
      ],
      unit: "characters",
      min: 32,
      empty: "refused",
      label: "betterAuth({ secret })",
    },
    {
      id: "secrets",
      at: [{ call: "better-auth.betterAuth", argument: "0.secrets.0.value|0.secrets.1.value|0.secrets.2.value" }],
      unit: "characters",
      min: 32,
      empty: "refused",
      label: "betterAuth({ secrets })",
      variable: "BETTER_AUTH_SECRETS",
    },
  ],
  bad: {
    "auth.ts": `import { betterAuth } from "better-auth";

export const auth = betterAuth({ secret: "8c7996bdefe6c327590c79ce0530699f8ba2c3827f0ca5c3e00c6fb5871a6c47" });
`,
  },
  good: {
    "auth.ts": `import { betterAuth } from "better-auth";

const secret = process.env.BETTER_AUTH_SECRET;
if (!secret) throw new Error("BETTER_AUTH_SECRET is not set");

export const auth = betterAuth({ secret });
`,
  },
};
