import type { Rule } from "../src/kit.ts";

export const shortKey: Rule = {
  id: "short-key",
  summary: "The key is shorter than its framework asks for, or carries fewer than 16 random bytes",
  level: "warning",
  severity: 6.5,
  cwe: [326],
  why: "The shorter a key, the fewer guesses it takes.",
  steps: [
    "Make a new key of the right length, set it where the application runs, and read it from there.",
    "Do not keep the old key, not even for old sessions: whoever tries all keys of its length could go on using it.",
  ],
  check({ name, slot, origin: { making }, assessment, length, min, leastRandom }) {
    if (length === 0) return undefined;
    const unit = slot.unit ?? "bytes";
    if (slot.exact && length !== undefined && !slot.exact.includes(length)) return { what: `${name} must have exactly ${slot.exact.join(" or ")} ${unit}, and has not.` };
    if (min !== undefined && length !== undefined && length < min) return { what: `${name} is shorter than the ${min} ${unit} that this place wants.` };
    const random = making.kind === "generated" ? making.bytes : assessment?.random;
    if (random === undefined || random >= leastRandom) return undefined;
    return { what: `${name} carries fewer than ${leastRandom} random bytes.` };
  },
};
