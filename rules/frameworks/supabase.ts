import type { Framework } from "../../src/kit.ts";

/** Where Supabase and PostgREST takes its key. */
export const supabase: Framework = {
  id: "supabase",
  title: "Supabase and PostgREST",
  language: "any",
  variable: "JWT_SECRET",
  docs: "https://supabase.com/docs/guides/self-hosting/docker",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user and for the service role, which passes every row rule.",
  fix: `Set JWT_SECRET when the services are deployed, after generating it with openssl rand -hex 32.`,
  slots: [
    {
      id: "jwt-secret",
      at: [{ env: "{SUPABASE,GOTRUE,PGRST}_JWT_SECRET" }],
      min: 32,
      short: "refused",
      label: "JWT_SECRET",
    },
  ],
  bad: {
    ".env": `PGRST_JWT_SECRET=e70f5f61e6b1fdc265fd65c31c40b5cd440cc299fb61a4179470834c4ff0710c
`,
  },
  good: {
    "compose.yml": `services:
  rest:
    image: postgrest/postgrest
    environment:
      PGRST_JWT_SECRET: \${JWT_SECRET:?set JWT_SECRET}
`,
  },
};
