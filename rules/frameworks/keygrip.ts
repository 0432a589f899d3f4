import type { Framework } from "../../src/kit.ts";

/** Where Keygrip and cookies takes its key. */
export const keygrip: Framework = {
  id: "keygrip",
  title: "Keygrip and cookies",
  language: "javascript",
  variable: "COOKIE_KEY",
  docs: "https://github.com/crypto-utils/keygrip",
  protects: "signed cookies",
  attack: "An attacker who has the key can write any signed cookie, for instance the one that names the user.",
  fix: `Pass [process.env.COOKIE_KEY] to Keygrip, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Put the new key first into the list: the first one signs, and the others are still accepted.",
  slots: [
    {
      id: "keys",
      at: [
        { call: "keygrip", argument: "0" },
        { call: "cookies", argument: "2.keys" },
        { call: "cookies.express", argument: "0" },
        { call: "cookies.connect", argument: "0" },
      ],
      holds: "list",
      signs: "first",
      label: "new Keygrip(keys)",
    },
  ],
  bad: {
    "cookies.js": `import Keygrip from "keygrip";

export const keys = new Keygrip(["d68a9bd98e3428cb8be893d6d9241d28423e80b0e22c2cc8a92bcecea4ec1d9d"]);
`,
  },
  good: {
    "cookies.js": `import Keygrip from "keygrip";

const key = process.env.COOKIE_KEY;
if (!key) throw new Error("COOKIE_KEY is not set");

export const keys = new Keygrip([key]);
`,
  },
};
