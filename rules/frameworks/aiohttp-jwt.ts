import type { Framework } from "../../src/kit.ts";

/** Where aiohttp-jwt takes its key. */
export const aiohttpJwt: Framework = {
  id: "aiohttp-jwt",
  title: "aiohttp-jwt",
  language: "python",
  variable: "JWT_SECRET",
  docs: "https://github.com/hzlmn/aiohttp-jwt#readme",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass os.environ["JWT_SECRET"] to JWTMiddleware, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      id: "middleware",
      at: [
        { call: "aiohttp_jwt.JWTMiddleware", argument: "0|secret_or_pub_key" },
        { call: "aiohttp_jwt.middleware.JWTMiddleware", argument: "0|secret_or_pub_key" },
      ],
      where: [{ argument: "algorithms", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      empty: "refused",
      label: "JWTMiddleware",
    },
  ],
  bad: {
    "app.py": `from aiohttp import web
from aiohttp_jwt import JWTMiddleware

app = web.Application(middlewares=[JWTMiddleware("cf31b06a6601192afe362a7ea3de877c195a3b6fb0ec9d07b728d386d9738190", algorithms=["HS256"])])
`,
  },
  good: {
    "app.py": `import os

from aiohttp import web
from aiohttp_jwt import JWTMiddleware

app = web.Application(middlewares=[JWTMiddleware(os.environ["JWT_SECRET"], algorithms=["HS256"])])
`,
  },
};
