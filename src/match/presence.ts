import type { Framework } from "../types/framework.ts";
import type { Module } from "../types/module.ts";
import type { Depends } from "../project/depends.ts";

/** How surely a file belongs to a framework: 2 by the file itself, 1 by the project's manifest, 0 not at all. */
export type Presence = (framework: Framework, module: Module) => 0 | 1 | 2;

/** Tells which of the frameworks that share a setting's name (`SECRET_KEY`) a file is about. */
export function presenceIn(depends: Depends): Presence {
  const packagesOf = new Map<Framework, readonly string[]>();
  return (framework, module) => {
    let packages = packagesOf.get(framework);
    if (!packages) packagesOf.set(framework, (packages = packagesIn(framework)));
    if (packages.length === 0) return 1;
    if (module.imports.some(({ from }) => packages.includes(packageOf(from, module.language === "python")))) return 2;
    if (framework.marks?.some((name) => module.top.names.has(name))) return 2;
    return depends(module.path, [framework.id, ...packages]) ? 1 : 0;
  };
}

/** The packages that a framework's symbols are imported from. */
function packagesIn(framework: Framework): readonly string[] {
  const symbols = framework.slots.flatMap(({ at, where }) => [
    ...at.flatMap((one) => ("attribute" in one ? [one.attribute] : "call" in one ? [one.call] : [])),
    ...(where ?? []).flatMap((condition) => condition.symbol ?? []),
  ]);
  const features = framework.uses?.flatMap((feature) => feature.import ?? feature.symbol ?? []) ?? [];
  return [...new Set([...symbols, ...features, ...(framework.packages ?? [])].filter((symbol) => !symbol.startsWith("*")).map((symbol) => packageOf(symbol, framework.language === "python")))];
}

function packageOf(symbol: string, python: boolean): string {
  if (python) return symbol.split(".")[0] ?? symbol;
  const parts = symbol.split("/");
  const name = symbol.startsWith("@") ? `${parts[0]}/${parts[1] ?? ""}` : (parts[0] ?? symbol);
  return (name.split("()")[0] ?? name).replace(/\.[A-Za-z]+$/, "");
}
