import type { Meaning, Model, Models } from "../types/model.ts";
import type { Language } from "../types/module.ts";
import type { Symbol } from "../types/slot.ts";

/** Finds what a symbol means. */
export interface Meanings {
  /** By the symbol, or, for a method of something unknown, by the method's name alone. */
  of(symbol: Symbol | undefined, method: string | undefined, language: Language): Meaning | undefined;
}

export function meanings(all: readonly Models[]): Meanings {
  const exact = new Map<string, Model>();
  const methods = new Map<string, Model>();
  for (const { language, models } of all) {
    for (const model of models) {
      for (const at of typeof model.at === "string" ? [model.at] : model.at) {
        const [table, name] = at.startsWith("*.") ? [methods, at.slice(2)] : [exact, at];
        const key = `${language} ${name}`;
        if (!table.has(key)) table.set(key, model);
      }
    }
  }
  return {
    of(symbol, method, language) {
      const known = symbol === undefined ? undefined : exact.get(`${language} ${symbol}`);
      return known ?? (method === undefined ? undefined : methods.get(`${language} ${method}`));
    },
  };
}
