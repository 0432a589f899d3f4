import { functionsOf } from "../resolve/callees.ts";
import type { GuardHere } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { once } from "../resolve/once.ts";
import { table } from "../resolve/sites.ts";

/** A guard and the module that it stands in. */
export type Told = Pick<GuardHere, "guard" | "module">;

/** Calls of one block that are looked into. */
const mostCalls = 16;

/**
 * What must be so for the program to come out of the functions that are called under a guard: in `if (!key) { this.reject(); key = "dev"; }`
 * the opposite of what `reject` throws on.
 */
export function leftByCalls({ guard, module }: Told, { modules }: Ground): readonly Told[] {
  const calls = callsUnder(module).get(guard) ?? [];
  const functions = calls.slice(0, mostCalls).flatMap(({ value }) => functionsOf(value.callee, module, modules));
  return functions.flatMap(({ value: { scope }, module: home }) => (refusalsOf(home).get(scope) ?? []).flatMap(({ guards: [first, ...more] }) => (
    first?.kind === "if" && more.length === 0 ? [{ guard: { ...first, holds: !first.holds }, module: home }] : []
  )));
}

/** Calls by the innermost guard that they stand under. */
const callsUnder = once((module) => table(module.calls, ({ guards }) => guards.slice(-1)));

/** Refusals by the function that they stand in. */
const refusalsOf = once((module) => table(module.refusals, ({ scope }) => [scope]));
