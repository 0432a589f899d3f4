import type { Meaning } from "../types/model.ts";
import { Secret } from "../types/secret.ts";
import type { Call, Derived, Value } from "../types/value.ts";
import { fillBytes, joinBytes, numberBytes, repeatBytes, type Bytes } from "./bytes.ts";
import { into, type Flow } from "./flow.ts";
import { unknown, type Outcome } from "./outcome.ts";
import type { Ground } from "./ground.ts";
import { itemsOf } from "./items.ts";
import { argumentsAt, subject } from "./select.ts";
import { additionsTo } from "./sites.ts";
import { slicedBy } from "./slices.ts";

type Go = (flow: Flow) => readonly Outcome[];

/** `a + b`, `a * n`, `a % b`, `a[:n]`, an f-string or template: what the language itself puts together, or takes apart. */
export function derived(flow: Flow, { by, operands }: Derived, ground: Ground, go: Go): readonly Outcome[] {
  if (by === "path") return [unknown(flow)];
  if (by === "slice") return slicedBy(flow, operands, ground, go);
  const [first, second] = operands;
  if (by === "repeat" && first && second) return repeated(flow, [into(flow, first), into(flow, second)], go);
  if (by === "format") return first && second ? formatted(flow, into(flow, first), argumentsOfPercent(flow, operands.slice(1), ground), "percent", go) : [unknown(flow)];
  return joined(flow, operands.map((operand) => into(flow, operand)), undefined, go);
}

/** `"-".join(x)`, `x.join("-")`, `a.concat(b)`, `Buffer.concat([a, b])`, `a.repeat(n)`, `"{}".format(a)`. */
export function composed(flow: Flow, call: Call, meaning: Extract<Meaning, { means: "compose" }>, ground: Ground, go: Go): readonly Outcome[] {
  const [object] = subject(flow, call, undefined, ground);
  if (!object) return [unknown(flow)];
  const args = call.args.map((arg) => ({ ...(arg.name === undefined ? {} : { name: arg.name }), flow: into(flow, arg.value) }));
  if (meaning.by === "repeat") return args[0] ? repeated(flow, [object, args[0].flow], go) : [unknown(flow)];
  if (meaning.by === "format") return formatted(flow, object, args, "braces", go);
  if (meaning.by === "concat" && meaning.list !== undefined) {
    const [list] = argumentsAt(flow, call, meaning.list, ground);
    return joined(flow, (list && itemsOf(list, ground)) ?? [], undefined, go);
  }
  if (meaning.by === "concat") {
    const lists = itemsOf(object, ground) ? [object, ...args.map((arg) => arg.flow)] : undefined;
    return lists ? lists.flatMap(go) : joined(flow, [object, ...args.map((arg) => arg.flow)], undefined, go);
  }
  const [list, between] = meaning.list === undefined ? [object, args[0]?.flow] : [argumentsAt(flow, call, meaning.list, ground)[0], object];
  const added = list ? additionsTo(list.value, list.module).flatMap(({ args }) => args.map((arg) => into(list, arg.value))) : [];
  const items = list && added.length === 0 ? itemsOf(list, ground) : undefined;
  if (!items || items.length === 0) return [{ ...(made((added.length > 0 ? added : list ? [list] : []).map(go)) ?? unknown(flow)), place: unknown(flow).place }];
  return joined(flow, items, between ?? comma(flow), go);
}

/** What JavaScript puts between when nothing is said. */
function comma(flow: Flow): Flow {
  return into(flow, { kind: "literal", secret: new Secret(","), form: "text", span: flow.value.span });
}

function repeated(flow: Flow, [left, right]: readonly [Flow, Flow], go: Go): readonly Outcome[] {
  const [a, b] = [go(left), go(right)];
  const [texts, times] = a.some(({ ending }) => ending.kind === "number") ? [b, a] : [a, b];
  const count = times[0]?.ending;
  if (count?.kind !== "number" || times.length !== 1) return [made([a, b]) ?? unknown(flow)];
  return texts.map((outcome) => (outcome.ending.kind === "bytes" ? { ...outcome, ending: { kind: "bytes", bytes: repeatBytes(outcome.ending.bytes, count.value) } } : outcome));
}

