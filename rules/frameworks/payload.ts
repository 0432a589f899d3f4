import type { Framework } from "../../src/kit.ts";

/** Where Payload takes its key. */
export const payload: Framework = {
  id: "payload",
  title: "Payload",
  language: "any",
  variable: "PAYLOAD_SECRET",
  docs: "https://payloadcms.com/docs/configuration/overview",
  protects: "access tokens and encrypted fields",
  attack: "An attacker who has the key can make an access token for any user, for instance an administrator.",
  fix: `Pass secret: process.env.PAYLOAD_SECRET to buildConfig, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [
        { call: "payload.buildConfig", argument: "0.secret" },
        { call: "payload/config.buildConfig", argument: "0.secret" },
        { call: "payload.init", argument: "0.secret" },
        { env: "PAYLOAD_SECRET" },
        { env: "PAYLOAD_SECRET_KEY" },
      ],
      empty: "refused",
      label: "buildConfig({ secret })",
    },
  ],
  bad: {
    "payload.config.ts": `import { buildConfig } from "payload";

export default buildConfig({ collections: [], secret: "90361c4fa703d7b4a78088b7b246609be10dd415ac6026dd98e9401b9e481e0a" });
`,
  },
  good: {
    "payload.config.ts": `import { buildConfig } from "payload";

const secret = process.env.PAYLOAD_SECRET;
if (!secret) throw new Error("PAYLOAD_SECRET is not set");

export default buildConfig({ collections: [], secret });
`,
  },
};
