import type { Meaning } from "../types/model.ts";
import type { Call, Value } from "../types/value.ts";
import { padBytes, sliceBytes } from "./bytes.ts";
import { itemsOf } from "./compose.ts";
import { into, type Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { unknown, type Outcome } from "./outcome.ts";
import { argumentsAt, subject } from "./select.ts";

type Go = (flow: Flow) => readonly Outcome[];

/** `x.slice(0, 32)`, `x.substr(4, 8)`. */
export function sliced(flow: Flow, call: Call, meaning: Extract<Meaning, { means: "slice" }>, ground: Ground, go: Go): readonly Outcome[] {
  const numberAt = (path: string | undefined): number | undefined => (path === undefined ? undefined : numberOf(argumentsAt(flow, call, path, ground).flatMap(go)));
  const isKnown = (path: string | undefined, number: number | undefined): boolean => path === undefined || number !== undefined || argumentsAt(flow, call, path, ground).length === 0;
  const [start, end, length] = [numberAt(meaning.start), numberAt(meaning.end), numberAt(meaning.length)];
  const known = isKnown(meaning.start, start) && isKnown(meaning.end, end) && isKnown(meaning.length, length);
  const last = length === undefined ? end : (start ?? 0) + length;
  const range = known ? { start: start ?? 0, ...(last === undefined ? {} : { end: last }) } : undefined;
  return subject(flow, call, undefined, ground).flatMap((object) => partOf(object, range, ground, go));
}

/** `x[4:32]`: the object, and the positions, each a constant without a value where it is left out. */
export function slicedBy(flow: Flow, [object, ...positions]: readonly Value[], ground: Ground, go: Go): readonly Outcome[] {
  if (!object) return [unknown(flow)];
  const [start, end] = positions.map((position) => (position.kind === "constant" && typeof position.value !== "number" ? "open" : numberOf(go(into(flow, position)))));
  const range = start === undefined || end === undefined ? undefined : { start: start === "open" ? 0 : start, ...(end === "open" ? {} : { end }) };
  return partOf(into(flow, object), range, ground, go);
}

/** `x.padEnd(32, "0")`. */
export function padded(flow: Flow, call: Call, { side, length, by }: Extract<Meaning, { means: "pad" }>, ground: Ground, go: Go): readonly Outcome[] {
  const full = numberOf(argumentsAt(flow, call, length, ground).flatMap(go));
  const [filling] = argumentsAt(flow, call, by, ground).flatMap(go);
  const fill = filling?.ending.kind === "bytes" ? filling.ending.bytes : undefined;
  return subject(flow, call, undefined, ground).flatMap(go).map((outcome) => {
    if (outcome.ending.kind !== "bytes") return outcome;
    return full === undefined || (filling && !fill) ? { ...outcome, ending: { kind: "unknown" } } : { ...outcome, ending: { kind: "bytes", bytes: padBytes(outcome.ending.bytes, full, fill, side) } };
  });
}

interface Range {
  readonly start: number;
  readonly end?: number;
}

/** Of a list some items, of a text some characters; unknown where a position is. What is made or digested stays so, and has no more random bytes than that. */
function partOf(object: Flow, range: Range | undefined, ground: Ground, go: Go): readonly Outcome[] {
  const items = itemsOf(object, ground);
  if (items) return (range ? items.slice(range.start, range.end) : items).flatMap(go);
  return go(object).map((outcome) => {
    const { ending } = outcome;
    const most = range?.end !== undefined && range.start >= 0 && range.end >= 0 ? range.end - range.start : Infinity;
    switch (ending.kind) {
      case "bytes":
        return { ...outcome, ending: range ? { kind: "bytes", bytes: sliceBytes(ending.bytes, range.start, range.end) } : { kind: "unknown" } };
      case "generated":
        return ending.random === undefined ? outcome : { ...outcome, ending: { ...ending, random: Math.min(ending.random, most) } };
      case "digest":
        return { ...outcome, ending: { ...ending, length: Math.min(ending.length, most) } };
      default:
        return outcome;
    }
  });
}

function numberOf(outcomes: readonly Outcome[]): number | undefined {
  const [only] = outcomes;
  return outcomes.length === 1 && only?.ending.kind === "number" ? only.ending.value : undefined;
}
