import type { Module } from "../types/module.ts";
import type { Value } from "../types/value.ts";
import { definitionsOf, receiverOf, type Modules } from "./links.ts";

/** What anybody asks for: the last names of symbols, and the packages of which any method counts (`zod.**`). */
export interface Known {
  readonly names: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

/** Gathers what symbols end in from data that holds some, wherever they stand in it. Other texts are taken for symbols, too: that loses nothing. */
export function knownIn(...data: readonly unknown[]): Known {
  const names = new Set<string>();
  const packages = new Set<string>();
  const open: unknown[] = [...data];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === "object" && one !== null) open.push(...Object.values(one));
    else if (typeof one === "string" && !/\s/.test(one)) for (const symbol of one.includes("|") ? one.split("|") : [one]) add(symbol);
  }
  return { names, packages };

  function add(symbol: string): void {
    const plain = symbol.includes("(") ? symbol.replaceAll("()", "") : symbol;
    if (plain.endsWith(".**")) packages.add(plain.slice(0, -3));
    names.add(plain.slice(plain.lastIndexOf(".") + 1));
  }
}

/**
 * Whether a value may be one of the things that are known. To find whose a name is that another file gives leads through all that is
 * imported, and most of what a program calls is its own: it is not asked whose it is when it has no name that counts.
 */
export function mayBe({ names, packages }: Known, value: Value, module: Module, modules: Modules): boolean {
  if (value.kind === "member") {
    const field = receiverOf(value.object)?.names.get(value.name) ?? [];
    return names.has(value.name) || value.name === "default" || field.some((one) => one.value.kind !== "function") || mayChain(packages, module, modules);
  }
  if (value.kind !== "reference" || names.has(value.name)) return true;
  const definitions = definitionsOf(value, module);
  if (definitions.length === 0) return module.stars.length > 0;
  return definitions.some(({ definition: { value: one } }) => {
    if (one.kind !== "import" || one.name === undefined || one.name === "default") return one.kind !== "function";
    return names.has(one.name) || modules.imports(one.from, module) !== undefined;
  });
}

const chaining = new WeakMap<Module, boolean>();

/** Whether a file of JavaScript imports one of these packages, or a file that does. */
function mayChain(packages: ReadonlySet<string>, module: Module, modules: Modules): boolean {
  if (module.language !== "javascript") return false;
  // A file may ask for the same one in each of its lines.
  const known = chaining.get(module) ?? [...new Set(module.imports.map(({ from }) => from))].some((from) => {
    const path = packages.has(from) ? undefined : modules.imports(from, module);
    return packages.has(from) || (path !== undefined && modules.mentions(path, [...packages].flatMap((name) => [`"${name}"`, `'${name}'`])));
  });
  chaining.set(module, known);
  return known;
}
