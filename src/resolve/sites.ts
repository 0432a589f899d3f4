import type { Binding, Module, Site } from "../types/module.ts";
import { dotted, type Call, type FunctionValue, type Scope, type Span, type Value } from "../types/value.ts";
import { definitionsOf, type Modules } from "./links.ts";
import { once } from "./once.ts";
import { functionsOf } from "./callees.ts";

const byStart = once(({ calls }) => calls.toSorted((a, b) => a.value.span.start - b.value.span.start));

/** Calls that are looked at inside one value: people write fewer. */
const mostCalls = 256;

/** The calls that stand inside a span. */
export function callsWithin(module: Module, { start, end }: Span): readonly Site<Call>[] {
  const calls = byStart(module);
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.value.span.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return calls.slice(low, low + mostCalls).filter(({ value }) => value.span.start <= end && value.span.end <= end);
}

const byTarget = once((module) => table(module.bindings, ({ target }) => dottedNames(target)));

/** The bindings of a name, `SECRET_KEY`, or of a dotted one, `config.secret`, in the order of the text. */
export function bindingsOf(name: string, module: Module): readonly Binding[] {
  return byTarget(module).get(name) ?? [];
}

const byLastName = once((module) => table(module.bindings, ({ target }) => (target.kind === "reference" || target.kind === "member" ? [target.name] : [])));

/** The bindings of a name, alone or as an attribute: `key`, `self.key`, `settings.key`. */
export function bindingsNamed(name: string, module: Module): readonly Binding[] {
  return byLastName(module).get(name) ?? [];
}

const byCallee = once((module, modules: Modules) =>
  table(module.calls, ({ value }) => new Set(functionsOf(value.callee, module, modules).map((callee) => callee.value))),
);

/** A call, and the module that it stands in. */
export interface CallSite extends Site<Call> {
  readonly module: Module;
}

const elsewhere = new WeakMap<FunctionValue, readonly CallSite[]>();

/** The calls of a function: those in its own file, and in the files that import it. */
export function callsOf(owner: FunctionValue, module: Module, modules: Modules): readonly CallSite[] {
  let found = elsewhere.get(owner);
  if (!found) elsewhere.set(owner, (found = callsElsewhere(owner, module, modules)));
  return [...callsIn(module, owner, modules), ...found];
}

function callsIn(module: Module, owner: FunctionValue, modules: Modules): readonly CallSite[] {
  return (byCallee(module, modules).get(owner) ?? []).map((site) => ({ ...site, module }));
}

/** A function inside another one is called there only. Of a constructor it is the class's name that is called. */
function callsElsewhere(owner: FunctionValue, module: Module, modules: Modules): readonly CallSite[] {
  const around = owner.scope.parent;
  const isConstructor = around?.kind === "class" && (owner.name === undefined || owner.name === "constructor" || owner.name === "__init__");
  const name = isConstructor ? around.name : owner.name;
  if (name === undefined || around?.kind === "function") return [];
  return modules.importers(module, name).flatMap((importer) => callsIn(importer, owner, modules));
}

/** Methods of a list that call a function with each of its items. */
const eachOf: ReadonlySet<string> = new Set(["forEach", "some", "every", "find", "findIndex", "filter", "map", "flatMap"]);

/** The lists whose items a function gets, by the function that stands there: `weak.some((bad) => …)`. */
export const listsFor = once((module) => new Map(module.calls.flatMap(({ value: { callee, args } }) => {
  const [first] = args;
  return callee.kind === "member" && eachOf.has(callee.name) && first?.value.kind === "function" ? [[first.value, callee.object] as const] : [];
})));

/** Methods that put something into a list. */
const adding: ReadonlySet<string> = new Set(["push", "unshift", "append", "extend", "insert", "appendleft"]);

const byList = once((module) => table(module.calls.map(({ value }) => value), ({ callee }) => (callee.kind === "member" && adding.has(callee.name) ? dottedNames(callee.object) : [])));

/** The calls that put something into a list: what is written where it is made is not all of it. */
export function additionsTo(list: Value, module: Module): readonly Call[] {
  const home = rootScope(list, module);
  return dottedNames(list).flatMap((name) => byList(module).get(name) ?? []).filter(({ callee }) => callee.kind === "member" && rootScope(callee.object, module) === home);
}

/** Where the first name of a dotted one is defined: two functions can have a `result` each. */
function rootScope(value: Value, module: Module): Scope | undefined {
  if (value.kind === "member") return rootScope(value.object, module);
  return value.kind === "reference" ? definitionsOf(value, module)[0]?.scope : undefined;
}

/** Things by each of their names. */
export function table<Name, One>(all: readonly One[], namesOf: (one: One) => Iterable<Name>): ReadonlyMap<Name, readonly One[]> {
  const found = new Map<Name, One[]>();
  for (const one of all) {
    for (const name of namesOf(one)) {
      const known = found.get(name);
      if (known) known.push(one);
      else found.set(name, [one]);
    }
  }
  return found;
}

/** The dotted name of a value, if it has one. */
export function dottedNames(value: Value): readonly string[] {
  const name = dotted(value);
  return name === undefined ? [] : [name];
}
