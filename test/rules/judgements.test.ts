import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Key, Making, Origin } from "../../src/types/key.ts";
import { Secret } from "../../src/types/secret.ts";
import { assessed, generated, key, origin, slot } from "./keys.ts";

/** What each rule says of the key, in lead order. */
function said(one: Key): readonly string[] {
  return rules.flatMap(({ id, check }) => {
    const problem = check?.(one);
    return problem === undefined ? [] : [`${id}: ${problem.what}${problem.fix === undefined ? "" : ` ${problem.fix}`}`];
  });
}

/** Of what nobody has seen neither the text nor the length is known. */
function made(making: Making, more: Partial<Key> = {}): Key {
  const { assessment: _, length: __, ...one } = key();
  return { ...one, ...more, origin: origin({ ...more.origin, making }) };
}

const digest: Making = { kind: "digest", bytes: 32, of: new Secret("zebra") };
const from = (more: Partial<Origin>, others: Partial<Key> = {}): Key => key({ origin: origin(more), ...others });
const behind = (variable: string, others: Partial<Key> = {}): Key => from({ role: "default", variable }, others);
const empty: Partial<Key> = { length: 0, assessment: assessed({ strength: "none", random: 0 }) };
const sized = (length: number, more: Partial<Key>): Key => key({ length, ...more });

