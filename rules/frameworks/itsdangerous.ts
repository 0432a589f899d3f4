import type { Framework } from "../../src/kit.ts";

/** Where ItsDangerous takes its key. */
export const itsdangerous: Framework = {
  id: "itsdangerous",
  title: "ItsDangerous",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://itsdangerous.palletsprojects.com/en/stable/signer/",
  protects: "signed values",
  attack: "An attacker who has the key can sign any value, for instance a password reset link for another user.",
  fix: `Pass os.environ["SECRET_KEY"] to the serializer, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Pass a list with the old keys first and the new key last: the last one signs, and all of them are accepted.",
  slots: [
    {
      id: "secret-key",
      at: [
        { call: "itsdangerous.Signer", argument: "0|secret_key" },
        { call: "itsdangerous.TimestampSigner", argument: "0|secret_key" },
        { call: "itsdangerous.Serializer", argument: "0|secret_key" },
        { call: "itsdangerous.TimedSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.URLSafeSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.URLSafeTimedSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.JSONWebSignatureSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.TimedJSONWebSignatureSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.signer.Signer", argument: "0|secret_key" },
        { call: "itsdangerous.timed.TimestampSigner", argument: "0|secret_key" },
        { call: "itsdangerous.timed.TimedSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.serializer.Serializer", argument: "0|secret_key" },
        { call: "itsdangerous.url_safe.URLSafeSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.url_safe.URLSafeTimedSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.jws.JSONWebSignatureSerializer", argument: "0|secret_key" },
        { call: "itsdangerous.jws.TimedJSONWebSignatureSerializer", argument: "0|secret_key" },
      ],
      holds: "list",
      signs: "last",
      label: "Serializer(secret_key)",
    },
  ],
  bad: {
    "links.py": `from itsdangerous import URLSafeTimedSerializer

links = URLSafeTimedSerializer("76ae02415562495b03c8c62ca4b252b449fa092d494db1a0e4d4331c4ba30a98")
`,
  },
  good: {
    "links.py": `import os

from itsdangerous import URLSafeTimedSerializer

links = URLSafeTimedSerializer(os.environ["SECRET_KEY"])
`,
  },
};
