import type { Framework } from "../../src/kit.ts";

/** Where @hapi/jwt takes its key. */
export const hapiJwt: Framework = {
  id: "hapi-jwt",
  title: "@hapi/jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://hapi.dev/module/jwt/api",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass process.env.JWT_SECRET as keys, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list of keys: each of them is accepted.",
  slots: [
    {
      id: "generate",
      at: [
        { call: "@hapi/jwt.token.generate", argument: "1" },
        { call: "@hapi/jwt.token.generate", argument: "1.key" },
        { call: "@hapi/jwt.token.verify", argument: "1" },
        { call: "@hapi/jwt.token.verifySignature", argument: "1" },
      ],
      where: [{ argument: "1.algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      label: "Jwt.token.generate",
    },
    {
      id: "keys",
      at: [{ call: "*.strategy", argument: "2.keys" }, { call: "*.strategy", argument: "2.keys.key" }],
      where: [{ argument: "1", is: ["jwt"] }],
      holds: "list",
      min: 32,
      label: "server.auth.strategy({ keys })",
    },
  ],
  bad: {
    "tokens.js": `import Jwt from "@hapi/jwt";

export const tokenFor = (user) => Jwt.token.generate({ sub: user }, "fe8c811677f903d5427511bae92cd3d4156a7586bd16eb76923063f83d80aa0c");
`,
  },
  good: {
    "tokens.js": `import Jwt from "@hapi/jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

export const tokenFor = (user) => Jwt.token.generate({ sub: user }, secret);
`,
  },
};
