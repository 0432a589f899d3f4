import type { Framework } from "../../src/kit.ts";

/** Where PyJWT takes its key. */
export const pyjwt: Framework = {
  id: "pyjwt",
  title: "PyJWT",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://pyjwt.readthedocs.io/en/stable/api.html",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass os.environ["JWT_SECRET"] to jwt.encode and jwt.decode, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: `Sign with headers={"kid": "2"}, and take the key for jwt.decode by jwt.get_unverified_header(token).get("kid"), and the old key where there is none.`,
  slots: [
    {
      id: "encode",
      at: [
        { call: "jwt.encode", argument: "1|key" },
        { call: "jwt.PyJWT().encode", argument: "1|key" },
        { call: "jwt.api_jwt.encode", argument: "1|key" },
        { call: "jwt.PyJWS().encode", argument: "1|key" },
      ],
      where: [{ argument: "2|algorithm", not: ["RS*", "ES*", "PS*", "Ed*", "none"] }],
      min: 32,
      minBy: { argument: "2|algorithm", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt.encode",
    },
    {
      id: "decode",
      at: [
        { call: "jwt.decode", argument: "1|key" },
        { call: "jwt.decode_complete", argument: "1|key" },
        { call: "jwt.PyJWT().decode", argument: "1|key" },
        { call: "jwt.PyJWT().decode_complete", argument: "1|key" },
        { call: "jwt.api_jwt.decode", argument: "1|key" },
        { call: "jwt.PyJWS().decode", argument: "1|key" },
      ],
      where: [{ argument: "2|algorithms", not: ["RS*", "ES*", "PS*", "Ed*", "none"] }],
      min: 32,
      minBy: { argument: "2|algorithms", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt.decode",
    },
  ],
  bad: {
    "tokens.py": `import jwt


def token_for(user_id):
    return jwt.encode({"sub": user_id}, "ba8587ec490a598045fe8c6b1ee1b46c5ef42ae571c6a27bf76a708bef7039ec", algorithm="HS256")
`,
  },
  good: {
    "tokens.py": `import os

import jwt


def token_for(user_id):
    return jwt.encode({"sub": user_id}, os.environ["JWT_SECRET"], algorithm="HS256")
`,
  },
};
