import type { Framework } from "../../src/kit.ts";

/** Where Feathers takes its key. */
export const feathers: Framework = {
  id: "feathers",
  title: "Feathers",
  language: "javascript",
  variable: "FEATHERS_SECRET",
  docs: "https://feathersjs.com/api/authentication/service",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Set authentication.secret to FEATHERS_SECRET in config/custom-environment-variables.json, and generate the key with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  lasts: { days: 1, docs: "https://feathersjs.com/api/authentication/service" },
  slots: [
    {
      id: "secret",
      at: [
        { entry: "authentication.secret", file: "**/config/!(custom-environment-variables).json" },
        { call: "*.set", argument: "1.secret" },
      ],
      where: [{ argument: "0", is: ["authentication"] }],
      min: 32,
      empty: "refused",
      label: "authentication.secret",
    },
    {
      id: "create-token",
      at: [
        { call: "@feathersjs/authentication.AuthenticationService().createAccessToken", argument: "2" },
        { call: "@feathersjs/authentication.AuthenticationService().verifyAccessToken", argument: "2" },
      ],
      min: 32,
      label: "createAccessToken",
    },
    {
      id: "environment",
      at: [{ env: "FEATHERS_SECRET" }],
      min: 32,
      label: "FEATHERS_SECRET",
    },
  ],
  bad: {
    "package.json": `{ "dependencies": { "@feathersjs/authentication": "^5.0.0" } }
`,
    "config/default.json": `{
  "host": "localhost",
  "authentication": { "entity": "user", "secret": "5bfb9a054b258fa4810fa6b0100e39c00162a49842428c3d920de71145cb499e" }
}
`,
  },
  good: {
    "config/custom-environment-variables.json": `{
  "authentication": { "secret": "FEATHERS_SECRET" }
}
`,
    "app.js": `import { feathers } from "@feathersjs/feathers";

const secret = process.env.FEATHERS_SECRET;
if (!secret) throw new Error("FEATHERS_SECRET is not set");

const app = feathers();
app.set("authentication", { entity: "user", secret });
`,
  },
};
