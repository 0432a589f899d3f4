import type { Feature, Framework } from "../types/framework.ts";
import type { Module } from "../types/module.ts";
import type { Symbol } from "../types/slot.ts";
import type { Call, Guard, Scope, Span } from "../types/value.ts";
import { flowOf } from "../resolve/flow.ts";
import type { Matching } from "./candidate.ts";
import { holds, surelyLacks } from "./conditions.ts";

/** A feature that needs a key, where a module uses it. */
export interface Occurrence {
  readonly framework: Framework;
  readonly feature: Feature;
  readonly module: Module;
  readonly span: Span;
  readonly scope: Scope;
  readonly guards: readonly Guard[];
}

/** Every use that a module makes of features that need a key. */
export function usesIn(module: Module, matching: Matching): readonly Occurrence[] {
  const frameworks = matching.catalogue.frameworks.filter((framework) => framework.language === module.language && framework.uses && matching.presence(framework, module) > 0);
  return frameworks.flatMap((framework) => (framework.uses ?? []).flatMap((feature) => places(feature, module, matching).map((place) => ({ framework, feature, module, ...place }))));
}

type Where = Pick<Occurrence, "span" | "scope" | "guards">;

function places(feature: Feature, module: Module, { ground }: Matching): readonly Where[] {
  const { import: from, symbol, settings, where = [], without } = feature;
  const top = { scope: module.top, guards: [] };
  const imports = from === undefined ? [] : module.imports.filter((one) => isIn(one.from, from) && !ground.modules.imported(one.from, module));
  const [definition] = settings === undefined ? [] : (module.top.names.get(settings.mark) ?? []);
  const calls = symbol === undefined ? [] : module.calls.filter(({ value, guards }) =>
    isCalled(value, symbol, module, ground) && where.every((condition) => holds(condition, value, flowOf(value, module, guards), ground)) && (without === undefined || surelyLacks(value, without)));
  const writes = symbol === undefined || without !== undefined ? [] : module.bindings.flatMap(({ target, scope, guards }) =>
    target.kind === "member" && ground.symbols(target.object, module) === symbol ? [{ span: target.object.span, scope, guards }] : []);
  return [
    ...imports.map(({ span }) => ({ span, ...top })),
    ...(definition ? [{ span: definition.span, ...top }] : []),
    ...calls.map(({ value, scope, guards }) => ({ span: value.callee.span, scope, guards })),
    ...writes,
  ];
}

/** Whether a package, or what lies in it, is imported. */
function isIn(from: string, name: string): boolean {
  return from === name || from.startsWith(`${name}.`) || from.startsWith(`${name}/`);
}

function isCalled({ callee }: Call, symbol: Symbol, module: Module, { symbols }: Matching["ground"]): boolean {
  if (symbol.startsWith("*.")) return callee.kind === "member" && `*.${callee.name}` === symbol;
  return symbols(callee, module) === symbol;
}

/** Whether a module makes an application of a framework, and whether it may give it the key in the same call. */
export function makes({ application }: Framework, module: Module, { ground }: Matching): "no" | "without a key" | "perhaps with one" {
  const calls = module.calls.filter(({ value }) => application?.symbols.some((symbol) => ground.symbols(value.callee, module) === symbol));
  if (calls.length === 0) return "no";
  return calls.every(({ value }) => application?.without === undefined || surelyLacks(value, application.without)) ? "without a key" : "perhaps with one";
}
