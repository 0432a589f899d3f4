import type { Framework } from "../../src/kit.ts";

/** Where LoopBack takes its key. */
export const loopback: Framework = {
  id: "loopback",
  title: "LoopBack",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://loopback.io/doc/en/lb4/JWT-authentication-extension.html",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Bind TokenServiceBindings.TOKEN_SECRET to process.env.JWT_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://github.com/loopbackio/loopback-next/blob/master/extensions/authentication-jwt/src/keys.ts" },
  slots: [
    {
      id: "token-secret",
      at: [
        { setting: "TOKEN_SECRET_VALUE" },
        { setting: "REFRESH_SECRET_VALUE" },
        { call: "@loopback/authentication-jwt.JWTService", argument: "0" },
      ],
      min: 32,
      label: "TokenServiceBindings.TOKEN_SECRET",
    },
  ],
  bad: {
    "keys.ts": `import { JWTService } from "@loopback/authentication-jwt";

export const tokens = new JWTService("f7d3df94716d23aa639eaa5555f656062fd69d75e8d19bab32b4e67b1a402d33", "3600");
`,
  },
  good: {
    "keys.ts": `import { JWTService } from "@loopback/authentication-jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

export const tokens = new JWTService(secret, "3600");
`,
  },
};
