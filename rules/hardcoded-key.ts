import type { Rule } from "../src/kit.ts";

export const hardcodedKey: Rule = {
  id: "hardcoded-key",
  summary: "The key is written in the repository",
  level: "error",
  severity: 8.8,
  cwe: [798, 321],
  why: "Whoever can read the repository, or ever could, has the key.",
  check({ name, origin, envFile, length }) {
    if (envFile || origin.making.kind !== "literal" || origin.role === "default" || length === 0) return undefined;
    return { what: `${name} is written in the source.` };
  },
};
