import { argumentAt } from "../resolve/arguments.ts";
import type { Flow } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { nameAt } from "../resolve/names.ts";
import { argumentsAt } from "../resolve/select.ts";
import { globs } from "../text/globs.ts";
import { asName } from "../types/secret.ts";
import type { ArgumentPath, Condition } from "../types/slot.ts";
import type { Call, Value } from "../types/value.ts";

/** Whether a condition holds of a call. */
export function holds(condition: Condition, call: Call, flow: Flow, ground: Ground): boolean {
  const arguments_ = argumentsAt(flow, call, condition.argument, ground);
  if (condition.present !== undefined && arguments_.length > 0 !== condition.present) return false;
  if (condition.symbol && !arguments_.some((argument) => condition.symbol?.includes(ground.symbols(argument.value, argument.module) ?? ""))) return false;
  const text = nameAt(call, condition.argument, flow, ground) ?? firstOf(arguments_);
  if (condition.is && (text === undefined || !globs(condition.is)(text))) return false;
  return !(condition.not && text !== undefined && globs(condition.not)(text));
}

/** `["RS256"]`: the first of a list speaks for it. */
function firstOf(flows: readonly Flow[]): string | undefined {
  for (const { value } of flows) {
    const item = value.kind === "list" ? value.items[0]?.value : undefined;
    if (item?.kind === "literal") return asName(item.secret);
  }
  return undefined;
}

/** Whether a call surely has none of these arguments: what is spread, or made elsewhere, may hold anything. */
export function surelyLacks(call: Call, path: ArgumentPath): boolean {
  if (call.args.some(({ spread }) => spread !== undefined)) return false;
  return path.split("|").every((alternative) => {
    const [head = "", ...rest] = alternative.split(".");
    const given = argumentAt(call, head);
    return given === undefined || hasNo(given, rest);
  });
}

/** Whether a mapping that is written here surely has nothing at a path. */
function hasNo(value: Value, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined || value.kind !== "record" || value.entries.some((entry) => entry.name === undefined)) return false;
  const entry = value.entries.findLast((one) => one.name === name);
  return entry === undefined || hasNo(entry.value, rest);
}
