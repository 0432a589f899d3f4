import { rules } from "../../rules/index.ts";
import type { Key } from "../../src/types/key.ts";
import type { Rule } from "../../src/types/rule.ts";
import { reveal } from "../../src/types/secret.ts";
import type { Files, Outputs, Produce } from "./produce.ts";

/** A run as seen from inside: what came out, and each key that rules judged on the way. */
export interface Run {
  readonly outputs: Outputs;
  readonly keys: readonly Key[];
}

/** Runs, and listens to what the first rule is asked. */
export function watched(produce: Produce, files: Files): Run {
  const [first] = rules;
  if (!first) throw new Error("there are no rules");
  const keys: Key[] = [];
  const outputs = patched(first, (check) => (key) => (keys.push(key), check(key)), () => produce(files));
  return { outputs, keys: [...new Map(keys.map((key) => [idOf(key), key])).values()] };
}

type Check = NonNullable<Rule["check"]>;

/** Runs with another judgement in the place of a rule's own. */
export function patched<Result>(rule: Rule, change: (check: Check) => Check, run: () => Result): Result {
  const { check } = rule;
  if (!check) throw new Error(`${rule.id} judges no key alone`);
  rule.check = change(check.bind(rule));
  try {
    return run();
  } finally {
    rule.check = check;
  }
}

/** Where a key comes from and where it goes. */
export function idOf({ origin, sink, framework, slot }: Key): string {
  return [origin.place.path, origin.place.span.start, framework.id, slot.id, sink.path, sink.span.start].join(" ");
}

/** The text of a key that is written in the repository. */
export function textOf({ origin: { making } }: Key): string | undefined {
  return making.kind === "literal" ? reveal(making.received) : making.kind === "digest" ? reveal(making.of) : undefined;
}

/**
 * What keylint may say of a key, as far as it depends on the key's text: which rules speak of it, and its buckets. No number that is
 * nearer to the key than a bucket. Two keys with the same verdict must look the same from outside.
 */
export function verdictOf(key: Key): string {
  const { assessment, length, min, slot, leastRandom, context, name, origin } = key;
  return JSON.stringify({
    speaking: rules.filter((rule) => rule.check?.(key) !== undefined).map(({ id }) => id),
    origin: [origin.making.kind, origin.role, origin.variable, context, name],
    text: assessment && [assessment.published !== undefined, assessment.placeholder, assessment.template, assessment.strength, assessment.reason, assessment.random < leastRandom],
    length: length === undefined ? "unknown" : [length === 0, min !== undefined && length < min, slot.exact?.includes(length)],
  });
}
