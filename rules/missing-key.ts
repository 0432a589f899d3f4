import type { Rule, Use } from "../src/kit.ts";

export const missingKey: Rule = {
  id: "missing-key",
  summary: "The program needs a key, and nothing in the project assigns or reads one",
  level: "warning",
  cwe: [],
  why: "The program stops there, or answers that request with an error, and who is in a hurry then writes a weak key into the source.",
  steps: [
    "Make a key, and set it where the application runs.",
    "Read it in the program, and let the program stop without it.",
  ],
  project: ({ uses }) => uses.map((use) => ({ of: use, what: sentenceOn(use), why: missingKey.why })),
};

function sentenceOn({ framework, feature, slot }: Use): string {
  if (feature.settings !== undefined) return `${slot.label} is missing: ${framework.title} refuses to work without it, and these settings do not set it.`;
  const name = feature.import ?? feature.symbol?.replace(/^\*\./, "").replaceAll("()", "") ?? framework.title;
  if (feature.without !== undefined) return `${slot.label} is missing: ${framework.title} refuses to work without it.`;
  return `${slot.label} is missing: ${name} does not work without it, and nothing in the project sets or reads it.`;
}
