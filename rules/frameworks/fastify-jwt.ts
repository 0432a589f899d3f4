import type { Framework } from "../../src/kit.ts";

/** Where @fastify/jwt takes its key. */
export const fastifyJwt: Framework = {
  id: "fastify-jwt",
  title: "@fastify/jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/fastify/fastify-jwt#secret-required",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass secret: process.env.JWT_SECRET when the plugin is registered, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      // A function gives one for each token; the options of signing and verifying have one that leads: https://github.com/fastify/fastify-jwt#fastifyjwtsignpayload-options-callback
      at: ["1.secret", "1.secret.private", "1.secret()", "1.sign.key", "1.verify.key"].map((argument) => ({ call: "*.register", argument })),
      where: [
        { argument: "0", symbol: ["@fastify/jwt", "@fastify/jwt.fastifyJwt", "fastify-jwt", "fastify-jwt.fastifyJwt"] },
        { argument: "1.sign.algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] },
      ],
      min: 32,
      empty: "refused",
      label: "register(jwt, { secret })",
    },
    {
      id: "sign-key",
      at: [
        { call: "*.jwtSign", argument: "1.key|0.key|1.sign.key|0.sign.key" },
        { call: "*.jwtVerify", argument: "0.key|0.verify.key" },
      ],
      min: 32,
      label: "jwt.sign({ key })",
    },
    {
      id: "instance-key",
      at: [
        { call: "*.sign", argument: "1.key" },
        { call: "*.verify", argument: "1.key" },
      ],
      where: [
        { argument: "1.passphrase", present: false },
        { argument: "1.algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] },
        { argument: "2.algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] },
      ],
      min: 32,
      label: "jwt.sign({ key })",
    },
  ],
  uses: [
    {
      symbol: "*.register", where: [{ argument: "0", symbol: ["@fastify/jwt", "@fastify/jwt.fastifyJwt", "fastify-jwt", "fastify-jwt.fastifyJwt"] }], without: "1.secret",
      needs: "register(jwt, { secret })", docs: "https://github.com/fastify/fastify-jwt/blob/main/index.js",
    },
  ],
  bad: {
    "app.js": `import Fastify from "fastify";
import jwt from "@fastify/jwt";

const app = Fastify();
app.register(jwt, { secret: "c7ae4a331f961b7ec93a6f1748776dca3157b9c1574147d19cacf80eb33b2d17" });
`,
  },
  good: {
    "app.js": `import Fastify from "fastify";
import jwt from "@fastify/jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

const app = Fastify();
app.register(jwt, { secret });
`,
  },
};
