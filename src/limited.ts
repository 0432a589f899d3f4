import { cpuUsage } from "node:process";
import { createContext, Script, type Context } from "node:vm";

/**
 * Milliseconds that work on a text may take: ten to a hundred times what it does take, for machines are slow. Each that was ended leaves less
 * for the next, so that many such files do not take hours.
 */
const patience = { most: 700, mostPerUnit: 1 / 60, least: 250, leastPerUnit: 1 / 200 };

/** Work is begun anew where the machine had no time for it. */
const tries = 5;

const script = new Script("work()");
let room: Context | undefined;
let ended = 0;

/**
 * What work on a text of so many units gives; undefined where it took too long, and was ended: TypeScript's parser looks ahead by parsing, at `async`, `<` and
 * others, and then parses again, so that `(async (async (…` takes it twice as long with each bracket
 * (https://github.com/microsoft/TypeScript/blob/main/src/compiler/parser.ts). Throws what the work throws.
 */
export function limited<T extends object>(length: number, work: () => T): T | undefined {
  let result: T | undefined;
  const context = (room ??= createContext({}));
  context["work"] = () => void (result = work());
  const timeout = timeFor(length);
  try {
    for (let left = tries; left > 0 && !result; left--) if (!isStarved(context, timeout)) break;
  } finally {
    delete context["work"];
  }
  if (!result) ended++;
  return result;
}

/** Runs the work of a context; whether it was ended though the machine was busy with others for half of the time. */
function isStarved(context: Context, timeout: number): boolean {
  const start = cpuUsage();
  try {
    script.runInContext(context, { timeout });
    return false;
  } catch (error) {
    // Of the script's own realm: no instance of the Error here.
    if ((error as { readonly code?: unknown } | undefined)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    const { user, system } = cpuUsage(start);
    return (user + system) / 1_000 < timeout / 2;
  }
}

function timeFor(length: number): number {
  return Math.ceil(Math.max(patience.least + length * patience.leastPerUnit, (patience.most + length * patience.mostPerUnit) / (1 + ended)));
}
