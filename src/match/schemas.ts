import { flowOf, into, type Flow, type Reading } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { hop } from "../resolve/names.ts";
import { classOf } from "../resolve/links.ts";
import { notesOf, readAs, readingOf } from "../resolve/schemas.ts";
import { argumentsAt } from "../resolve/select.ts";
import { once } from "../resolve/once.ts";
import { variablesOf } from "../resolve/variables.ts";
import type { Binding, Module, Site } from "../types/module.ts";
import type { Argument, Call, Record, Scope } from "../types/value.ts";

/** An entry of settings where it is described, and the variables that it is read from. */
export interface Described {
  readonly flow: Flow;
  readonly variables: readonly string[];
}

function described(flow: Flow, ground: Ground): Described | undefined {
  return flow.reading && { flow, variables: variablesOf(flow, flow.reading, ground) };
}

/** A field in the body of a class of settings. */
export function describedField({ target, value, scope, guards }: Binding, module: Module, ground: Ground): Described | undefined {
  if (target.kind !== "reference" || scope.kind !== "class") return undefined;
  const reading = readingIn(scope, module, ground);
  const owner = reading && classOf(scope);
  return owner ? described(readAs(flowOf(value, module, guards), target.name, reading, ground, notesOf(flowOf(owner, module), owner, target.name)), ground) : undefined;
}

/** An entry of a mapping that describes settings. */
export function describedEntry(record: Record, { name, value }: Record["entries"][number], { guards }: Pick<Site<Record>, "guards">, module: Module, ground: Ground): Described | undefined {
  const reading = descriptionsIn(module, ground).get(record);
  return reading && name !== undefined ? described(readAs(flowOf(value, module, guards), name, reading, ground), ground) : undefined;
}

/** A keyword that describes an entry: `Env(SECRET_KEY=(str, "x"))`. */
export function describedKeyword(call: Call, { name, value }: Argument, { guards }: Pick<Site<Call>, "guards">, module: Module, ground: Ground): Described | undefined {
  const reading = readingOf(flowOf(call, module), ground);
  return name !== undefined && reading?.schema.entries.includes("**") ? described(readAs(flowOf(value, module, guards), name, reading, ground), ground) : undefined;
}

const classes = new WeakMap<Scope, { readonly reading: Reading | undefined }>();

/** How a class's fields are read: by its base or decorator, or by a call that is given the class. */
function readingIn(scope: Scope, module: Module, ground: Ground): Reading | undefined {
  const owner = classOf(scope);
  const known = classes.get(scope) ?? { reading: (owner && readingOf(flowOf(owner, module), ground)) ?? descriptionsIn(module, ground).get(scope) };
  classes.set(scope, known);
  return known.reading;
}

/** Names and calls that a description is looked for behind, and mappings in mappings. */
const mostHops = 6;

/** The mappings, and the bodies of classes, that calls of a module are given as descriptions of settings. */
const descriptionsIn = once((module, ground: Ground): ReadonlyMap<Record | Scope, Reading> => {
  const found = new Map<Record | Scope, Reading>();
  for (const { value: call } of module.calls) {
    const flow = flowOf(call, module);
    const reading = readingOf(flow, ground);
    for (const entries of reading?.schema.entries.split("|") ?? []) {
      if (reading && entries !== "this" && entries !== "**") for (const description of argumentsAt(flow, call, entries, ground)) take(description, reading, 0);
    }
  }
  return found;

  function take(flow: Flow, reading: Reading, hops: number): void {
    const { value } = flow;
    if (hops > mostHops || flow.module !== module) return;
    const place = value.kind === "record" ? value : value.kind === "class" ? value.scope : undefined;
    if (!place) return hop(flow, ground).forEach((next) => { take(next, reading, hops + 1); });
    if (found.has(place)) return;
    found.set(place, reading);
    for (const { name, value: inner } of value.kind === "record" ? value.entries : []) {
      if (name === undefined) take(into(flow, inner), reading, hops + 1);
      else if (inner.kind === "record") take(into(flow, inner), { ...reading, path: [...reading.path, name] }, hops + 1);
    }
  }
});
