import type { Schema } from "../types/model.ts";
import type { Module } from "../types/module.ts";
import type { Symbol } from "../types/slot.ts";
import type { Call } from "../types/value.ts";
import { contentOf } from "./files.ts";
import { through, type Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { exported } from "./links.ts";
import { isSymbol } from "./meanings.ts";
import { once } from "./once.ts";

/** What describes the settings that a value stands for: calls in its project, or only in its file, and files that the library reads. */
export function descriptionsOf(flow: Flow, ground: Ground): readonly Flow[] {
  const meaning = ground.meanings.of(ground.symbols(flow.value, flow.module), undefined, flow.module.language);
  if (meaning?.means !== "described") return [];
  const { by = [], near, files = [], names } = meaning;
  const words = new Set(by.map((symbol) => symbol.slice(symbol.lastIndexOf(".") + 1)));
  const modules = near === "file" ? [flow.module] : new Set([...words].flatMap((word) => ground.modules.mentioning(word, flow.module)));
  const calls = [...modules].flatMap((module) => callsIn(module, ground).filter(({ symbol }) => by.some((pattern) => isSymbol(symbol, pattern))).map(({ call }) =>
    through(flow, { value: call, module, span: call.span, note: "settings" })));
  return [...calls, ...files.flatMap((name) => contentsOf(name, names, flow, ground))];
}

/** Each call under what is called, and under the plugin that it is given first. */
const callsIn = once((module: Module, ground: Ground): readonly { readonly call: Call; readonly symbol: Symbol }[] =>
  module.calls.flatMap(({ value: call }) => [call.callee, ...(call.args.length > 1 && call.args[0] ? [call.args[0].value] : [])].flatMap((value) => {
    const symbol = ground.symbols(value, module);
    return symbol === undefined ? [] : [{ call, symbol }];
  })));

/** What a file of settings holds, or a program that exports them. */
function contentsOf(name: string, names: readonly string[] | undefined, flow: Flow, ground: Ground): readonly Flow[] {
  const module = ground.modules.file(name, flow.module);
  if (!module) return [];
  const exports = module.language === flow.module.language ? ["=", "default"].flatMap((one) => exported(module, one, ground.modules)).slice(0, 1) : [];
  const contents = module.language === "config" ? [contentOf(flow, module)] : exports.map(({ definition, module: home }) => through(flow, { value: definition.value, module: home, span: definition.span, note: "exports" }));
  const schema: Schema = { means: "schema", entries: "this", variable: { as: "own", ...(names ? { in: names } : {}) } };
  return contents.map((content) => ({ ...content, reading: { schema, by: content, path: [], notes: [] } }));
}
