import type { Rule } from "../src/kit.ts";

export const placeholderKey: Rule = {
  id: "placeholder-key",
  summary: "A stand-in that was never replaced",
  level: "error",
  severity: 8.8,
  cwe: [1394],
  why: "The program runs with a stand-in as happily as with a key, and attackers try stand-ins first.",
  steps: [
    "Make a new key, set it where the application runs, and read it from there.",
    "Do not keep the old key, not even for old sessions: it is among the first that attackers try.",
  ],
  check({ name, assessment }) {
    return assessment?.placeholder ? { what: `${name} is a placeholder that nobody replaced.` } : undefined;
  },
};
