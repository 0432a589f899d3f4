import type { Framework } from "../../src/kit.ts";

/** Where @fastify/csrf-protection takes its key. */
export const fastifyCsrfProtection: Framework = {
  id: "fastify-csrf-protection",
  title: "@fastify/csrf-protection",
  language: "javascript",
  variable: "CSRF_SECRET",
  docs: "https://github.com/fastify/csrf-protection",
  protects: "CSRF tokens",
  attack: "An attacker who has the key can make valid CSRF tokens, and so let a signed-in user's browser send requests of the attacker's choice.",
  fix: `Pass csrfOpts: { hmacKey: process.env.CSRF_SECRET }, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "hmac-key",
      at: [{ call: "*.register", argument: "1.csrfOpts.hmacKey" }, { call: "@fastify/csrf", argument: "0.hmacKey" }],
      label: "csrfOpts.hmacKey",
    },
  ],
  packages: ["@fastify/csrf-protection", "fastify-csrf"],
  bad: {
    "app.js": `import Fastify from "fastify";
import csrf from "@fastify/csrf-protection";

const app = Fastify();
app.register(csrf, { getUserInfo: () => "user", csrfOpts: { hmacKey: "306e23ecbd98bf29ae7b3da6b03eaf2d8aa88631851dd4f3bc220abd55487fda" } });
`,
  },
  good: {
    "app.js": `import Fastify from "fastify";
import csrf from "@fastify/csrf-protection";

const hmacKey = process.env.CSRF_SECRET;
if (!hmacKey) throw new Error("CSRF_SECRET is not set");

const app = Fastify();
app.register(csrf, { getUserInfo: () => "user", csrfOpts: { hmacKey } });
`,
  },
};
