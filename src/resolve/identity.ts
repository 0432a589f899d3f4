import type { Module } from "../types/module.ts";
import { dotted, type Call, type Reference, type Scope, type Value } from "../types/value.ts";
import { definitionsOf } from "./links.ts";

/**
 * Whether two objects of one name are surely not the same: local variables of two functions, each of which asked for what it was told, as in
 * `const row = table.find(name)`. What both got without saying which, `const settings = load()`, may be one.
 */
export function areApart(one: Value, other: Value, module: Module): boolean {
  const [first, second] = [rootOf(one), rootOf(other)];
  if (!first || !second || first.scope === second.scope) return false;
  const [mine, theirs] = [madeIn(first, module), madeIn(second, module)];
  return mine.length > 0 && theirs.length > 0 && mine.every(({ value, scope }) => theirs.every((their) => scope !== their.scope && differ(value, their.value)));
}

function rootOf(value: Value): Reference | undefined {
  let at = value;
  while (at.kind === "member") at = at.object;
  return at.kind === "reference" ? at : undefined;
}

/** The values of a function's own variable. */
function madeIn(reference: Reference, module: Module): readonly { readonly value: Value; readonly scope: Scope }[] {
  return definitionsOf(reference, module).flatMap(({ definition: { value }, scope }) => (scope.kind === "function" && value.kind !== "constant" ? [{ value, scope }] : []));
}

function differ(one: Value, other: Value): boolean {
  return one.kind === "call" && other.kind === "call" && (isTold(one) || isTold(other) || dotted(one.callee) !== dotted(other.callee) || !areAlike(one, other));
}

/** Whether a call is given something that another may be given otherwise. */
function isTold({ args }: Call): boolean {
  return args.some(({ value }) => value.kind !== "literal" && value.kind !== "constant");
}

function areAlike(one: Call, other: Call): boolean {
  return one.args.length === other.args.length && one.args.every(({ value }, at) => {
    const their = other.args[at]?.value;
    return value.kind === "literal" ? their?.kind === "literal" && value.secret.equals(their.secret) : value.kind === "constant" && their?.kind === "constant" && value.value === their.value;
  });
}
