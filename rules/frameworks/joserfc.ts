import type { Framework } from "../../src/kit.ts";

/** Where joserfc takes its key. */
export const joserfc: Framework = {
  id: "joserfc",
  title: "joserfc",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://jose.authlib.org/en/guide/jwk/",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass os.environ["JWT_SECRET"] to OctKey.import_key, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Give each key a kid and sign with it in the header, and pass jwt.decode a KeySet of the new key and the old one.",
  slots: [
    {
      id: "oct-key",
      at: [
        { call: "joserfc.jwk.OctKey.import_key", argument: "0|value" },
        { call: "joserfc.jwk.import_key", argument: "0|value" },
      ],
      where: [{ argument: "1|key_type", not: ["RSA", "EC", "OKP"] }],
      min: 32,
      empty: "refused",
      label: "OctKey.import_key",
    },
  ],
  bad: {
    "tokens.py": `from joserfc import jwt
from joserfc.jwk import OctKey

key = OctKey.import_key("3201ad37ff7f2305f71a7acb906834af1b4809c400d62918886345c71d3cd966")


def token_for(user_id):
    return jwt.encode({"alg": "HS256"}, {"sub": user_id}, key)
`,
  },
  good: {
    "tokens.py": `import os

from joserfc import jwt
from joserfc.jwk import OctKey

key = OctKey.import_key(os.environ["JWT_SECRET"])


def token_for(user_id):
    return jwt.encode({"alg": "HS256"}, {"sub": user_id}, key)
`,
  },
};
