import type { Meaning, Model, Models, Schema } from "../types/model.ts";
import type { Language } from "../types/module.ts";
import type { Symbol } from "../types/slot.ts";

/** Finds what a symbol means. */
export interface Meanings {
  /** By the symbol, or, for a method of something unknown, by the method's name alone. */
  of(symbol: Symbol | undefined, method: string | undefined, language: Language): Meaning | undefined;
  /** How settings are read that are described so. A symbol can have a meaning besides. */
  schema(symbol: Symbol | undefined, method: string | undefined, language: Language): Schema | undefined;
}

export function meanings(all: readonly Models[]): Meanings {
  const values = new Map<string, Model>();
  const schemas = new Map<string, Model>();
  for (const { language, models } of all) {
    for (const model of models) {
      const table = model.means === "schema" ? schemas : values;
      for (const at of typeof model.at === "string" ? [model.at] : model.at) {
        const key = `${language} ${at}`;
        if (!table.has(key)) table.set(key, model);
      }
    }
  }
  return {
    of: (symbol, method, language) => found(values, symbol, method, language),
    schema(symbol, method, language) {
      const model = found(schemas, symbol, method, language);
      return model?.means === "schema" ? model : undefined;
    },
  };
}

/** Whether a symbol is one that a pattern means: `nconf.**.defaults`, or itself. */
export function isSymbol(symbol: Symbol, pattern: Symbol): boolean {
  const [made, method] = pattern.split(".**.");
  return method === undefined ? symbol === pattern : symbol.startsWith(`${made ?? ""}`) && symbol.includes("()") && symbol.endsWith(`.${method}`);
}

/** By the symbol itself, by a method of anything that a package made, by any method of that, by a method of anything. */
function found(table: ReadonlyMap<string, Model>, symbol: Symbol | undefined, method: string | undefined, language: Language): Model | undefined {
  const exact = symbol === undefined ? undefined : table.get(`${language} ${symbol}`);
  if (exact || method === undefined) return exact;
  const made = symbol === undefined || !symbol.includes("()") ? undefined : `${language} ${/^[^.()]*/.exec(symbol)?.[0] ?? ""}.**`;
  const chained = made === undefined ? undefined : (table.get(`${made}.${method}`) ?? table.get(made));
  return chained ?? table.get(`${language} *.${method}`);
}
