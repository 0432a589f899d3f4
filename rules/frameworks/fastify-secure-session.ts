import type { Framework } from "../../src/kit.ts";

/** Where @fastify/secure-session takes its key. */
export const fastifySecureSession: Framework = {
  id: "fastify-secure-session",
  title: "@fastify/secure-session",
  language: "javascript",
  variable: "SESSION_KEY",
  docs: "https://github.com/fastify/fastify-secure-session#using-a-secret",
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user or an administrator.",
  fix: `Pass key: Buffer.from(process.env.SESSION_KEY, "hex") when the plugin is registered, and generate the key with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass a list of keys with the new one first: the first one signs, and the others are still accepted.",
  lasts: { days: 2, docs: "https://github.com/fastify/fastify-secure-session/blob/master/index.js" },
  slots: [
    {
      id: "key",
      at: [{ call: "*.register", argument: "1.key" }, { call: "*.register", argument: "1.session.key" }],
      where: [{ argument: "0", symbol: ["@fastify/secure-session", "@fastify/secure-session.fastifySecureSession", "fastify-secure-session"] }],
      holds: "list",
      signs: "first",
      exact: [32],
      empty: "refused",
      short: "refused",
      label: "register(secureSession, { key })",
    },
    {
      id: "secret",
      at: [{ call: "*.register", argument: "1.secret" }],
      where: [{ argument: "0", symbol: ["@fastify/secure-session", "@fastify/secure-session.fastifySecureSession", "fastify-secure-session"] }],
      min: 32,
      empty: "refused",
      short: "refused",
      label: "register(secureSession, { secret })",
    },
  ],
  uses: [
    {
      symbol: "*.register", where: [{ argument: "0", symbol: ["@fastify/secure-session", "@fastify/secure-session.fastifySecureSession", "fastify-secure-session"] }],
      without: "1.key|1.secret", needs: "register(secureSession, { key })", docs: "https://github.com/fastify/fastify-secure-session/blob/main/index.js",
    },
  ],
  bad: {
    "app.js": `import Fastify from "fastify";
import secureSession from "@fastify/secure-session";

const app = Fastify();
app.register(secureSession, { key: Buffer.from("3b90d7565bd8040dcd64cb879e4eae8971454390e26598841c518fa8311bda84", "hex") });
`,
  },
  good: {
    "app.js": `import Fastify from "fastify";
import secureSession from "@fastify/secure-session";

const key = process.env.SESSION_KEY;
if (!key) throw new Error("SESSION_KEY is not set");

const app = Fastify();
app.register(secureSession, { key: Buffer.from(key, "hex") });
`,
  },
};
