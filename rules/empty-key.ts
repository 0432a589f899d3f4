import type { Rule } from "../src/kit.ts";

export const emptyKey: Rule = {
  id: "empty-key",
  summary: "An empty key, or an empty default, that the framework accepts",
  level: "error",
  severity: 9.8,
  cwe: [1391, 1188],
  why: "An empty key is the first that an attacker tries.",
  steps: [
    "Make a key, set it where the application runs, and let the program stop when it is missing or empty.",
    "What was made with the empty key is refused from then on, for anybody could have made it.",
  ],
  check({ name, slot, origin, length, evidence }) {
    if (origin.making.kind !== "literal" || length !== 0 || slot.empty === "refused" || evidence === "name") return undefined;
    if (origin.role === "value") return { what: `${name} is empty.` };
    // `secret or ""`: whether something is ever missing there nobody can tell.
    return origin.variable === undefined ? undefined : { what: `${name} is empty when ${origin.variable} is missing, and the program goes on.` };
  },
};
