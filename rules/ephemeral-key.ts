import type { Rule } from "../src/kit.ts";

export const ephemeralKey: Rule = {
  id: "ephemeral-key",
  summary: "The key is made afresh at each start and not kept",
  level: "note",
  cwe: [],
  why: "Sessions end at every restart, and workers that made different keys refuse each other's sessions.",
  check({ name, context, origin: { making, role, variable } }) {
    // A test that makes its own key does right.
    if (context === "test" || making.kind !== "generated" || making.strength !== "strong" || making.kept) return undefined;
    return {
      what: role === "default" && variable !== undefined ? `${name} is made afresh at each start when ${variable} is missing.` : `${name} is made afresh at each start.`,
      fix: "Generate the key once, keep it outside the repository, and read it from the environment.",
    };
  },
};
