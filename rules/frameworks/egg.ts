import type { Framework } from "../../src/kit.ts";

/** Where Egg takes its key. */
export const egg: Framework = {
  id: "egg",
  title: "Egg",
  language: "javascript",
  variable: "EGG_KEYS",
  docs: "https://www.eggjs.org/core/cookie-and-session",
  protects: "signed and encrypted cookies, sessions among them",
  attack: "An attacker who has the key can write any cookie, for instance that of another user's session.",
  fix: `Set config.keys to process.env.EGG_KEYS in config/config.prod.js, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key before the old one with a comma between: the first one signs, and the others are still accepted.",
  slots: [
    {
      // One text, the keys with commas between: https://github.com/eggjs/egg/blob/7371734191fadf0bcf82f37ea83c7e83e999dcaa/packages/egg/src/lib/application.ts
      id: "keys",
      at: [{ entry: "keys", file: "**/config/config.*.{js,ts}" }],
      empty: "refused",
      label: "config.keys",
    },
  ],
  packages: ["egg"],
  bad: {
    "package.json": `{ "dependencies": { "egg": "^3.17.0" } }
`,
    "config/config.default.js": `module.exports = () => {
  const config = {};
  config.keys = "37429ca5642811bb80ba14d41e4c8126fdd7548bbe87b3064442122bb111297a";
  config.middleware = [];
  return config;
};
`,
  },
  good: {
    "package.json": `{ "dependencies": { "egg": "^3.17.0" } }
`,
    "config/config.default.js": `module.exports = () => {
  const config = {};
  config.keys = process.env.EGG_KEYS;
  config.middleware = [];
  return config;
};
`,
  },
};
