import type { Framework } from "../../src/kit.ts";

/** Where Hasura takes its key. */
export const hasura: Framework = {
  id: "hasura",
  title: "Hasura",
  language: "any",
  variable: "HASURA_GRAPHQL_JWT_SECRET",
  docs: "https://hasura.io/docs/2.0/auth/authentication/jwt/",
  form: { as: "hex", bytes: 32, prefix: '{"type":"HS256","key":"', suffix: '"}' },
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token with any role.",
  fix: `Set HASURA_GRAPHQL_JWT_SECRET when Hasura is deployed, after generating the key in it with openssl rand -hex 32.`,
  rotate: "In Hasura Cloud and Enterprise set HASURA_GRAPHQL_JWT_SECRETS to a list of the old and the new key with an issuer for each: by the issuer that it names a token is checked with one of them.",
  slots: [
    {
      id: "jwt-secret",
      at: [{ env: "HASURA_GRAPHQL_JWT_SECRET" }, { env: "HASURA_GRAPHQL_JWT_SECRETS" }],
      min: 32,
      short: "refused",
      label: "HASURA_GRAPHQL_JWT_SECRET",
    },
  ],
  bad: {
    ".env": `HASURA_GRAPHQL_JWT_SECRET='{"type":"HS256","key":"863723370798ec195954cffac48afa586c459ab3c428af4dbcfb3142d4d98ace"}'
`,
  },
  good: {
    "compose.yml": `services:
  graphql:
    image: hasura/graphql-engine
    environment:
      HASURA_GRAPHQL_JWT_SECRET: \${HASURA_GRAPHQL_JWT_SECRET:?set HASURA_GRAPHQL_JWT_SECRET}
`,
  },
};
