import type { Rule } from "../src/kit.ts";

export const hardcodedKey: Rule = {
  id: "hardcoded-key",
  summary: "The key is written in the repository",
  level: "error",
  severity: 8.8,
  cwe: [798, 321],
  why: "Whoever can read the repository, or ever could, has the key.",
  steps: [
    "Replace the key first: removing it from the code does not make it secret again, for clones, forks, caches and logs keep it.",
    "Set the new key where the application runs, and read it from there.",
    "Keep the old key for old sessions only if no stranger could ever read the repository, and only until what it signed has expired.",
    "Then, if you must, purge the history with git filter-repo.",
  ],
  check({ name, origin, envFile, length }) {
    if (envFile || origin.making.kind !== "literal" || origin.role === "default" || length === 0) return undefined;
    return { what: `${name} is written in the source.` };
  },
};
