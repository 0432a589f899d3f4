import type { Place } from "../types/key.ts";
import type { Module, Part } from "../types/module.ts";
import type { ClassValue, Definition, Guard, Import, Reference, Scope, Value } from "../types/value.ts";
import { firstFrom } from "../text/sorted.ts";
import { settingsOf } from "./entries.ts";
import { once } from "./once.ts";

/** Modules of the scope, read on demand whatever the screen said of them. */
export interface Modules {
  get(path: string): Module | undefined;
  /** The module that an import means; undefined for a library. */
  imported(from: string, importer: Module): Module | undefined;
  /** The path of that module, which need not be read for it. */
  imports(from: string, importer: Pick<Module, "path" | "language">): string | undefined;
  /** Whether the text of a file has one of these in it; the file need not be read as a module for it. */
  mentions(path: string, names: readonly string[]): boolean;
  /** Whether a file surely gives, under a name, something that no library made, by its text alone: a function, a literal. */
  givesOwn(path: string, name: string): boolean;
  /** The name of the package that gives a file to those that import it, where the scope is a library's own repository. */
  packageAt(path: string): string | undefined;
  /** A file that the program names: beside the module, in `instance/`, or in a folder above it. */
  file(name: string, near: Module): Module | undefined;
  /** Such a file that the program runs: read as the module's language, whatever its name. */
  program(name: string, near: Module): Module | undefined;
  /** Other modules that import this one and that mention a name, or call it. */
  importers(of: Module, name: string, how: "mentioned" | "called"): readonly Module[];
  /** Modules of the same project and language that mention a name, a few at most. */
  mentioning(name: string, near: Module): readonly Module[];
  /** The first number of the version of a package that the nearest manifest asks for. */
  major(name: string, near: Module): number | undefined;
}

/** The module that a place belongs to: the file's own, or that of the part that it stands in. */
export function moduleAt({ path, span }: Place, modules: Modules): Module | undefined {
  const module = modules.get(path);
  return partAt({ path, span }, modules)?.module ?? module;
}

/** The smallest part of a file that a place stands in: pieces of one program can stand around those of another. */
export function partAt({ path, span }: Place, modules: Modules): Part | undefined {
  const module = modules.get(path);
  if (!module) return undefined;
  let [smallest, size] = [undefined as Part | undefined, Infinity];
  const { parts, reach } = partsOf(module);
  // Nothing before reaches as far as the place: a page can have ten thousand parts, and a key in each.
  for (let at = firstFrom(span.start + 1, parts, (part) => part.span.start) - 1; at >= 0 && (reach[at] ?? 0) > span.start; at--) {
    const part = parts[at];
    if (!part || part.span.end <= span.start || part.span.end - part.span.start > size) continue;
    [smallest, size] = [part, part.span.end - part.span.start];
  }
  return smallest;
}

/** A file's parts by their start, and how far each and all before it reach. */
const partsOf = once(({ parts }) => {
  const sorted = parts.toSorted((a, b) => a.span.start - b.span.start);
  let far = 0;
  return { parts: sorted, reach: sorted.map(({ span }) => (far = Math.max(far, span.end))) };
});

/** Where a name leads: its definition, and the module that it stands in. */
export interface Link {
  readonly definition: Definition;
  readonly module: Module;
  /** The scope that holds the definition: a class tells the context. */
  readonly scope: Scope;
}

/**
 * The definitions that a reference can see: in the nearest scope that has the name, class scopes of the outside skipped.
 * In its own scope only what stands before it counts. The last unconditional definition hides the earlier ones.
 */
export function definitionsOf(reference: Reference, module: Module): readonly Link[] {
  for (let scope: Scope | undefined = reference.scope; scope; scope = scope.parent) {
    if (scope.kind === "class" && scope !== reference.scope) continue;
    const all = scope.names.get(reference.name) ?? [];
    const before = scope === reference.scope ? visible(reference, all, reference.span.start) : [];
    const seen = before.length > 0 ? before : visible(reference, all, Infinity);
    const holder = scope;
    if (seen.length > 0) return seen.map((definition) => ({ definition, module, scope: holder }));
  }
  return [];
}

/** Definitions of one name that are looked at, the last ones: people write fewer. */
const mostDefinitions = 64;

/** Whether they are in the order of the text. A name can have ten thousand, and as many uses. */
const isInOrder = once((definitions: readonly Definition[]) => definitions.every(({ span }, at) => span.start >= (definitions[at - 1]?.span.start ?? 0)));

