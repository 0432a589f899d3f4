import { asName } from "../types/secret.ts";
import type { ArgumentPath } from "../types/slot.ts";
import type { Call } from "../types/value.ts";
import { into, isSpent, type Flow } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { follow } from "./follow.ts";
import { argumentsAt, classesOf, given, maxFlows, part, returned, subject } from "./select.ts";

/** A literal argument that the program uses as a name. */
export function nameAt(call: Call, path: ArgumentPath, flow: Flow, ground: Ground): string | undefined {
  for (const found of argumentsAt(flow, call, path, ground)) {
    let at: readonly Flow[] = [found];
    for (let hop = 0; hop < 6; hop++) {
      const literal = at.find(({ value }) => value.kind === "literal")?.value;
      if (literal?.kind === "literal") return asName(literal.secret);
      at = at.flatMap((next) => (isSpent(next) ? [] : hops(next, ground))).slice(0, maxFlows);
    }
  }
  return undefined;
}

/** One hop towards a literal, whatever kind of name the value is. */
function hops(flow: Flow, ground: Ground): readonly Flow[] {
  if (flow.value.kind === "member") return part(flow, ground);
  if (flow.value.kind === "parameter") return given(flow, flow.value, ground);
  return follow(flow, ground);
}

/** One hop towards an object: also a default, an instance's class, what a function returns, one of several. */
export function hop(flow: Flow, ground: Ground): readonly Flow[] {
  const { value } = flow;
  if (value.kind === "choice") return value.options.map((option) => into(flow, option.value, option.guards));
  if (value.kind === "parameter") return [...given(flow, value, ground), ...(value.default === undefined ? [] : [into(flow, value.default)])];
  if (value.kind !== "call") return hops(flow, ground);
  const meaning = meaningOf(value, flow, ground);
  if (meaning?.means === "same") return subject(flow, value, meaning.of, ground);
  if (meaning?.means === "env" || meaning?.means === "get") return meaning.default === undefined ? [] : argumentsAt(flow, value, meaning.default, ground);
  return [...classesOf(flow, value, ground), ...returned(flow, value, ground)];
}
