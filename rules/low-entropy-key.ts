import type { Rule } from "../src/kit.ts";

export const lowEntropyKey: Rule = {
  id: "low-entropy-key",
  summary: "The key can be guessed: words, names, patterns, repeats, padding",
  level: "error",
  severity: 8.8,
  cwe: [331, 1391],
  why: "One signed cookie or token is enough to try millions of guesses a second, offline and unseen.",
  steps: [
    "Make a new key, set it where the application runs, and read it from there.",
    "Do not keep the old key, not even for old sessions: guessing it leaves no trace, and whoever did could go on using it.",
  ],
  check({ name, assessment, length }) {
    // What is published need not be guessed, however it looks: published-key says so.
    if (assessment === undefined || assessment.published !== undefined || length === 0) return undefined;
    const { strength, reason } = assessment;
    if (strength !== "none" && strength !== "trivial" && strength !== "weak") return undefined;
    const how = strength === "weak" ? "can be guessed with some effort" : "can be guessed at once";
    return { what: reason === undefined ? `${name} ${how}.` : `${name} ${how}: ${reason}.` };
  },
};
