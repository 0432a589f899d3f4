import type { Framework } from "../../src/kit.ts";

/** Where FastHTML takes its key. */
export const fasthtml: Framework = {
  id: "fasthtml",
  title: "FastHTML",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://github.com/AnswerDotAI/fasthtml/blob/main/fasthtml/core.py",
  protects: "session cookies",
  attack: "An attacker who has the key can write any session, for instance as another user.",
  fix: `Pass secret_key=os.environ["SECRET_KEY"] to fast_app, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 365, docs: "https://github.com/AnswerDotAI/fasthtml/blob/main/fasthtml/core.py" },
  slots: [
    {
      id: "secret-key",
      at: [
        { call: "fasthtml.common.fast_app", argument: "secret_key" },
        { call: "fasthtml.common.FastHTML", argument: "secret_key" },
        { call: "fasthtml.fastapp.fast_app", argument: "secret_key" },
        { call: "fasthtml.core.FastHTML", argument: "secret_key" },
        { call: "fasthtml.FastHTML", argument: "secret_key" },
      ],
      // A key in the file .sesskey is taken in the place of an empty one.
      empty: "refused",
      label: "fast_app(secret_key=)",
    },
  ],
  bad: {
    "main.py": `from fasthtml.common import *

app, rt = fast_app(secret_key="f37aaf025f0114e90bd3924a407d61a13944ef2f9b83eb1c4d830817f402f088")
`,
  },
  good: {
    "main.py": `import os

from fasthtml.common import *

app, rt = fast_app(secret_key=os.environ["SECRET_KEY"])
`,
  },
};