/** Those before a place, from the last unconditional one on. */
function visible(reference: Reference, definitions: readonly Definition[], end: number): readonly Definition[] {
  const found: Definition[] = [];
  const from = isInOrder(definitions) ? firstFrom(end, definitions, ({ span }) => span.start) : definitions.length;
  for (let at = from - 1; at >= 0 && found.length < mostDefinitions; at--) {
    const definition = definitions[at];
    if (!definition || definition.span.start >= end || inside(reference, definition.value)) continue;
    found.push(definition);
    if (definition.guards.length === 0) break;
  }
  return found.reverse().map((definition, at, all) => ({ ...definition, guards: [...definition.guards, ...leftBy(definition, all.slice(at + 1))] }));
}

/** What must be so for a definition to stand when others of the same name come after it: `k = "dev"`, then `if live: k = …`. */
export function leftBy({ guards }: Pick<Definition, "guards">, later: readonly Pick<Definition, "guards">[]): readonly Guard[] {
  return guards.length > 0 ? [] : later.flatMap((one) => {
    const [guard, ...more] = one.guards;
    return guard?.kind === "if" && more.length === 0 ? [{ ...guard, holds: !guard.holds }] : [];
  });
}

/** The definitions that a reference can see, those that `from x import *` brings among them. */
export function namesakes(reference: Reference, module: Module, modules: Modules): readonly Link[] {
  const own = definitionsOf(reference, module);
  if (own.length > 0 || module.language !== "python") return own;
  for (const star of module.stars) {
    const target = modules.imported(star, module);
    const found = target ? exported(target, reference.name, modules, new Set([module])) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** The class scope that `this`, `self` or `cls` stands for. */
export function receiverOf(value: Value): Scope | undefined {
  if (value.kind !== "reference") return undefined;
  let scope: Scope | undefined = value.scope;
  const receiver = value.name === "this" || isSelf(value);
  while (receiver && scope && scope.kind !== "class") scope = scope.parent;
  return receiver ? scope : undefined;
}

/** The class that a scope is the body of. */
export function classOf(scope: Scope): ClassValue | undefined {
  const named = scope.name === undefined ? [] : (scope.parent?.names.get(scope.name) ?? []);
  return named.map(({ value }) => value).find((value): value is ClassValue => value.kind === "class" && value.scope === scope);
}

/** A method's first parameter, which is the first that its name stands for. */
function isSelf({ name, scope: start }: Reference): boolean {
  for (let scope: Scope | undefined = start; scope; scope = scope.parent) {
    const [first] = scope.names.get(name) ?? [];
    if (first) return first.value.kind === "parameter" && first.value.index < 0;
  }
  return false;
}

/** The names of the classes and functions around a place, innermost first. */
export function namesAround(scope: Scope): readonly string[] {
  const names: string[] = [];
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.name !== undefined) names.push(at.name);
  return names;
}

/** Whether the reference is a part of this value: `x = x or "dev"` does not define the `x` on its right. */
function inside(reference: Reference, value: Definition["value"]): boolean {
  return value.span.start <= reference.span.start && reference.span.end <= value.span.end && value.kind !== "function" && value.kind !== "class";
}

/** What is left of a list of definitions after later ones hid earlier ones. */
export function standing(definitions: readonly Definition[]): readonly Definition[] {
  const last = definitions.findLastIndex(({ guards }) => guards.length === 0);
  return last <= 0 ? definitions : definitions.slice(last);
}

/** What a module gives under a name to those that import it. */
export function exported(module: Module, name: string, modules: Modules, seen: Set<Module> = new Set()): readonly Link[] {
  if (module.language === "config") return ofSettings(module, name);
  const table = module.language === "javascript" ? module.exports : module.top.names;
  const own = table.get(name) ?? (name === "default" && module.language === "javascript" ? module.exports.get("=") : undefined);
  if (own) return standing(own).map((definition) => ({ definition, module, scope: module.top }));
  seen.add(module);
  for (const star of module.stars) {
    const target = modules.imported(star, module);
    const found = target && !seen.has(target) ? exported(target, name, modules, seen) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** `import config from "./config.json"`, `require("./config.json")`. */
function ofSettings(module: Module, name: string): readonly Link[] {
  const all = settingsOf(module);
  const value = name === "=" || name === "default" ? all : all.entries.find((entry) => entry.name === name)?.value;
  return value ? [{ definition: { value, span: value.span, guards: [] }, module, scope: module.top }] : [];
}

/** A submodule that `from package import name` can mean, as an import of its own. */
export function submodule(value: Import, name: string): Import {
  return { kind: "import", from: value.from.endsWith(".") ? value.from + name : `${value.from}.${name}`, name: undefined, span: value.span };
}
