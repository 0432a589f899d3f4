import type { Framework } from "../../src/kit.ts";

/** Where Etherpad takes its key. */
export const etherpad: Framework = {
  id: "etherpad",
  title: "Etherpad",
  language: "any",
  docs: "https://github.com/ether/etherpad-lite/blob/develop/src/node/utils/Settings.ts",
  protects: "session cookies",
  attack: "An attacker who has the key can sign the session cookie of any user.",
  fix: `Take sessionKey out of settings.json, so that Etherpad makes its keys itself.`,
  slots: [
    {
      id: "session-key",
      at: [{ entry: "sessionKey", file: "**/settings.json" }],
      empty: "refused",
      label: "sessionKey",
    },
  ],
  bad: {
    "settings.json": `{
  "title": "Etherpad",
  "port": 9001,
  "sessionKey": "fde5fae81e1754b24c1a66d193e0dc639323292e0ace41136cf7fdbcb62f6aa7"
}
`,
  },
  good: {
    "settings.json": `{
  "title": "Etherpad",
  "port": 9001
}
`,
  },
};
