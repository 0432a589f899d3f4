import type { Refused } from "../types/model.ts";
import type { Call } from "../types/value.ts";
import type { Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import type { Outcome } from "./outcome.ts";
import { callsWithin } from "./sites.ts";
import { told } from "./told.ts";

/** Whether an entry takes a default as it stands: not one that is shorter than the least length that it asks for. */
export function takesDefault(entries: readonly Flow[], refuses: Refused | undefined, { ending }: Outcome, ground: Ground): boolean {
  if (!refuses || (refuses.before !== undefined && entries.every((entry) => (majorOf(entry, ground) ?? 0) >= (refuses.before ?? 0)))) return true;
  const calls = entries.flatMap(({ value, module }) => callsWithin(module, value.span).map((site) => site.value));
  if (calls.some((call) => refuses.required?.includes(nameOf(call)))) return false;
  if (ending.kind !== "bytes" || !refuses.least) return true;
  const path = refuses.least.join("|");
  const called = calls.flatMap((call) => (refuses.least?.includes(nameOf(call)) ? (call.args.find(({ value }) => value.kind === "constant")?.value ?? []) : []));
  const least = [...called, ...entries.flatMap((one) => told(one, path, ground).map(({ value }) => value))];
  const length = ending.bytes.secret.length;
  return !least.some((value) => value.kind === "constant" && typeof value.value === "number" && value.value > length);
}

function nameOf({ callee }: Call): string {
  return callee.kind === "member" || callee.kind === "reference" ? callee.name : "";
}

/** The version of the package that makes an entry. */
function majorOf({ value, module }: Flow, ground: Ground): number | undefined {
  const [name] = /^[^.()]+/.exec(ground.symbols.any(value, module) ?? "") ?? [];
  return name === undefined ? undefined : ground.modules.major(name, module);
}
