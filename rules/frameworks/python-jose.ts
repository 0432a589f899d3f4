import type { Framework } from "../../src/kit.ts";

/** Where python-jose takes its key. */
export const pythonJose: Framework = {
  id: "python-jose",
  title: "python-jose",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://python-jose.readthedocs.io/en/latest/jwt/api.html",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass os.environ["JWT_SECRET"] to jwt.encode and jwt.decode, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Pass jwt.decode a list of the new key and the old one: each of them is tried.",
  slots: [
    {
      id: "encode",
      at: [
        { call: "jose.jwt.encode", argument: "1|key" },
        { call: "jose.jws.sign", argument: "1|key" },
      ],
      where: [{ argument: "2|algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "2|algorithm", values: { HS256: 32, HS384: 48, HS512: 64 } },
      label: "jwt.encode",
    },
    {
      id: "decode",
      at: [
        { call: "jose.jwt.decode", argument: "1|key" },
        { call: "jose.jws.verify", argument: "1|key" },
      ],
      where: [{ argument: "2|algorithms", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "2|algorithms", values: { HS256: 32, HS384: 48, HS512: 64 } },
      label: "jwt.decode",
    },
    {
      id: "jwe",
      at: [
        { call: "jose.jwe.encrypt", argument: "1|key" },
        { call: "jose.jwe.decrypt", argument: "1|key" },
      ],
      label: "jwe.encrypt",
      variable: "ENCRYPTION_KEY",
      protects: "encrypted tokens",
    },
  ],
  bad: {
    "tokens.py": `from jose import jwt

SIGNING_SECRET = "79c888b486d0dbad5146ecc660feb0873bfb51ca3f16346e8a67aa601246a39a"


def token_for(user_id):
    return jwt.encode({"sub": user_id}, SIGNING_SECRET, algorithm="HS256")
`,
  },
  good: {
    "tokens.py": `import os

from jose import jwt


def token_for(user_id):
    return jwt.encode({"sub": user_id}, os.environ["JWT_SECRET"], algorithm="HS256")
`,
  },
};
