import type { Binding, Module, Site } from "../types/module.ts";
import { dotted, type Call, type FunctionValue, type Scope, type Span, type Value } from "../types/value.ts";
import { firstFrom } from "../text/sorted.ts";
import { definitionsOf, type Modules } from "./links.ts";
import { once } from "./once.ts";
import { functionsOf } from "./callees.ts";

const byStart = once(({ calls }) => calls.toSorted((a, b) => a.value.span.start - b.value.span.start));

/** Calls that are looked at inside one value: people write fewer. */
const mostCalls = 256;

/** The calls that stand inside a span. */
export function callsWithin(module: Module, { start, end }: Span): readonly Site<Call>[] {
  const calls = byStart(module);
  const first = firstFrom(start, calls, ({ value }) => value.span.start);
  return calls.slice(first, first + mostCalls).filter(({ value }) => value.span.start <= end && value.span.end <= end);
}

/** The bindings of a file in the order of the text, each with the one whose value it stands in: values lie inside each other or apart. */
const nested = once(({ bindings }) => {
  const found: Nested[] = [];
  let around: Nested | undefined;
  // Of two with the same value, `a = b = ""`, the first is the inner one.
  for (const binding of bindings.toReversed().toSorted(({ value: { span: a } }, { value: { span: b } }) => a.start - b.start || b.end - a.end)) {
    while (around && around.binding.value.span.end < binding.value.span.end) around = around.around;
    found.push((around = { binding, around }));
  }
  return found;
});

interface Nested {
  readonly binding: Binding;
  readonly around: Nested | undefined;
}

/** The binding in whose value a span stands; of several the innermost. */
export function bindingAround(module: Module, { start, end }: Span): Binding | undefined {
  const all = nested(module);
  let found = all[firstFrom(start + 1, all, ({ binding }) => binding.value.span.start) - 1];
  while (found && found.binding.value.span.end < end) found = found.around;
  return found?.binding;
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

/** The calls of a file by the name that is called: `make` of `make()` and of `self.make()`. */
const byCalled = once((module) => table(module.calls, ({ value: { callee } }) => (callee.kind === "member" ? [`.${callee.name}`] : callee.kind === "reference" ? [callee.name] : [""])));

/** Other names of what has a name: `import { make as create }`, `create = make`, of a file's default export any. */
const aliases = once((module) => {
  const imports = [...module.top.names].flatMap(([local, definitions]) => definitions.flatMap(({ value }) => (value.kind === "import" ? [[value.name ?? "default", local] as const] : [])));
  const bindings = module.bindings.flatMap(({ target, value }) => ((target.kind === "reference" || target.kind === "member") && (value.kind === "reference" || value.kind === "member") ? [[value.name, target.name] as const] : []));
  return table([...imports, ...bindings], ([name]) => [name]);
});

/** The calls of a file that can be of a function of this name. What else is called is not looked up: that leads into every file that is imported. */
function callsNamed(name: string | undefined, isConstructor: boolean, module: Module): readonly Site<Call>[] {
  if (name === undefined || isConstructor) return isConstructor ? [...byCalled(module)].flatMap(([called, sites]) => (/^\.?(?:[A-Z_]|super$|cls$|constructor$|this$|self$)/.test(called) || called === "" ? sites : [])) : module.calls;
  const names = new Set([name, "default", ...[name, "default"].flatMap((one) => aliases(module).get(one) ?? []).map(([, local]) => local)]);
  return [...[...names].flatMap((one) => [...(byCalled(module).get(one) ?? []), ...(byCalled(module).get(`.${one}`) ?? [])]), ...(byCalled(module).get("") ?? [])];
}

/** The functions that a call can be of, by who asks: by where they stand, for a file that is read twice has each twice. */
const called = once((_: Modules) => new WeakMap<Call, ReadonlySet<string>>());

function calledBy(call: Call, module: Module, modules: Modules): ReadonlySet<string> {
  const known = called(modules);
  const found = known.get(call) ?? new Set(functionsOf(call.callee, module, modules).map((callee) => keyOf(callee.value, callee.module)));
  known.set(call, found);
  return found;
}

const narrowed = once((_: Modules) => new Map<string, Modules>());

/** The same modules, without those that cannot hand on a plain function: they neither name it nor hand on all that another has. */
function leadingTo({ name, path, isMethod }: Owner, modules: Modules): Modules {
  if (name === undefined || isMethod) return modules;
  const known = narrowed(modules);
  const before = known.get(`${path}\0${name}`);
  if (before) return before;
  const words = [name, "default", "*"];
  const leading: Modules = {
    ...modules,
    imported(from, importer) {
      const target = modules.imports(from, importer);
      return target !== undefined && (target === path || modules.mentions(target, words)) ? modules.imported(from, importer) : undefined;
    },
  };
  known.set(`${path}\0${name}`, leading);
  return leading;
}

function keyOf({ span }: FunctionValue, { path }: Module): string {
  return `${path}\0${span.start}\0${span.end}`;
}

/** A call, and the module that it stands in. */
export interface CallSite extends Site<Call> {
  readonly module: Module;
}

/** By who asks: some ask few files only. */
const sites = once((_: Modules) => new WeakMap<FunctionValue, readonly CallSite[]>());

/** The calls of a function: those in its own file, and in the files that import it. */
export function callsOf(owner: FunctionValue, module: Module, modules: Modules): readonly CallSite[] {
  const known = sites(modules);
  let found = known.get(owner);
  if (!found) known.set(owner, (found = [...callsIn(module, ownerOf(owner, module), modules), ...callsElsewhere(owner, module, modules)]));
  return found;
}

/** A function, where it stands, and by what name it is called: of a constructor the class's. */
interface Owner {
  readonly key: string;
  readonly path: string;
  readonly name: string | undefined;
  readonly isConstructor: boolean;
  readonly isMethod: boolean;
}

function ownerOf(owner: FunctionValue, module: Module): Owner {
  const around = owner.scope.parent;
  const isConstructor = around?.kind === "class" && (owner.name === undefined || owner.name === "constructor" || owner.name === "__init__");
  return { key: keyOf(owner, module), path: module.path, name: isConstructor ? around.name : owner.name, isConstructor, isMethod: around?.kind === "class" };
}

/** The calls of files by the functions that they are of, under one name; by who asks. */
const callsBy = once((_: Modules) => new WeakMap<Module, Map<string, ReadonlyMap<string, readonly Site<Call>[]>>>());

function callsIn(module: Module, own: Owner, modules: Modules): readonly CallSite[] {
  const leading = leadingTo(own, modules);
  const known = callsBy(leading).get(module) ?? new Map<string, ReadonlyMap<string, readonly Site<Call>[]>>();
  callsBy(leading).set(module, known);
  const name = `${own.isConstructor ? "new " : ""}${own.name ?? ""}`;
  const calls = known.get(name) ?? table(callsNamed(own.name, own.isConstructor, module), ({ value }) => [...calledBy(value, module, leading)]);
  known.set(name, calls);
  return (calls.get(own.key) ?? []).map((site) => ({ ...site, module }));
}

/** A function inside another one is called there only. */
function callsElsewhere(owner: FunctionValue, module: Module, modules: Modules): readonly CallSite[] {
  const own = ownerOf(owner, module);
  if (own.name === undefined || owner.scope.parent?.kind === "function") return [];
  return modules.importers(module, own.name, own.isConstructor ? "mentioned" : "called").flatMap((importer) => callsIn(importer, own, modules));
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
