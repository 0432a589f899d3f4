import { bindingAround, bindingsNamed } from "../resolve/sites.ts";
import type { Place } from "../types/key.ts";
import type { Binding, Module } from "../types/module.ts";
import type { Scope, Value } from "../types/value.ts";

/**
 * Whether an empty text only stands in a name's place until the key does, or when it is over: `secret = ""` in a class of which a method
 * sets another, `let key = ""` at the top of a file and `key = …` in a function. What the same function or class body sets later, perhaps
 * under a condition, is no other: the empty text may stay. Nor is another function's own variable of the name.
 */
export function isInitial({ span }: Place, module: Module): boolean {
  const own = bindingAround(module, span);
  const name = own && nameOf(own.target);
  // What a call is given is not what it gives back; in a class the call describes the field.
  if (!own || name === undefined || (own.value.kind !== "literal" && own.scope.kind !== "class")) return false;
  return bindingsNamed(name, module).some((other) => other.scope !== own.scope && isSame(own, other) && !isEmpty(other.value));
}

/** An attribute is set through any object that has it. A plain name is one variable in one scope, or the field of a class. */
function isSame({ target, scope }: Binding, other: Binding): boolean {
  if (other.target.kind === "member") return target.kind === "member" || scope.kind === "class";
  return homeOf(target) !== undefined && homeOf(target) === homeOf(other.target);
}

/** The scope that has a plain name: not each that gives it a value. */
function homeOf(target: Value): Scope | undefined {
  if (target.kind !== "reference") return undefined;
  let scope: Scope | undefined = target.scope;
  while (scope && !scope.names.has(target.name)) scope = scope.parent;
  return scope;
}

function nameOf(target: Value): string | undefined {
  return target.kind === "member" || target.kind === "reference" ? target.name : undefined;
}

function isEmpty(value: Value): boolean {
  return (value.kind === "literal" && value.secret.length === 0) || (value.kind === "constant" && (value.value === null || value.value === undefined));
}
