import { flowOf, into, type Flow, type Reading } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { hop } from "../resolve/names.ts";
import { notesOf, readAs, readingOf } from "../resolve/schemas.ts";
import { argumentsAt } from "../resolve/select.ts";
import { once } from "../resolve/sites.ts";
import { variablesOf } from "../resolve/variables.ts";
import type { Binding, Module, Site } from "../types/module.ts";
import type { Argument, Call, ClassValue, Record, Scope } from "../types/value.ts";

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
  const owner = target.kind === "reference" && scope.kind === "class" ? classOf(scope) : undefined;
  const reading = owner && readingIn(owner, module, ground);
  return target.kind === "reference" && owner && reading ? described(readAs(flowOf(value, module, guards), target.name, reading, ground, notesOf(flowOf(owner, module), owner, target.name)), ground) : undefined;
}

/** An entry of a mapping that describes settings. */
export function describedEntry(record: Record, { name, value }: Record["entries"][number], { guards }: Pick<Site<Record>, "guards">, module: Module, ground: Ground): Described | undefined {
  const reading = recordsIn(module, ground).get(record);
  return reading && name !== undefined ? described(readAs(flowOf(value, module, guards), name, reading, ground), ground) : undefined;
}

/** A keyword that describes an entry: `Env(SECRET_KEY=(str, "x"))`. */
export function describedKeyword(call: Call, { name, value }: Argument, { guards }: Pick<Site<Call>, "guards">, module: Module, ground: Ground): Described | undefined {
  const reading = readingOf(flowOf(call, module), ground);
  return name !== undefined && reading?.schema.entries === "**" ? described(readAs(flowOf(value, module, guards), name, reading, ground), ground) : undefined;
}

function classOf(scope: Scope): ClassValue | undefined {
  const named = scope.name === undefined ? [] : (scope.parent?.names.get(scope.name) ?? []);
  return named.map(({ value }) => value).find((value): value is ClassValue => value.kind === "class" && value.scope === scope);
}

const classes = new WeakMap<ClassValue, { readonly reading: Reading | undefined }>();

function readingIn(owner: ClassValue, module: Module, ground: Ground): Reading | undefined {
  const known = classes.get(owner) ?? { reading: readingOf(flowOf(owner, module), ground) };
  classes.set(owner, known);
  return known.reading;
}

/** Names and calls that a description is looked for behind, and mappings in mappings. */
const mostHops = 6;

/** The mappings of a module that describe settings. */
const recordsIn = once((module, ground: Ground): ReadonlyMap<Record, Reading> => {
  const found = new Map<Record, Reading>();
  for (const { value: call } of module.calls) {
    const flow = flowOf(call, module);
    const reading = readingOf(flow, ground);
    const entries = reading?.schema.entries;
    if (!reading || entries === undefined || entries === "this" || entries === "**") continue;
    for (const description of argumentsAt(flow, call, entries, ground)) take(description, reading, 0);
  }
  return found;

  function take(flow: Flow, reading: Reading, hops: number): void {
    const { value } = flow;
    if (hops > mostHops || flow.module !== module) return;
    if (value.kind !== "record") return hop(flow, ground).forEach((next) => { take(next, reading, hops + 1); });
    if (found.has(value)) return;
    found.set(value, reading);
    for (const entry of value.entries) {
      if (entry.name !== undefined && entry.value.kind === "record") take(into(flow, entry.value), { ...reading, path: [...reading.path, entry.name] }, hops + 1);
    }
  }
});
