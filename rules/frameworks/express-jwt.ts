import type { Framework } from "../../src/kit.ts";

/** Where express-jwt takes its key. */
export const expressJwt: Framework = {
  id: "express-jwt",
  title: "express-jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/auth0/express-jwt#usage",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass secret: process.env.JWT_SECRET to expressjwt, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Sign with a kid, and make secret a function that returns the key for the kid in the header of the token, and the old key where there is none.",
  slots: [
    {
      id: "secret",
      at: [
        { call: "express-jwt.expressjwt", argument: "0.secret" },
        { call: "express-jwt.expressJwt", argument: "0.secret" },
        { call: "express-jwt", argument: "0.secret" },
      ],
      where: [{ argument: "0.algorithms", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      minBy: { argument: "0.algorithms", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "expressjwt({ secret })",
    },
  ],
  uses: ["express-jwt", "express-jwt.expressjwt"].map((symbol) => ({ symbol, without: "0.secret", needs: "expressjwt({ secret })", docs: "https://github.com/auth0/express-jwt/blob/master/src/index.ts" })),
  bad: {
    "app.js": `import express from "express";
import { expressjwt } from "express-jwt";

const app = express();
app.use(expressjwt({ secret: "54c81b3856e06fe3891991231393caeace58df482b1147194381fc4e83afbd25", algorithms: ["HS256"] }));
`,
  },
  good: {
    "app.js": `import express from "express";
import { expressjwt } from "express-jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

const app = express();
app.use(expressjwt({ secret, algorithms: ["HS256"] }));
`,
  },
};
