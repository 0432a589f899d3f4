import type { Module } from "../types/module.ts";
import type { Value } from "../types/value.ts";
import { argumentAt } from "./arguments.ts";
import { meaningOf, type Ground } from "./ground.ts";

/** A call that adds entries to a mapping, and the mapping. */
export interface Update {
  readonly target: Value;
  readonly site: Module["calls"][number];
}

const updates = new WeakMap<Module, readonly Update[]>();

/** What is added to mappings in a module; found once. */
export function updatesIn(module: Module, ground: Ground): readonly Update[] {
  const known = updates.get(module);
  if (known) return known;
  const found = module.calls.flatMap((site): readonly Update[] => {
    const meaning = meaningOf(site.value, { module }, ground);
    const { callee } = site.value;
    if (meaning?.means === "update" && callee.kind === "member") return [{ target: callee.object, site }];
    const target = meaning?.means === "record" && meaning.into !== undefined ? argumentAt(site.value, meaning.into) : undefined;
    return target ? [{ target, site }] : [];
  });
  updates.set(module, found);
  return found;
}
