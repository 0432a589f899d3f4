import type { Framework } from "../../src/kit.ts";

/** Where hapi-auth-jwt2 takes its key. */
export const hapiAuthJwt2: Framework = {
  id: "hapi-auth-jwt2",
  title: "hapi-auth-jwt2",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/dwyl/hapi-auth-jwt2",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Pass key: process.env.JWT_SECRET to server.auth.strategy, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list of keys: each of them is accepted.",
  slots: [
    {
      id: "key",
      // Before hapi 17 the mode stood between. A function can give the key, alone or beside more.
      at: ["2.key", "3.key", "2.key()", "2.key().key"].map((argument) => ({ call: "*.strategy", argument })),
      where: [
        { argument: "1", is: ["jwt"] },
        { argument: "2.verifyOptions.algorithms", not: ["RS*", "ES*", "PS*"] },
      ],
      holds: "list",
      min: 32,
      label: "server.auth.strategy({ key })",
    },
  ],
  packages: ["hapi-auth-jwt2"],
  bad: {
    "server.js": `import Hapi from "@hapi/hapi";
import jwt from "hapi-auth-jwt2";

const server = Hapi.server();
await server.register(jwt);
server.auth.strategy("jwt", "jwt", { key: "e8698b37e9da6d0371f812916e63961c834f221ddb1b0d3b4ef3e5542c6be8cc", validate: () => ({ isValid: true }) });
`,
  },
  good: {
    "server.js": `import Hapi from "@hapi/hapi";
import jwt from "hapi-auth-jwt2";

const key = process.env.JWT_SECRET;
if (!key) throw new Error("JWT_SECRET is not set");

const server = Hapi.server();
await server.register(jwt);
server.auth.strategy("jwt", "jwt", { key, validate: () => ({ isValid: true }) });
`,
  },
};
