import type { Rule } from "../src/kit.ts";

export const defaultFallbackKey: Rule = {
  id: "default-fallback-key",
  summary: "A literal key stands behind a missing variable",
  level: "error",
  severity: 8.8,
  cwe: [1188, 1394],
  why: "One forgotten variable and the program runs with a key that everybody can read.",
  check({ name, origin, length }) {
    if (origin.making.kind !== "literal" || origin.role !== "default" || length === 0) return undefined;
    const empty = origin.emptyTakesDefault ? " or empty" : "";
    return {
      what: origin.variable === undefined ? `${name} falls back to a literal in the source when no value is given.` : `${name} falls back to a literal in the source when ${origin.variable} is missing${empty}.`,
      fix: `Remove the default, so that the program refuses to start without ${origin.variable ?? name}.`,
    };
  },
};
