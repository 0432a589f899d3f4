import type { Place } from "../types/key.ts";
import type { Binding, Module } from "../types/module.ts";
import type { Value } from "../types/value.ts";

/**
 * Whether an empty text only stands in a name's place until the key does, or when it is over: `secret = ""` in a class of which a method
 * sets another. What the same function or class body sets later, perhaps under a condition, is no other: the empty text may stay.
 */
export function isInitial({ span }: Place, module: Module): boolean {
  const own = module.bindings.filter(({ value }) => value.span.start <= span.start && span.end <= value.span.end);
  return own.some((one) => module.bindings.some((other) => other.scope !== one.scope && nameOf(other) !== undefined && nameOf(other) === nameOf(one) && !isEmpty(other.value)));
}

function nameOf({ target }: Binding): string | undefined {
  return target.kind === "member" || target.kind === "reference" ? target.name : undefined;
}

function isEmpty(value: Value): boolean {
  return (value.kind === "literal" && value.secret.length === 0) || (value.kind === "constant" && (value.value === null || value.value === undefined));
}
