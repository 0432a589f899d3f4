import type { Framework } from "../../src/kit.ts";

/** Where Node-RED takes its key. */
export const nodeRed: Framework = {
  id: "node-red",
  title: "Node-RED",
  language: "any",
  variable: "NODE_RED_CREDENTIAL_SECRET",
  docs: "https://nodered.org/docs/user-guide/runtime/securing-node-red",
  protects: "stored credentials",
  attack: "An attacker who has the key and a copy of the flows can read the credentials of every connected service.",
  fix: `Set credentialSecret to process.env.NODE_RED_CREDENTIAL_SECRET in settings.js, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "credential-secret",
      at: [{ entry: "credentialSecret", file: "**/settings.js" }, { env: "NODE_RED_CREDENTIAL_SECRET" }],
      label: "credentialSecret",
    },
  ],
  bad: {
    "settings.js": `module.exports = {
  flowFile: "flows.json",
  credentialSecret: "18cb818e5595998220321492d89b01a1804908b28e7de8f50a611df4ad6d721e",
};
`,
  },
  good: {
    "settings.js": `module.exports = {
  flowFile: "flows.json",
  credentialSecret: process.env.NODE_RED_CREDENTIAL_SECRET,
};
`,
  },
};
