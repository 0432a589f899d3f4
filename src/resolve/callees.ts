import type { Module } from "../types/module.ts";
import type { ClassValue, FunctionValue, Import, Reference, Scope, Value } from "../types/value.ts";
import { classOf, definitionsOf, exported, namesakes, receiverOf, submodule, type Modules } from "./links.ts";

/** A function or class of the scope's own files, and the module that it stands in. */
export interface Found<V extends Value = Value> {
  readonly value: V;
  readonly module: Module;
}

/** Names that are looked at for one callee; imports can go in circles. */
const mostNames = 64;

/** What a search has looked at. */
interface Seen {
  readonly values: Set<Value>;
  /** Of each class the methods, and whether its bases: they can be made of what is asked for. */
  readonly asked: Map<Value, Set<string>>;
}

/** The scope's own functions that a callee can be; of a class its constructor. */
export function functionsOf(callee: Value, module: Module, modules: Modules): readonly Found<FunctionValue>[] {
  const seen: Seen = { values: new Set(), asked: new Map() };
  return targetsOf(callee, module, modules, seen).flatMap(({ value, module: home }) => {
    if (value.kind === "function") return [{ value, module: home }];
    return value.kind === "class" ? methodsOf({ value, module: home }, constructorIn(home), modules, seen) : [];
  });
}

/** The scope's own classes that a value can be. */
export function classesIn(value: Value, module: Module, modules: Modules): readonly Found<ClassValue>[] {
  return classesFrom(value, module, modules, { asked: new Map() });
}

function classesFrom(value: Value, module: Module, modules: Modules, { asked }: Pick<Seen, "asked">): readonly Found<ClassValue>[] {
  return targetsOf(value, module, modules, { values: new Set(), asked }).filter(isClass);
}

/** Whether a search asks a class for something for the first time. */
function isNew(of: ClassValue, name: string, { asked }: Seen): boolean {
  const names = asked.get(of) ?? new Set();
  const isNew = !names.has(name);
  asked.set(of, names.add(name));
  return isNew;
}

function constructorIn({ language }: Module): string {
  return language === "python" ? "__init__" : "constructor";
}

/** The functions and classes that a value leads to. */
function targetsOf(value: Value, module: Module, modules: Modules, seen: Seen): readonly Found[] {
  if (seen.values.has(value) || seen.values.size >= mostNames) return [];
  seen.values.add(value);
  const deeper = (next: Value, home: Module): readonly Found[] => targetsOf(next, home, modules, seen);
  switch (value.kind) {
    case "function":
    case "class":
      return [{ value, module }];
    case "reference":
      if (isSuper(value)) return basesAround(value, module, modules, seen);
      return namesakes(value, module, modules).flatMap(({ definition, module: home }) => (isName(definition.value) ? deeper(definition.value, home) : []));
    case "member": {
      const own = receiverOf(value.object)?.names.get(value.name);
      if (own) return own.flatMap((definition) => (isName(definition.value) ? deeper(definition.value, module) : []));
      return ofObject(value.object, value.name, module, modules, seen);
    }
    case "import":
      return imported(value, module, modules).flatMap(({ value: one, module: home }) => (one.kind !== "import" && isName(one) ? deeper(one, home) : []));
    default:
      return [];
  }
}

/** What leads to a function or class, when it is followed. */
function isName({ kind }: Value): boolean {
  return kind === "function" || kind === "class" || kind === "import" || kind === "reference" || kind === "member";
}

/** What a module gives under the name of an import; in JavaScript also as an entry of what it gives as a whole, `module.exports = { make }`. */
function imported({ from, name }: Import, module: Module, modules: Modules): readonly Found[] {
  const target = name === undefined ? undefined : modules.imported(from, module);
  if (!target || name === undefined) return [];
  const links = exported(target, name, modules);
  if (links.length > 0 || target.language !== "javascript") return links.map(({ definition, module: home }) => ({ value: definition.value, module: home }));
  return exported(target, "=", modules).flatMap(({ definition: { value }, module: home }) =>
    value.kind === "record" ? value.entries.filter((entry) => entry.name === name).map((entry) => ({ value: entry.value, module: home })) : []);
}

/** `object.name`: a module's, a method of a class, of an instance that the file makes, or of the bases around. */
function ofObject(object: Value, name: string, module: Module, modules: Modules, seen: Seen): readonly Found[] {
  const methods = (classes: readonly Found[]): readonly Found[] => classes.filter(isClass).flatMap((one) => methodsOf(one, name, modules, seen));
  const around = object.kind === "call" ? object.callee : object;
  if (isSuper(around)) return methods(basesAround(around, module, modules, seen));
  switch (object.kind) {
    case "reference":
      return definitionsOf(object, module).flatMap(({ definition: { value }, module: home }) => (value.kind === "reference" ? [] : ofObject(value, name, home, modules, seen)));
    case "import": {
      const own = targetsOf(memberOf(object, name), module, modules, seen);
      return own.length > 0 ? own : methods(targetsOf(object, module, modules, seen));
    }
    case "call":
      return methods(targetsOf(object.callee, module, modules, seen));
    case "member":
    case "class":
      return methods(targetsOf(object, module, modules, seen));
    default:
      return [];
  }
}

/** `super`, in Python what `super()` calls. */
function isSuper(value: Value): value is Reference {
  return value.kind === "reference" && value.name === "super";
}

/** The bases of the class that a reference stands in. */
function basesAround({ scope: start }: Reference, module: Module, modules: Modules, seen: Seen): readonly Found<ClassValue>[] {
  let scope: Scope | undefined = start;
  while (scope && scope.kind !== "class") scope = scope.parent;
  const around = scope && classOf(scope);
  return around && isNew(around, "super", seen) ? around.bases.flatMap((base) => classesFrom(base, module, modules, seen)) : [];
}

function isClass(found: Found): found is Found<ClassValue> {
  return found.value.kind === "class";
}

/** The method of a class, or of the nearest base that has it. */
function methodsOf({ value, module }: Found<ClassValue>, name: string, modules: Modules, seen: Seen): readonly Found<FunctionValue>[] {
  const own = (value.scope.names.get(name) ?? []).flatMap(({ value: method }) => (method.kind === "function" ? [{ value: method, module }] : []));
  if (own.length > 0 || seen.asked.size >= mostNames || !isNew(value, name, seen)) return own;
  return value.bases.flatMap((base) => classesFrom(base, module, modules, seen)).flatMap((base) => methodsOf(base, name, modules, seen));
}

/** `m.name`, where m is a module: the same as `from m import name`. */
function memberOf(value: Import, name: string): Import {
  const from = value.name === undefined || value.name === "default" ? value.from : submodule(value, value.name).from;
  return { kind: "import", from, name, span: value.span };
}
