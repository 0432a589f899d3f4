import type { Framework } from "../types/framework.ts";
import type { Module } from "../types/module.ts";
import { packageIn, packagesOf } from "./packages.ts";
import type { Depends } from "../project/depends.ts";

/** How surely a file belongs to a framework: 2 by the file itself, 1 by the project's manifest, 0 not at all. */
export type Presence = (framework: Framework, module: Module) => 0 | 1 | 2;

/** Tells which of the frameworks that share a setting's name (`SECRET_KEY`) a file is about. */
export function presenceIn(depends: Depends): Presence {
  return (framework, module) => {
    const packages = packagesOf(framework);
    if (packages.length === 0) return 1;
    if (module.imports.some(({ from }) => packages.includes(packageIn(from, module.language === "python")))) return 2;
    if (framework.marks?.some((name) => module.top.names.has(name))) return 2;
    return depends(module.path, [framework.id, ...packages]) ? 1 : 0;
  };
}