/** Text put together: known only when every part is; random when a part is. */
function joined(flow: Flow, parts: readonly Flow[], between: Flow | undefined, go: Go): readonly Outcome[] {
  const all = parts.map(go);
  if (between === undefined) return combined(flow, all, (pieces) => joinBytes(pieces));
  return combined(flow, [go(between), ...all], ([separator, ...pieces]) => joinBytes(pieces, separator));
}

interface Given {
  readonly name?: string;
  readonly flow: Flow;
}

/** A template with its holes filled. */
function formatted(flow: Flow, template: Flow, args: readonly Given[], style: "percent" | "braces", go: Go): readonly Outcome[] {
  const positional = args.filter(({ name }) => name === undefined);
  return combined(flow, [go(template), ...args.map((arg) => go(arg.flow))], ([whole, ...given]) => {
    let next = 0;
    return whole && fillBytes(whole, style, (name) => {
      const wanted = name === undefined ? positional[next++] : /^\d+$/.test(name) ? positional[Number(name)] : args.find((arg) => arg.name === name);
      return wanted && given[args.indexOf(wanted)];
    });
  });
}

/** `% x`, `% (x, y)`, `% {"a": x}`. */
function argumentsOfPercent(flow: Flow, operands: readonly Value[], ground: Ground): readonly Given[] {
  const [only, ...others] = operands;
  if (only?.kind === "record") return only.entries.flatMap(({ name, value }) => (name === undefined ? [] : [{ name, flow: into(flow, value) }]));
  const items = only && others.length === 0 ? itemsOf(into(flow, only), ground) : undefined;
  return (items ?? operands.map((operand) => into(flow, operand))).map((item) => ({ flow: item }));
}

/** Each way in which the parts can be known together; of several values of a part the n-th goes with the n-th of the others. */
function combined(flow: Flow, parts: readonly (readonly Outcome[])[], put: (pieces: readonly Bytes[]) => Bytes | undefined): readonly Outcome[] {
  const random = made(parts);
  if (random) return [random];
  const known = parts.map((outcomes) => outcomes.flatMap((outcome) => { const bytes = bytesOf(outcome); return bytes ? [{ outcome, bytes }] : []; }));
  if (known.length === 0 || known.some((one) => one.length === 0)) return [unknown(flow)];
  const ways = Math.min(16, Math.max(...known.map((one) => one.length)));
  const found = Array.from({ length: ways }, (_, way) => {
    const chosen = known.flatMap((one) => one[Math.min(way, one.length - 1)] ?? []);
    const bytes = put(chosen.map((piece) => piece.bytes));
    const texts = chosen.filter(({ outcome }) => outcome.ending.kind === "bytes");
    const [longest] = texts.toSorted((a, b) => b.bytes.secret.length - a.bytes.secret.length);
    if (!bytes || !longest) return unknown(flow);
    const behind = chosen.find(({ outcome }) => outcome.behind)?.outcome.behind;
    return { ...longest.outcome, ending: { kind: "bytes" as const, bytes }, ...(behind ? { behind } : {}) };
  });
  return found;
}

function bytesOf({ ending }: Outcome): Bytes | undefined {
  if (ending.kind === "bytes") return ending.bytes;
  return ending.kind === "number" ? numberBytes(ending.value) : undefined;
}

/**
 * What is random of values put together: a strong part makes the whole so, and a weak one too. Where something unknown stands beside them
 * nothing is known of the whole: it may be a secret, or a text that is encrypted behind its initialization vector.
 */
export function made(parts: readonly (readonly Outcome[])[]): Outcome | undefined {
  const generated = parts.flat().filter(({ ending }) => ending.kind === "generated");
  const strong = generated.find(({ ending }) => ending.kind === "generated" && ending.strength === "strong");
  const secret = parts.some((outcomes) => outcomes.every(({ ending }) => ending.kind === "unknown" || ending.kind === "absent"));
  return secret ? undefined : strong ?? generated[0];
}
