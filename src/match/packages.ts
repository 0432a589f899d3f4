import type { Framework } from "../types/framework.ts";

const known = new WeakMap<Framework, readonly string[]>();

/** The packages that a framework's symbols are imported from. */
export function packagesOf(framework: Framework): readonly string[] {
  const before = known.get(framework);
  if (before) return before;
  const symbols = framework.slots.flatMap(({ at, where }) => [
    ...at.flatMap((one) => ("attribute" in one ? [one.attribute] : "call" in one ? [one.call] : [])),
    ...(where ?? []).flatMap((condition) => condition.symbol ?? []),
  ]);
  const features = framework.uses?.flatMap((feature) => feature.import ?? feature.symbol ?? []) ?? [];
  const packages = [...new Set([...symbols, ...features, ...(framework.packages ?? [])].filter((symbol) => !symbol.startsWith("*")).map((symbol) => packageIn(symbol, framework.language === "python")))];
  known.set(framework, packages);
  return packages;
}

/** The package that a symbol, or a module that is imported, belongs to. */
export function packageIn(symbol: string, python: boolean): string {
  if (python) return symbol.split(".")[0] ?? symbol;
  const parts = symbol.split("/");
  const name = symbol.startsWith("@") ? `${parts[0]}/${parts[1] ?? ""}` : (parts[0] ?? symbol);
  // A package can have a dot in its name, `socket.io-jwt`; what is in it has no dashes.
  const names = (name.split("()")[0] ?? name).split(".");
  return names.slice(0, Math.max(0, names.findLastIndex((one) => one.includes("-"))) + 1).join(".");
}
