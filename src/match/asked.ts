import type { Place } from "../types/key.ts";
import type { ArgumentPath } from "../types/slot.ts";
import type { Call } from "../types/value.ts";
import { into, flowOf, type Flow } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { follow } from "../resolve/follow.ts";
import { argumentsAt, maxFlows } from "../resolve/select.ts";
import { callsOf } from "../resolve/sites.ts";

/** A way on which a variable is read, and the place that says which. */
export interface Asked {
  readonly flow: Flow;
  readonly place: Place;
}

/**
 * The ways on which a call reads a variable: one, where it names the variable. In a function that is told the name
 * (`def setting(name, default)`) one for each call of the function, for each asks for another.
 */
export function asked(read: Call, name: ArgumentPath, flow: Flow, ground: Ground): readonly Asked[] {
  const own = { flow, place: { path: flow.module.path, span: flow.value.span } };
  const [parameter] = argumentsAt(into(flow, read), read, name, ground).flatMap((given) => (given.value.kind === "parameter" ? [given] : follow(given, ground)));
  if (parameter?.value.kind !== "parameter") return [own];
  const of = parameter.value.of();
  const calls = callsOf(of, flow.module, ground.modules).slice(0, maxFlows);
  if (calls.length === 0) return [own];
  return calls.map(({ value: call, guards, module }) => ({
    flow: { ...flow, callers: [...flow.callers, { of, call, flow: flowOf(call, module, guards) }] },
    place: { path: module.path, span: call.span },
  }));
}
