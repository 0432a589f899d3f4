import type { Rule } from "../src/kit.ts";

export const ephemeralKey: Rule = {
  id: "ephemeral-key",
  summary: "The key is made afresh at each start and not kept",
  level: "note",
  cwe: [],
  why: "Sessions end at every restart, and workers that made different keys refuse each other's sessions.",
  steps: [
    "Make one key, once, and set it for all workers and hosts.",
    "Read it from there instead of making one.",
  ],
  check({ name, slot, context, evidence, origin: { making, role, variable } }) {
    if (making.kind !== "generated" || making.strength !== "strong" || making.kept || making.when === "call" || slot.transient) return undefined;
    // A test that makes its own key does right, and so does a document that shows how to make one.
    if (context === "test" || (context === "docs" && evidence === "name")) return undefined;
    return {
      what: role === "default" && variable !== undefined ? `${name} is made afresh at each start when ${variable} is missing.` : `${name} is made afresh at each start.`,
      fix: "Generate the key once, keep it outside the repository, and read it from the environment.",
    };
  },
};
