import type { Rule } from "../src/kit.ts";

const weaknesses = {
  random: "a generator that is not made for secrets",
  time: "a clock",
  machine: "facts about the machine",
  uuid1: "a UUID of time and network address",
} as const;

export const weakRandomKey: Rule = {
  id: "weak-random-key",
  summary: "The key comes from a predictable generator, a clock or a digest of constants",
  level: "error",
  severity: 7.5,
  cwe: [338, 330, 340],
  why: "What a predictable source makes, an attacker can make again.",
  steps: [
    "Make one key with a generator for keys, once, set it where the application runs, and read it from there.",
    "Do not keep the old key, not even for old sessions: whoever computes it again could go on using it.",
  ],
  check({ name, origin: { making } }) {
    if (making.kind === "digest") return { what: `${name} is a digest of a constant, and so a constant itself.` };
    if (making.kind !== "generated" || making.strength === "strong") return undefined;
    return { what: `${name} is made by ${making.by}: ${weaknesses[making.strength]}.` };
  },
};
