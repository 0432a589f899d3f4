import type { Framework } from "../../src/kit.ts";

/** Where Authlib takes its key. */
export const authlib: Framework = {
  id: "authlib",
  title: "Authlib",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://docs.authlib.org/en/latest/jose/jwt.html",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass os.environ["JWT_SECRET"] to jwt.encode and jwt.decode, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Give each key a kid and sign with it in the header, and pass jwt.decode a KeySet of the new key and the old one.",
  slots: [
    {
      id: "encode",
      at: [
        { call: "authlib.jose.jwt.encode", argument: "2|key" },
        { call: "authlib.jose.JsonWebToken().encode", argument: "2|key" },
        { call: "authlib.jose.JsonWebSignature().serialize", argument: "2|key" },
        { call: "authlib.jose.JsonWebSignature().serialize_compact", argument: "2|key" },
      ],
      where: [{ argument: "0.alg|header.alg", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      minBy: { argument: "0.alg|header.alg", values: { HS256: 32, HS384: 48, HS512: 64 } },
      label: "jwt.encode",
    },
    {
      id: "decode",
      at: [
        { call: "authlib.jose.jwt.decode", argument: "1|key" },
        { call: "authlib.jose.JsonWebToken().decode", argument: "1|key" },
      ],
      min: 32,
      label: "jwt.decode",
    },
    {
      id: "oct-key",
      at: [{ call: "authlib.jose.OctKey.import_key", argument: "0|raw" }],
      min: 32,
      label: "OctKey.import_key",
    },
  ],
  bad: {
    "tokens.py": `from authlib.jose import jwt


def token_for(user_id):
    return jwt.encode({"alg": "HS256"}, {"sub": user_id}, "c5d35afd7288776e85b7d822c194e320aaec97b15f6fc5a14d71901c52ebfe1b")
`,
  },
  good: {
    "tokens.py": `import os

from authlib.jose import jwt


def token_for(user_id):
    return jwt.encode({"alg": "HS256"}, {"sub": user_id}, os.environ["JWT_SECRET"])
`,
  },
};
