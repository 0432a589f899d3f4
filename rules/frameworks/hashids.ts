import type { Framework } from "../../src/kit.ts";

/** Where Hashids takes its key. */
export const hashids: Framework = {
  id: "hashids",
  title: "Hashids",
  language: "any",
  anywhere: true,
  variable: "HASHIDS_SALT",
  docs: "https://github.com/niieani/hashids.js",
  protects: "hidden record numbers",
  attack: "An attacker who has the salt can turn public identifiers into record numbers and back, and so list every record.",
  fix: `Read the salt from HASHIDS_SALT of the environment, stop when it is not set, and generate it with openssl rand -hex 32.`,
  slots: [
    {
      id: "salt",
      at: [
        { call: "hashids", argument: "0" },
        { call: "hashids.Hashids", argument: "0|salt" },
        { env: "HASHIDS_SALT" },
        { env: "HASHID_SALT" },
      ],
      label: "new Hashids(salt)",
    },
  ],
  bad: {
    "ids.js": `import Hashids from "hashids";

export const ids = new Hashids("4d91c0d537926db3dfc736763a0c67be1927d384134ec31f49429015f7e63ef2");
`,
  },
  good: {
    "ids.js": `import Hashids from "hashids";

const salt = process.env.HASHIDS_SALT;
if (!salt) throw new Error("HASHIDS_SALT is not set");

export const ids = new Hashids(salt);
`,
  },
};
