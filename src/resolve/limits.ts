import type { Call } from "../types/value.ts";
import type { Flow, Reading } from "./flow.ts";
import type { Ground } from "./ground.ts";
import type { Outcome } from "./outcome.ts";
import { callsWithin } from "./sites.ts";
import { told } from "./told.ts";

/** Whether an entry takes a default as it stands: not one that is shorter than the least length that it asks for. */
export function takesDefault(entry: Flow, { schema: { refuses }, by, notes }: Reading, { ending }: Outcome, ground: Ground): boolean {
  if (!refuses || (refuses.before !== undefined && (ground.modules.major(packageOf(by, ground), by.module) ?? 0) >= refuses.before)) return true;
  const calls = [entry, ...notes].flatMap(({ value, module }) => callsWithin(module, value.span).map((site) => site.value));
  if (calls.some((call) => refuses.required?.includes(nameOf(call)))) return false;
  if (ending.kind !== "bytes" || !refuses.least) return true;
  const least = [...calls.flatMap((call) => (refuses.least?.includes(nameOf(call)) ? (call.args[0]?.value ?? []) : [])), ...[entry, ...notes].flatMap((one) => told(one, refuses.least?.join("|") ?? "", ground).map(({ value }) => value))];
  const length = ending.bytes.secret.length;
  return !least.some((value) => value.kind === "constant" && typeof value.value === "number" && value.value > length);
}

function nameOf({ callee }: Call): string {
  return callee.kind === "member" || callee.kind === "reference" ? callee.name : "";
}

/** The package whose call reads. */
function packageOf({ value, module }: Flow, ground: Ground): string {
  const symbol = value.kind === "call" ? ground.symbols(value.callee, module) : undefined;
  return /^[^.()]*/.exec(symbol ?? "")?.[0] ?? "";
}
