import type { Framework } from "../../src/kit.ts";

/** Where PySETO takes its key. */
export const pyseto: Framework = {
  id: "pyseto",
  title: "PySETO",
  language: "python",
  variable: "PASETO_KEY",
  docs: "https://pyseto.readthedocs.io/en/latest/paseto_usage.html",
  protects: "PASETO tokens",
  attack: "An attacker who has the key can read and make tokens with any claims, for instance as another user.",
  fix: `Pass os.environ["PASETO_KEY"] to Key.new, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Pass pyseto.decode a list of the new key and the old one: each of them is tried.",
  slots: [
    {
      // https://github.com/paseto-standard/paseto-spec/blob/master/docs/01-Protocol-Versions/Version4.md: keys of 32 bytes.
      id: "local-key",
      at: [{ call: "pyseto.Key.new", argument: "2|key" }],
      where: [{ argument: "1|purpose", is: ["local"] }],
      min: 32,
      empty: "refused",
      label: "Key.new",
    },
  ],
  bad: {
    "tokens.py": `import pyseto
from pyseto import Key

key = Key.new(version=4, purpose="local", key=b"edea5858c073b1b4b281ee3878f209597402b64962bd851ec035efaa6962703f")


def make(user):
    return pyseto.encode(key, {"sub": user})
`,
  },
  good: {
    "tokens.py": `import os

import pyseto
from pyseto import Key

key = Key.new(version=4, purpose="local", key=os.environ["PASETO_KEY"])


def make(user):
    return pyseto.encode(key, {"sub": user})
`,
  },
};
