import type { Framework } from "../../src/kit.ts";

/** Where Chainlit takes its key. */
export const chainlit: Framework = {
  id: "chainlit",
  title: "Chainlit",
  language: "any",
  variable: "CHAINLIT_AUTH_SECRET",
  docs: "https://docs.chainlit.io/authentication/overview",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set CHAINLIT_AUTH_SECRET when the application is deployed and keep it out of the repository, after generating it with chainlit create-secret.`,
  lasts: { days: 15, docs: "https://github.com/Chainlit/chainlit/blob/main/backend/chainlit/config.py" },
  slots: [
    {
      // https://github.com/Chainlit/chainlit/blob/main/backend/chainlit/auth/jwt.py: HS256 by PyJWT.
      id: "auth-secret",
      at: [{ env: "CHAINLIT_AUTH_SECRET" }],
      min: 32,
      empty: "refused",
      label: "CHAINLIT_AUTH_SECRET",
    },
  ],
  bad: {
    ".env": `CHAINLIT_AUTH_SECRET=ec82a3f5054795215dfdac5267df3a1eaeeb6d6b24f8469452a6bca1c83a7e22
`,
  },
  good: {
    "compose.yml": `services:
  chat:
    image: example/chat
    environment:
      CHAINLIT_AUTH_SECRET: \${CHAINLIT_AUTH_SECRET:?set CHAINLIT_AUTH_SECRET}
`,
  },
};
