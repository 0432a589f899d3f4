import type { Framework } from "../../src/kit.ts";

/** Where Keystatic takes its key. */
export const keystatic: Framework = {
  id: "keystatic",
  title: "Keystatic",
  language: "any",
  variable: "KEYSTATIC_SECRET",
  docs: "https://keystatic.com/docs/github-mode",
  protects: "the tokens of signed-in editors",
  attack: "An attacker who has the key can read the tokens by which editors write to the repository.",
  fix: `Leave the secret option out and set KEYSTATIC_SECRET when the application is deployed, after generating it with openssl rand -hex 40.`,
  slots: [
    {
      // https://github.com/Thinkmill/keystatic/blob/main/packages/keystatic/src/api/encryption.tsx
      id: "secret",
      at: [
        { call: "@keystatic/next/route-handler.makeRouteHandler", argument: "0.secret" },
        { call: "@keystatic/astro/api.makeHandler", argument: "0.secret" },
        { call: "@keystatic/remix/api.handleLoader", argument: "0.secret" },
        { env: "KEYSTATIC_SECRET" },
      ],
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "KEYSTATIC_SECRET",
    },
  ],
  bad: {
    "route.ts": `import { makeRouteHandler } from "@keystatic/next/route-handler";
import config from "../keystatic.config";

export const { POST, GET } = makeRouteHandler({ config, secret: "f0ee434e965c1abf45fef07c9cce8e87f9e2b7b27f1d26a569e1a2cab91e1afd" });
`,
  },
  good: {
    "route.ts": `import { makeRouteHandler } from "@keystatic/next/route-handler";
import config from "../keystatic.config";

export const { POST, GET } = makeRouteHandler({ config });
`,
  },
};
