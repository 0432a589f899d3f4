import type { Framework } from "../../src/kit.ts";

/** Where @tsndr/cloudflare-worker-jwt takes its key. */
export const cloudflareWorkerJwt: Framework = {
  id: "cloudflare-worker-jwt",
  title: "@tsndr/cloudflare-worker-jwt",
  language: "javascript",
  anywhere: true,
  variable: "JWT_SECRET",
  docs: "https://github.com/tsndr/cloudflare-worker-jwt#sign",
  protects: "JSON web tokens",
  attack: "An attacker who has the key can make a token with any claims, for instance as another user or an administrator.",
  fix: `Pass env.JWT_SECRET, set with wrangler secret put, after generating it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "sign",
      at: [{ call: "@tsndr/cloudflare-worker-jwt.sign", argument: "1" }],
      where: [{ argument: "2|2.algorithm", not: ["RS*", "ES*"] }],
      min: 32,
      empty: "refused",
      label: "jwt.sign",
    },
    {
      id: "verify",
      at: [{ call: "@tsndr/cloudflare-worker-jwt.verify", argument: "1" }],
      where: [{ argument: "2|2.algorithm", not: ["RS*", "ES*"] }],
      min: 32,
      empty: "refused",
      label: "jwt.verify",
    },
  ],
  bad: {
    "src/index.js": `import jwt from "@tsndr/cloudflare-worker-jwt";

export default {
  fetch: async () => new Response(await jwt.sign({ sub: "1" }, "5eb7bb1f2520bd05a24b62cea48d72d98eeebff445f52588ee551c2074f144cd")),
};
`,
  },
  good: {
    "src/index.js": `import jwt from "@tsndr/cloudflare-worker-jwt";

export default {
  fetch: async (request, env) => new Response(await jwt.sign({ sub: "1" }, env.JWT_SECRET)),
};
`,
  },
};
