import { into, type Flow } from "./flow.ts";
import { follow } from "./follow.ts";
import type { Ground } from "./ground.ts";
import { part } from "./select.ts";

/** The items of what is surely one list. */
export function itemsOf(flow: Flow, ground: Ground, depth = 0): readonly Flow[] | undefined {
  const { value } = flow;
  if (value.kind === "list") return value.items.some(({ spread }) => spread) ? undefined : value.items.map((item) => into(flow, item.value));
  const next = depth > 6 ? [] : value.kind === "member" ? part(flow, ground) : follow(flow, ground);
  return next.length === 1 && next[0] ? itemsOf(next[0], ground, depth + 1) : undefined;
}
