import type { Module } from "../types/module.ts";
import type { Value } from "../types/value.ts";
import { argumentAt } from "./arguments.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { once } from "./once.ts";
import { dottedNames, table } from "./sites.ts";

/** A call that adds entries to a mapping, and the mapping. */
export interface Update {
  readonly target: Value;
  readonly site: Module["calls"][number];
}

/** What is added to mappings in a module, by the mapping's dotted name; found once. */
export const updatesIn = once((module, ground: Ground) =>
  table(module.calls.flatMap((site) => updateBy(site, module, ground)), ({ target }) => dottedNames(target)),
);

function updateBy(site: Update["site"], module: Module, ground: Ground): readonly Update[] {
  const meaning = meaningOf(site.value, { module }, ground);
  const { callee } = site.value;
  if ((meaning?.means === "update" || (meaning?.means === "file" && meaning.into === "object")) && callee.kind === "member") return [{ target: callee.object, site }];
  const target = meaning?.means === "record" && meaning.into !== undefined ? argumentAt(site.value, meaning.into) : undefined;
  return target ? [{ target, site }] : [];
}
