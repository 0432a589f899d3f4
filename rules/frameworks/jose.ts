import type { Framework } from "../../src/kit.ts";

const fixWith = (variable: string): string => `Pass new TextEncoder().encode(process.env.${variable}), stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`;

/** Where jose takes its key. */
export const jose: Framework = {
  id: "jose",
  title: "jose",
  language: "javascript",
  anywhere: true,
  variable: "JWT_SECRET",
  docs: "https://github.com/panva/jose/blob/main/docs/jwt/sign/classes/SignJWT.md",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: fixWith("JWT_SECRET"),
  rotate: "Sign with a kid in the protected header, and pass jwtVerify a function that returns the key for it, and the old key where there is none.",
  slots: [
    {
      id: "sign",
      at: [
        { call: "jose.SignJWT().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setExpirationTime().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setIssuedAt().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setIssuedAt().setExpirationTime().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setExpirationTime().setIssuedAt().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setSubject().setIssuedAt().setExpirationTime().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setIssuedAt().setSubject().setExpirationTime().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setJti().setIssuedAt().setExpirationTime().sign", argument: "0" },
        { call: "jose.SignJWT().setProtectedHeader().setIssuedAt().setIssuer().setAudience().setExpirationTime().sign", argument: "0" },
        { call: "jose.CompactSign().setProtectedHeader().sign", argument: "0" },
        { call: "jose.GeneralSign().addSignature", argument: "0" },
        { call: "jose.JWT.sign", argument: "1" },
      ],
      min: 32,
      empty: "refused",
      label: "new SignJWT().sign",
    },
    {
      id: "verify",
      at: [
        { call: "jose.jwtVerify", argument: "1" },
        { call: "jose.compactVerify", argument: "1" },
        { call: "jose/jwt/verify.jwtVerify", argument: "1" },
        { call: "jose.JWT.verify", argument: "1" },
      ],
      where: [{ argument: "2.algorithms", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "2.algorithms", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwtVerify",
    },
    {
      // RFC 7517: the key of a JWK is base64url.
      id: "jwk",
      at: [{ call: "jose.importJWK", argument: "0.k" }],
      where: [{ argument: "0.kty", is: ["oct"] }],
      encoding: "base64url",
      min: 32,
      empty: "refused",
      form: { as: "base64url", bytes: 32, unpadded: true },
      label: "importJWK({ k })",
    },
    {
      id: "encrypt",
      at: [
        { call: "jose.EncryptJWT().setProtectedHeader().encrypt", argument: "0" },
        { call: "jose.EncryptJWT().setProtectedHeader().setIssuedAt().setExpirationTime().encrypt", argument: "0" },
        { call: "jose.CompactEncrypt().setProtectedHeader().encrypt", argument: "0" },
        { call: "jose.jwtDecrypt", argument: "1" },
        { call: "jose.compactDecrypt", argument: "1" },
      ],
      empty: "refused",
      label: "jwtDecrypt",
      variable: "ENCRYPTION_KEY",
      fix: fixWith("ENCRYPTION_KEY"),
      protects: "encrypted tokens",
    },
  ],
  bad: {
    "tokens.js": `import { jwtVerify } from "jose";

const key = new TextEncoder().encode("52b39362a048b2ac1d9f8cc7cba5a24b0d76222a63ba772a04858f6111fcf181");

export const check = (token) => jwtVerify(token, key);
`,
  },
  good: {
    "tokens.js": `import { jwtVerify } from "jose";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");
const key = new TextEncoder().encode(secret);

export const check = (token) => jwtVerify(token, key);
`,
  },
};
