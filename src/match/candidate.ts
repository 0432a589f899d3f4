import type { Place } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Call, Guard, Scope, Span, Value } from "../types/value.ts";
import { flowOf, type Flow } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { namesAround } from "../resolve/links.ts";
import type { Catalogue, Entry } from "./catalogue.ts";
import type { Presence } from "./presence.ts";

/** A value bound in a slot, before it is resolved. */
export interface Candidate {
  readonly entry: Entry;
  /** The program's own name for the place, when it has one. */
  readonly name?: string;
  readonly flow: Flow;
  readonly sink: Place;
  readonly evidence: "api" | "name";
  /** What is bound beside it, itself included, for a key that is known by its name only. */
  readonly siblings: readonly Sibling[];
  /** The name of the object or mapping that it is set on. */
  readonly holder?: string;
  /** The call whose argument it is. */
  readonly call?: Call;
  /** It stands in a function: what is only called a key there may be one of many. */
  readonly isLocal?: true;
  /** A variable set for a process: whatever it says is what the program gets. */
  readonly isVariable?: true;
}

/** An entry of the same mapping; what is spread into it has no name. */
export interface Sibling {
  readonly name: string | undefined;
  readonly value: Value;
}

export interface Matching {
  readonly catalogue: Catalogue;
  readonly presence: Presence;
  readonly ground: Ground;
  /** Of the files that call a function, only those where a call names a slot. */
  readonly asking: Ground;
}

/** Where a candidate stands. */
export interface Around {
  readonly scope?: Scope;
  readonly guards?: readonly Guard[];
}

/** A candidate whose value stands in a module. */
export function candidate(entry: Entry, module: Module, value: Value, span: Span, more: { name?: string; evidence: "api" | "name" } & Around): Candidate {
  const { name, evidence, scope, guards } = more;
  return {
    entry,
    ...(name === undefined ? {} : { name }),
    flow: { ...flowOf(value, module, guards), within: scope ? namesAround(scope) : [] },
    sink: { path: module.path, span },
    evidence: entry.slot.evidence === "name" ? "name" : evidence,
    siblings: [],
    ...(scope?.kind === "function" ? { isLocal: true } : {}),
  };
}

/** Of the frameworks that know a name, the one that the file is most surely about. */
export function best<E extends Entry>(entries: readonly E[], module: Module, presence: Presence): E | undefined {
  let found: E | undefined;
  let most = 0;
  for (const entry of entries) {
    const how = presence(entry.framework, module);
    const weight = how === 0 ? 0 : how * 2 + (entry.slot.evidence === "name" ? 0 : 1);
    if (weight > most) [found, most] = [entry, weight];
  }
  return found;
}
