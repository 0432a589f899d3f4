import type { Meaning } from "../types/model.ts";
import type { Module } from "../types/module.ts";
import type { Call, Value } from "../types/value.ts";
import type { Modules } from "./links.ts";
import type { Meanings } from "./meanings.ts";
import type { Symbols } from "./symbols.ts";

/** What following needs to know: the files, the libraries, and the names of things. */
export interface Ground {
  readonly modules: Modules;
  readonly meanings: Meanings;
  readonly symbols: Symbols;
}

/** What a call means by the models, if anything. */
export function meaningOf(call: Call, { module }: { readonly module: Module }, ground: Ground): Meaning | undefined {
  const symbol = ground.symbols(call.callee, module);
  const method = call.callee.kind === "member" ? call.callee.name : undefined;
  return ground.meanings.of(symbol, method, module.language);
}

/** What the entries of a mapping, object or module are that a library gives: variables of the process, or settings of the program. */
export function entriesOf(value: Value, module: Module, ground: Ground): "env" | "setting" | undefined {
  const meaning = ground.meanings.of(ground.symbols(value, module), undefined, module.language);
  return (meaning?.means === "env" || meaning?.means === "setting") && meaning.name === undefined ? meaning.means : undefined;
}
