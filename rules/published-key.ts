import type { Rule } from "../src/kit.ts";

export const publishedKey: Rule = {
  id: "published-key",
  summary: "The key stands in public documentation, a template or an advisory",
  level: "error",
  severity: 9.8,
  cwe: [1394, 798],
  why: "Published keys are in every attacker's list, however random they look.",
  steps: [
    "Make a new key, set it where the application runs, and read it from there.",
    "Do not keep the old key, not even for old sessions: it stands in public, and anybody could go on using it.",
  ],
  check({ name, assessment }) {
    if (assessment?.published === undefined) return undefined;
    return { what: `${name} is a published key: its value stands in public documentation, a template or an advisory.` };
  },
};
