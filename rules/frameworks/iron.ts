import type { Framework } from "../../src/kit.ts";

/** Where @hapi/iron and iron-webcrypto takes its key. */
export const iron: Framework = {
  id: "iron",
  title: "@hapi/iron and iron-webcrypto",
  language: "javascript",
  variable: "SEAL_PASSWORD",
  docs: "https://hapi.dev/module/iron/api",
  protects: "sealed values",
  attack: "An attacker who has the password can read and write every sealed value.",
  fix: `Pass process.env.SEAL_PASSWORD to seal and unseal, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Pass an object with id and secret to seal and a map of passwords to unseal, so that older seals are still read.",
  slots: [
    {
      id: "password",
      at: [
        { call: "@hapi/iron.seal", argument: "1|1.secret" },
        { call: "@hapi/iron.unseal", argument: "1" },
        { call: "iron-webcrypto.seal", argument: "1|2" },
        { call: "iron-webcrypto.unseal", argument: "1|2" },
        { call: "iron.seal", argument: "1" },
        { call: "iron.unseal", argument: "1" },
      ],
      holds: "map",
      unit: "characters",
      min: 32,
      empty: "refused",
      short: "refused",
      label: "Iron.seal(value, password)",
    },
  ],
  bad: {
    "seal.js": `import Iron from "@hapi/iron";

export const seal = (value) => Iron.seal(value, "f5636277572d0012e45684453530619159c179dad66a3b174e8d88b647036ccc", Iron.defaults);
`,
  },
  good: {
    "seal.js": `import Iron from "@hapi/iron";

const password = process.env.SEAL_PASSWORD;
if (!password) throw new Error("SEAL_PASSWORD is not set");

export const seal = (value) => Iron.seal(value, password, Iron.defaults);
`,
  },
};
