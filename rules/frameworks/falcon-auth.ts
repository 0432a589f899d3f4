import type { Framework } from "../../src/kit.ts";

/** Where falcon-auth takes its key. */
export const falconAuth: Framework = {
  id: "falcon-auth",
  title: "falcon-auth",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://falcon-auth.readthedocs.io/en/latest/readme.html",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass os.environ["JWT_SECRET"] to JWTAuthBackend, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 1, docs: "https://github.com/loanzen/falcon-auth/blob/master/falcon_auth/backends.py" },
  slots: [
    {
      id: "secret-key",
      at: [
        { call: "falcon_auth.JWTAuthBackend", argument: "1|secret_key" },
        { call: "falcon_auth.backends.JWTAuthBackend", argument: "1|secret_key" },
      ],
      where: [{ argument: "algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      label: "JWTAuthBackend",
    },
  ],
  bad: {
    "app.py": `from falcon_auth import JWTAuthBackend

backend = JWTAuthBackend(lambda payload: payload, "459a9733467388f49e0e679eb3aa37faf76c6fc0e00cbe8933244ab44a10b0ac")
`,
  },
  good: {
    "app.py": `import os

from falcon_auth import JWTAuthBackend

backend = JWTAuthBackend(lambda payload: payload, os.environ["JWT_SECRET"])
`,
  },
};
