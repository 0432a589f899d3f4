import type { ArgumentPath } from "../types/slot.ts";
import { into, isSpent, type Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { hop } from "./names.ts";
import { argumentsAt, select } from "./select.ts";

/** Names and calls that an entry is looked for behind. */
const mostHops = 6;

/** What an entry of settings tells at a path: in the arguments of the call that makes it, in the mapping or list that it is, in a class. */
export function told(flow: Flow, path: ArgumentPath, ground: Ground, hops = 0): readonly Flow[] {
  const { value } = flow;
  if (value.kind === "call") return argumentsAt(flow, value, path, ground);
  const deeper = (next: readonly Flow[]): readonly Flow[] => (hops > mostHops || isSpent(flow) ? [] : next.flatMap((one) => told(one, path, ground, hops + 1)));
  if (value.kind !== "record" && value.kind !== "list" && value.kind !== "class") return deeper(hop(into(flow, value), ground));
  const found = path.split("|").flatMap((one) => one.split(".").reduce<readonly Flow[]>((flows, name) => flows.flatMap((next) => select(next, name, ground)), [flow]));
  // A class's own options go together with those of its bases.
  return found.length === 0 && value.kind === "class" ? deeper(value.bases.map((base) => into(flow, base))) : found;
}
