import type { Framework } from "../../src/kit.ts";

/** Where JWCrypto takes its key. */
export const jwcrypto: Framework = {
  id: "jwcrypto",
  title: "JWCrypto",
  language: "python",
  variable: "JWT_KEY",
  docs: "https://jwcrypto.readthedocs.io/en/latest/jwk.html",
  form: { as: "base64url", bytes: 32 },
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass k=os.environ["JWT_KEY"] to JWK, after generating it with python -c "import secrets; print(secrets.token_urlsafe(32))".`,
  rotate: "Sign with the new key, and verify with a JWKSet of the new key and the old one.",
  slots: [
    {
      id: "oct-key",
      at: [{ call: "jwcrypto.jwk.JWK", argument: "k|0.k" }],
      where: [{ argument: "kty", not: ["RSA", "EC", "OKP"] }],
      encoding: "base64url",
      min: 32,
      label: "JWK(k=)",
    },
  ],
  bad: {
    "tokens.py": `from jwcrypto import jwk

key = jwk.JWK(kty="oct", k="r0WApGfmPa1nZ163FWGY3Ydpmqxv9veotQqFyezHHGI=")
`,
  },
  good: {
    "tokens.py": `import os

from jwcrypto import jwk

key = jwk.JWK(kty="oct", k=os.environ["JWT_KEY"])
`,
  },
};
