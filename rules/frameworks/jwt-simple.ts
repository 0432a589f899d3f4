import type { Framework } from "../../src/kit.ts";

/** Where jwt-simple takes its key. */
export const jwtSimple: Framework = {
  id: "jwt-simple",
  title: "jwt-simple",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/hokaccha/node-jwt-simple",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass process.env.JWT_SECRET to encode and decode, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "encode",
      at: [{ call: "jwt-simple.encode", argument: "1" }],
      where: [{ argument: "2", not: ["RS*"] }],
      min: 32,
      minBy: { argument: "2", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwt.encode",
    },
    {
      id: "decode",
      at: [{ call: "jwt-simple.decode", argument: "1" }],
      where: [{ argument: "3", not: ["RS*"] }],
      min: 32,
      minBy: { argument: "3", values: { HS256: 32, HS384: 48, HS512: 64 } },
      label: "jwt.decode",
    },
  ],
  bad: {
    "tokens.js": `import jwt from "jwt-simple";

export const tokenFor = (user) => jwt.encode({ sub: user }, "2a8d3a1f245c3a781e4298536bbfdf4178ad96bdb09f82c7ad0d52de315915df");
`,
  },
  good: {
    "tokens.js": `import jwt from "jwt-simple";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

export const tokenFor = (user) => jwt.encode({ sub: user }, secret);
`,
  },
};
