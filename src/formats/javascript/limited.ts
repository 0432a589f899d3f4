import { createContext, Script } from "node:vm";

/** What a piece of work gave, or that it took too long. */
export type Limited<T> = { readonly result: T } | { readonly late: true };

/**
 * Milliseconds that work on a text may take: some hundred times what it does take, for machines are slow and busy. Each that was ended leaves
 * less for the next, so that many such files do not take hours; and never less than ten times what a text of people takes.
 */
const patience = { least: 250, most: 2_000, perUnit: 1 / 50, leastPerUnit: 1 / 200 };

const context = createContext({ work: undefined as (() => void) | undefined });
const script = new Script("work()");
let ended = 0;

/**
 * Runs work on a text of so many units, and ends it where it takes too long: TypeScript's parser looks ahead by parsing, at `async`, `<` and
 * others, and then parses again, so that `(async (async (…` takes it twice as long with each bracket
 * (https://github.com/microsoft/TypeScript/blob/main/src/compiler/parser.ts). Throws what the work throws.
 */
export function limited<T>(length: number, work: () => T): Limited<T> {
  let result: { readonly result: T } | undefined;
  context["work"] = () => void (result = { result: work() });
  try {
    script.runInContext(context, { timeout: timeFor(length) });
  } catch (error) {
    // Of the script's own realm: no instance of the Error here.
    if ((error as { readonly code?: unknown } | undefined)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    ended++;
  } finally {
    context["work"] = undefined;
  }
  return result ?? { late: true };
}

function timeFor(length: number): number {
  return Math.ceil(Math.max(patience.least + length * patience.leastPerUnit, (patience.most + length * patience.perUnit) / (1 + ended)));
}
