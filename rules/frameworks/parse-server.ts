import type { Framework } from "../../src/kit.ts";

/** Where Parse Server takes its key. */
export const parseServer: Framework = {
  id: "parse-server",
  title: "Parse Server",
  language: "any",
  variable: "PARSE_SERVER_MASTER_KEY",
  docs: "https://parseplatform.org/parse-server/api/master/ParseServerOptions.html",
  protects: "all data: the master key passes every permission",
  attack: "An attacker who has the master key can read and change all data, whatever its permissions.",
  fix: `Pass masterKey: process.env.PARSE_SERVER_MASTER_KEY, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "master-key",
      at: [
        { call: "parse-server.ParseServer", argument: "0.masterKey" },
        { call: "parse-server", argument: "0.masterKey" },
        { env: "PARSE_SERVER_MASTER_KEY" },
      ],
      empty: "refused",
      label: "ParseServer({ masterKey })",
    },
    {
      id: "maintenance-key",
      at: [
        { call: "parse-server.ParseServer", argument: "0.maintenanceKey" },
        { env: "PARSE_SERVER_MAINTENANCE_KEY" },
      ],
      label: "ParseServer({ maintenanceKey })",
      variable: "PARSE_SERVER_MAINTENANCE_KEY",
    },
  ],
  bad: {
    "server.js": `import { ParseServer } from "parse-server";

export const api = new ParseServer({ appId: "shop", masterKey: "9cddcd7229e7b88e21e5ca13bdfa3d314ef11dc1cee10d82e8c33cb0654b4fba" });
`,
  },
  good: {
    "server.js": `import { ParseServer } from "parse-server";

const masterKey = process.env.PARSE_SERVER_MASTER_KEY;
if (!masterKey) throw new Error("PARSE_SERVER_MASTER_KEY is not set");

export const api = new ParseServer({ appId: "shop", masterKey });
`,
  },
};
