import type { Meaning } from "../types/model.ts";
import type { Call, Value } from "../types/value.ts";
import { padBytes, sliceBytes } from "./bytes.ts";
import { itemsOf } from "./items.ts";
import { into, type Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { unknown, type Outcome } from "./outcome.ts";
import { argumentsAt, subject } from "./select.ts";

type Go = (flow: Flow) => readonly Outcome[];

/** `x.slice(0, 32)`, `x.substr(4, 8)`. */
export function sliced(flow: Flow, call: Call, { start, end, length }: Extract<Meaning, { means: "slice" }>, ground: Ground, go: Go): readonly Outcome[] {
  const at = (path: string | undefined): Position => positionOf(path === undefined ? [] : argumentsAt(flow, call, path, ground).map(go));
  const [from, to, count] = [at(start), at(end), at(length)];
  const last = typeof count === "number" && typeof from === "number" ? from + count : count === "open" ? to : undefined;
  return subject(flow, call, undefined, ground).flatMap((object) => partOf(object, rangeOf(from, last), ground, go));
}

/** `x[4:32]`: the object, and the positions, each a constant without a value where it is left out. */
export function slicedBy(flow: Flow, [object, ...positions]: readonly Value[], ground: Ground, go: Go): readonly Outcome[] {
  const [from, to] = positions.map((position) => positionOf(position.kind === "constant" && typeof position.value !== "number" ? [] : [go(into(flow, position))]));
  return object ? partOf(into(flow, object), rangeOf(from, to), ground, go) : [unknown(flow)];
}

/** `open` where it is left out, undefined where it is not known. */
type Position = number | "open" | undefined;

function positionOf(given: readonly (readonly Outcome[])[]): Position {
  return given.length === 0 ? "open" : numberOf(given.flat());
}

function rangeOf(from: Position, to: Position): Range | undefined {
  return from === undefined || to === undefined ? undefined : { start: from === "open" ? 0 : from, ...(to === "open" ? {} : { end: to }) };
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
