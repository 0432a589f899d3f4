import type { Module } from "../types/module.ts";
import type { Guard, Value } from "../types/value.ts";
import { once } from "../resolve/once.ts";

/** Whether a value is only compared with what stands there, to find out what is set: `if os.getenv("SECRET_KEY", "dev") == "dev": warn()`. */
export function isCompared(value: Value, module: Module): boolean {
  return comparedIn(module).has(value);
}

const comparedIn = once(({ calls, bindings, choices, refusals }: Module): ReadonlySet<Value> => {
  const found = new Set<Value>();
  const guards = new Set<Guard>([calls, bindings, choices, refusals].flatMap((sites) => sites.flatMap((site) => site.guards)));
  for (const guard of guards) if (guard.kind === "if") collect(guard.test, found);
  return found;
});

/** How deep tests are looked into that are put together of others. */
const mostDepth = 12;

function collect(test: Value, found: Set<Value>, depth = 0): void {
  if (test.kind !== "test" || depth > mostDepth) return;
  const isPut = test.op === "and" || test.op === "or" || test.op === "not";
  for (const operand of test.operands) {
    if (isPut) collect(operand, found, depth + 1);
    else if (test.op !== "other" && test.operands.some((other) => other !== operand && isWritten(other))) found.add(operand);
  }
}

/** What somebody sends, and is compared with a key, is none of these. */
function isWritten(value: Value): boolean {
  return value.kind === "literal" || value.kind === "constant" || (value.kind === "list" && value.items.every(({ value: item }) => item.kind === "literal"));
}