/** A key, and the rules that speak of it. */
const keys: readonly (readonly [title: string, one: Key, speaking: readonly string[]])[] = [
  ["written in the source", key(), ["hardcoded-key"]],
  ["in an environment file", key({ envFile: true }), ["committed-env-file"]],
  ["from a variable", made({ kind: "variable" }), []],
  ["from a variable of an environment file", made({ kind: "variable" }, { envFile: true }), []],
  ["from a variable, behind another", made({ kind: "variable" }, { origin: origin({ role: "default", variable: "KEY" }) }), []],

  ["behind a missing variable", behind("KEY"), ["default-fallback-key"]],
  ["behind a missing or empty variable", from({ role: "default", variable: "KEY", emptyTakesDefault: true }), ["default-fallback-key"]],
  ["behind something that is missing", from({ role: "default" }), ["default-fallback-key"]],
  ["a default in an environment file", behind("KEY", { envFile: true }), ["default-fallback-key", "committed-env-file"]],

  ["empty", key(empty), ["empty-key"]],
  ["empty in an environment file", key({ ...empty, envFile: true }), ["empty-key"]],
  ["empty, and the framework refuses that", key({ ...empty, slot: slot({ empty: "refused" }) }), []],
  ["empty, and only called a key", key({ ...empty, evidence: "name" }), []],
  ["empty where a variable is missing", behind("KEY", empty), ["empty-key"]],
  ["empty where something is missing", from({ role: "default" }, empty), []],
  ["of no characters, that a generator chose", made(generated({ by: "random.choices", strength: "random" }), { length: 0 }), ["weak-random-key"]],

  ["made at each start", made(generated()), ["ephemeral-key"]],
  ["made when a variable is missing", made(generated(), { origin: origin({ role: "default", variable: "KEY" }) }), ["ephemeral-key"]],
  ["made when something is missing", made(generated(), { origin: origin({ role: "default" }) }), ["ephemeral-key"]],
  ["made and kept", made(generated({ kept: true })), []],
  ["made by a call for its own use", made(generated({ when: "call" })), []],
  ["made where a key may end with the process", made(generated(), { slot: slot({ transient: true }) }), []],
  ["made by a test", made(generated(), { context: "test" }), []],
  ["made in a document, as a framework's key", made(generated(), { context: "docs" }), ["ephemeral-key"]],
  ["made in a document, and only called a key", made(generated(), { context: "docs", evidence: "name" }), []],
  ["made in a program, and only called a key", made(generated(), { evidence: "name" }), ["ephemeral-key"]],

  ["made of 15 bytes", made(generated({ bytes: 15, kept: true })), ["short-key"]],
  ["made of 16 bytes", made(generated({ bytes: 16, kept: true })), []],
  ["made of 16 bytes, and the configuration wants 32", made(generated({ bytes: 16, kept: true }), { leastRandom: 32 }), ["short-key"]],

  ["of a generator that is not for secrets", made(generated({ by: "random", strength: "random" })), ["weak-random-key"]],
  ["of a clock", made(generated({ by: "time", strength: "time" })), ["weak-random-key"]],
  ["of the machine", made(generated({ by: "getnode", strength: "machine" })), ["weak-random-key"]],
  ["of a UUID of time", made(generated({ by: "uuid1", strength: "uuid1" })), ["weak-random-key"]],
  ["a digest of a constant", made(digest), ["weak-random-key"]],

  ["published", key({ assessment: assessed({ published: "https://example.com/" }) }), ["published-key", "hardcoded-key"]],
  ["published and made of words", key({ assessment: assessed({ published: "https://example.com/", strength: "trivial", reason: "common words" }) }), ["published-key", "hardcoded-key"]],
  ["a placeholder", key({ assessment: assessed({ placeholder: true }) }), ["placeholder-key", "hardcoded-key"]],
  ["guessed without trying", key({ assessment: assessed({ strength: "none" }) }), ["low-entropy-key", "hardcoded-key"]],
  ["guessed at once, for a reason", key({ assessment: assessed({ strength: "trivial", reason: "common words" }) }), ["low-entropy-key", "hardcoded-key"]],
  ["guessed with effort", key({ assessment: assessed({ strength: "weak", reason: "common words" }) }), ["low-entropy-key", "hardcoded-key"]],
  ["hardly guessed", key({ assessment: assessed({ strength: "fair" }) }), ["hardcoded-key"]],

  ["shorter than the place wants", sized(31, { min: 32 }), ["short-key", "hardcoded-key"]],
  ["shorter than the place wants, in its unit", sized(49, { min: 50, slot: slot({ unit: "characters" }) }), ["short-key", "hardcoded-key"]],
  ["as long as the place wants", sized(32, { min: 32 }), ["hardcoded-key"]],
  ["of a length that nobody knows, where one is wanted", made({ kind: "variable" }, { min: 32, slot: slot({ exact: [32] }) }), []],
  ["of neither of two lengths", sized(24, { slot: slot({ exact: [16, 32] }) }), ["short-key", "hardcoded-key"]],
  ["of the second of two lengths", sized(32, { slot: slot({ exact: [16, 32] }) }), ["hardcoded-key"]],
  ["of 15 random bytes", key({ assessment: assessed({ random: 15 }) }), ["short-key", "hardcoded-key"]],
  ["of 16 random bytes", key({ assessment: assessed({ random: 16 }) }), ["hardcoded-key"]],

  ["shipped to browsers by its name", key({ name: "VITE_KEY", envFile: true, shipped: { by: "Vite", name: "VITE_KEY", prefix: "VITE_" } }), ["client-exposed-key", "committed-env-file"]],
  ["shipped to browsers by its place", key({ shipped: { by: "Nuxt", entry: "runtimeConfig.public" } }), ["client-exposed-key", "hardcoded-key"]],
  ["bad in each way", behind("KEY", {
    envFile: true, shipped: { by: "Nuxt", entry: "runtimeConfig.public" }, min: 32, length: 4, assessment: assessed({ published: "https://example.com/", placeholder: true, strength: "none", random: 2 }),
  }), ["client-exposed-key", "default-fallback-key", "published-key", "placeholder-key", "short-key", "committed-env-file"]],
];

describe("of a key", () => {
  test.each(keys)("%s the right rules speak, the leading one first", (_, one, speaking) => {
    expect(said(one).map((line) => line.slice(0, line.indexOf(":")))).toEqual(speaking);
  });

  test("they say this", async () => {
    const spoken = keys.filter(([, , speaking]) => speaking.length > 0);
    await expect(spoken.map(([title, one]) => `# ${title}\n\n${said(one).join("\n")}\n`).join("\n")).toMatchFileSnapshot("snapshots/judgements.txt");
  });

  test("each sentence names it, and each judging rule speaks of one", () => {
    const lines = keys.flatMap(([, one]) => said(one).map((line) => ({ name: one.name, line })));
    expect(lines.filter(({ name, line }) => !line.includes(`: ${name} `))).toEqual([]);
    expect(rules.filter(({ id, check }) => check && !lines.some(({ line }) => line.startsWith(`${id}:`)))).toEqual([]);
  });
});
