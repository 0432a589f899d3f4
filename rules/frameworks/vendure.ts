import type { Framework } from "../../src/kit.ts";

/** Where Vendure takes its key. */
export const vendure: Framework = {
  id: "vendure",
  title: "Vendure",
  language: "javascript",
  variable: "COOKIE_SECRET",
  docs: "https://docs.vendure.io/reference/typescript-api/auth/cookie-options/",
  protects: "session cookies",
  attack: "An attacker who has the key can sign any session cookie, for instance as an administrator.",
  fix: `Set authOptions.cookieOptions.secret to process.env.COOKIE_SECRET, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "cookie-secret",
      at: [
        { call: "@vendure/core.bootstrap", argument: "0.authOptions.cookieOptions.secret" },
        { call: "@vendure/core.bootstrapWorker", argument: "0.authOptions.cookieOptions.secret" },
        { call: "@vendure/core.mergeConfig", argument: "0.authOptions.cookieOptions.secret|1.authOptions.cookieOptions.secret" },
      ],
      label: "authOptions.cookieOptions.secret",
    },
  ],
  bad: {
    "src/index.ts": `import { bootstrap } from "@vendure/core";
import { config } from "./vendure-config";

bootstrap(config);
`,
    "src/vendure-config.ts": `import { VendureConfig } from "@vendure/core";

export const config: VendureConfig = {
  apiOptions: { port: 3000 },
  authOptions: { cookieOptions: { secret: "1aa621df5e53eb20afb49fa1307682e0083a735b4a3861a43a52dde2f701fcc2" } },
};
`,
  },
  good: {
    "src/index.ts": `import { bootstrap } from "@vendure/core";
import { config } from "./vendure-config";

bootstrap(config);
`,
    "src/vendure-config.ts": `import { VendureConfig } from "@vendure/core";

export const config: VendureConfig = {
  apiOptions: { port: 3000 },
  authOptions: { cookieOptions: { secret: process.env.COOKIE_SECRET } },
};
`,
  },
};
