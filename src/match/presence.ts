import type { Framework } from "../types/framework.ts";
import type { Module } from "../types/module.ts";
import { packageIn, packagesOf } from "./packages.ts";
import { once } from "../resolve/once.ts";
import type { Depends } from "../project/depends.ts";

/** How surely a file belongs to a framework: 2 by the file itself, 1 by the project's manifest, 0 not at all. */
export type Presence = (framework: Framework, module: Module) => 0 | 1 | 2;

/** The packages that a file imports. */
const importedBy = once(({ imports, language }: Module) => new Set(imports.map(({ from }) => packageIn(from, language === "python"))));

/** Tells which of the frameworks that share a setting's name (`SECRET_KEY`) a file is about. */
export function presenceIn(depends: Depends): Presence {
  const level = (framework: Framework, module: Module): 0 | 1 | 2 => {
    const packages = packagesOf(framework);
    if (packages.length === 0) return 1;
    if (packages.some((name) => importedBy(module).has(name))) return 2;
    if (framework.marks?.some((name) => module.top.names.has(name))) return 2;
    return depends(module.path, [framework.id, ...packages]) ? 1 : 0;
  };
  // A file can have many keys, and each asks.
  const known = once((_: Module) => new Map<Framework, 0 | 1 | 2>());
  return (framework, module) => {
    const here = known(module);
    const found = here.get(framework) ?? level(framework, module);
    here.set(framework, found);
    return found;
  };
}
