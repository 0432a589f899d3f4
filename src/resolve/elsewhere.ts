import type { Module } from "../types/module.ts";
import type { Symbol } from "../types/slot.ts";
import type { Call } from "../types/value.ts";
import { through, type Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { isSymbol } from "./meanings.ts";
import { once } from "./once.ts";

/** The calls in the project of a flow's module, or only in its file, that describe the settings which the value stands for. */
export function callsDescribing(flow: Flow, ground: Ground): readonly Flow[] {
  const meaning = ground.meanings.of(ground.symbols(flow.value, flow.module), undefined, flow.module.language);
  if (meaning?.means !== "described") return [];
  const { by: symbols, near } = meaning;
  const words = new Set(symbols.map((symbol) => symbol.slice(symbol.lastIndexOf(".") + 1)));
  const modules = near === "file" ? [flow.module] : new Set([...words].flatMap((word) => ground.modules.mentioning(word, flow.module)));
  return [...modules].flatMap((module) => callsIn(module, ground).filter(({ symbol }) => symbols.some((pattern) => isSymbol(symbol, pattern))).map(({ call }) =>
    through(flow, { value: call, module, span: call.span, note: "settings" })));
}

/** Each call under what is called, and under the plugin that it is given first. */
const callsIn = once((module: Module, ground: Ground): readonly { readonly call: Call; readonly symbol: Symbol }[] =>
  module.calls.flatMap(({ value: call }) => [call.callee, ...(call.args.length > 1 && call.args[0] ? [call.args[0].value] : [])].flatMap((value) => {
    const symbol = ground.symbols(value, module);
    return symbol === undefined ? [] : [{ call, symbol }];
  })));
