import type { Module } from "../types/module.ts";
import type { Symbol } from "../types/slot.ts";
import type { Definition, Import, Value } from "../types/value.ts";
import { classesIn, functionsOf } from "./callees.ts";
import { mayBe, type Known } from "./known.ts";
import { exported, namesakes, receiverOf, submodule, type Modules } from "./links.ts";

/** How many names, calls and files a symbol is followed through. */
const maxDepth = 24;

/** Python's own functions that make keys, and the module that settings bring with them: a star import does not change them. */
const ownNames: ReadonlySet<string> = new Set(["bytearray", "bytes", "dict", "frozenset", "hex", "input", "int", "list", "memoryview", "object", "open", "os", "set", "str", "tuple"]);

/** `Generic`, `Protocol`, `ABC`: a class is not known by these. */
const abstract = /^(typing|typing_extensions|abc|enum)\./;

export interface Symbols {
  /** The symbol of a value, if it may be one that is known. */
  (value: Value, module: Module): Symbol | undefined;
  /** Its symbol, whatever it is. */
  any(value: Value, module: Module): Symbol | undefined;
}

/** Tells which thing of which library a value is, whatever the file calls it. Answers are kept per value. `names` is asked once, when the first question comes. */
export function symbolsOf(modules: Modules, names: () => Known): Symbols {
  let asked: Known | undefined;
  const known = new WeakMap<Value, Symbol | false>();

  function symbol(value: Value, module: Module, depth: number): Symbol | undefined {
    const before = known.get(value);
    if (before !== undefined) return before || undefined;
    if (depth > maxDepth) return undefined;
    known.set(value, false);
    const found = find(value, module, depth + 1);
    if (found !== undefined && found.length < 300) known.set(value, found);
    return found;
  }

  function find(value: Value, module: Module, depth: number): Symbol | undefined {
    switch (value.kind) {
      case "import":
        return ofImport(value, module, depth);
      case "reference": {
        const links = namesakes(value, module, modules);
        if (links.length === 0) return ofStar(value.name, module) ?? value.name;
        return first(links, (link) => ofDefinition(link.definition, link.module, depth));
      }
      case "member": {
        const field = receiverOf(value.object)?.names.get(value.name);
        if (field) return first(field, (definition) => ofDefinition(definition, module, depth));
        const object = symbol(value.object, module, depth);
        return object === undefined ? undefined : `${object}.${value.name}`;
      }
      case "call": {
        const callee = symbol(value.callee, module, depth);
        return callee === undefined ? ofReturns(value.callee, module, depth) : `${callee}()`;
      }
      case "parameter": {
        const type = value.type && symbol(value.type, module, depth);
        if (type !== undefined) return `${type}()`;
        // What a function is given has no name of its own; what it is asked for may tell all the same: `({ env }) => …`.
        return value.default ? symbol(value.default, module, depth) : module.language === "javascript" ? "parameter" : undefined;
      }
      case "class":
        return first(value.bases, (base) => ofBase(base, module, depth));
      case "choice":
        return first(value.options, (option) => symbol(option.value, module, depth));
      default:
        return undefined;
    }
  }

  /** A base of the scope's own tells only by its own bases: a class is no other class because both stand in one library. */
  function ofBase(base: Value, module: Module, depth: number): Symbol | undefined {
    const own = classesIn(base, module, modules);
    const found = own.length > 0 ? first(own, (one) => symbol(one.value, one.module, depth)) : symbol(base, module, depth);
    return found === undefined || abstract.test(found) ? undefined : found;
  }

  function ofDefinition({ value }: Definition, module: Module, depth: number): Symbol | undefined {
    return value.kind === "function" ? undefined : symbol(value, module, depth);
  }

  /** `from flask import *`: a name that no file of the scope gives is the library's. */
  function ofStar(name: string, module: Module): Symbol | undefined {
    if (module.language !== "python" || ownNames.has(name)) return undefined;
    const library = module.stars.find((star) => !star.startsWith(".") && !modules.imported(star, module));
    return library === undefined ? undefined : `${library}.${name}`;
  }

  /** An imported name of the scope's own files is what it is there; a library's is the symbol itself. */
  function ofImport(value: Import, module: Module, depth: number): Symbol | undefined {
    const path = modules.imports(value.from, module);
    // A function has no symbol, nor has a literal.
    const target = path === undefined || (value.name !== undefined && modules.givesOwn(path, value.name)) ? undefined : modules.imported(value.from, module);
    if (target && value.name !== undefined) {
      const links = exported(target, value.name, modules);
      const found = first(links, (link) => ofDefinition(link.definition, link.module, depth));
      // What a package hands on from a file of its own has the name that it is imported by.
      if (found !== undefined && rootOf(found) !== rootOf(value.from)) return found;
      if (links.length === 0 && module.language === "python") return symbol(submodule(value, value.name), module, depth);
    }
    // A library's own repository imports itself, by name or, in its tests, by a path: there it is the library, too.
    const own = path !== undefined && value.from.startsWith(".");
    const from = own ? modules.packageAt(path) : value.from.replace(/^node:/, "");
    if (from === undefined) return undefined;
    const whole = value.name === undefined || (module.language === "javascript" && value.name === "default");
    return whole ? from : `${from}.${value.name}`;
  }

  /** A local function's result is what it returns: `app = create_app()`. */
  function ofReturns(callee: Value, module: Module, depth: number): Symbol | undefined {
    for (const { value, module: home } of functionsOf(callee, module, modules)) {
      const found = first(value.returns, (option) => symbol(option.value, home, depth));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const any = (value: Value, module: Module): Symbol | undefined => symbol(value, module, 0);
  return Object.assign((value: Value, module: Module) => (mayBe((asked ??= names()), value, module, modules) ? any(value, module) : undefined), { any });
}

function rootOf(name: string): string {
  return /^[\w@-]+/.exec(name)?.[0] ?? "";
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
