import type { Framework } from "../../src/kit.ts";

/** Where fast-jwt takes its key. */
export const fastJwt: Framework = {
  id: "fast-jwt",
  title: "fast-jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/nearform/fast-jwt#createsigner",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass key: process.env.JWT_SECRET to createSigner and createVerifier, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Give createSigner a kid, and createVerifier a function as key that returns the key for the kid in the header, and the old key where there is none.",
  slots: [
    {
      id: "signer",
      at: [{ call: "fast-jwt.createSigner", argument: "0.key|0.key()" }],
      where: [{ argument: "0.algorithm", not: ["RS*", "ES*", "PS*", "Ed*", "none"] }],
      min: 32,
      minBy: { argument: "0.algorithm", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "createSigner({ key })",
    },
    {
      id: "verifier",
      at: [{ call: "fast-jwt.createVerifier", argument: "0.key|0.key()" }],
      where: [{ argument: "0.algorithms", not: ["RS*", "ES*", "PS*", "Ed*", "none"] }],
      min: 32,
      minBy: { argument: "0.algorithms", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "createVerifier({ key })",
    },
  ],
  bad: {
    "tokens.js": `import { createSigner } from "fast-jwt";

export const sign = createSigner({ key: "a7a29aaeefb20070bd2b5d581d86d843f565dd1cc61b73a75b5d4af0703df592" });
`,
  },
  good: {
    "tokens.js": `import { createSigner } from "fast-jwt";

const key = process.env.JWT_SECRET;
if (!key) throw new Error("JWT_SECRET is not set");

export const sign = createSigner({ key });
`,
  },
};
