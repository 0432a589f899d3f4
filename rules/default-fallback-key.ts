import type { Rule } from "../src/kit.ts";

export const defaultFallbackKey: Rule = {
  id: "default-fallback-key",
  summary: "A literal key stands behind a missing variable",
  level: "error",
  severity: 8.8,
  cwe: [1188, 1394],
  why: "One forgotten variable and the program runs with a key that everybody can read.",
  steps: [
    "Make a new key, and set the variable wherever the application runs without it.",
    "Then take the default out, so that the program stops without the variable.",
    "Where the default was in use, do not keep it for old sessions: whoever reads the code has it.",
  ],
  check({ name, origin, length }) {
    if (origin.making.kind !== "literal" || origin.role !== "default" || length === 0) return undefined;
    const empty = origin.emptyTakesDefault ? " or empty" : "";
    return {
      what: origin.variable === undefined ? `${name} falls back to a literal in the source when no value is given.` : `${name} falls back to a literal in the source when ${origin.variable} is missing${empty}.`,
      fix: `Remove the default, so that the program refuses to start without ${origin.variable ?? name}.`,
    };
  },
};
