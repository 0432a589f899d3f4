import { dotted, type Argument, type Call, type Value } from "../../types/value.ts";
import type { Walk } from "./walk.ts";

/** Node's wrapper of functions that take a callback: what it gives is called with the same arguments. https://nodejs.org/api/util.html#utilpromisifyoriginal */
const wrappers: ReadonlySet<string> = new Set(["promisify", "util.promisify"]);

/** What a method that every function has makes of a call: https://tc39.es/ecma262/#sec-properties-of-the-function-prototype-object */
const methods: Readonly<{ [name: string]: (walk: Walk, callee: Value, call: Call) => Value | undefined }> = {
  call: (walk, callee, { args: [, ...args], span }) => walk.builder.note({ kind: "call", callee, args, span }),
  apply: (walk, callee, { args: [, all], span }) => walk.builder.note({ kind: "call", callee, args: all ? [{ value: all.value, spread: "list" } satisfies Argument] : [], span }),
  bind: (walk, callee, { args: [, ...args], span }) => {
    if (args.length === 0) return callee;
    walk.builder.note({ kind: "call", callee, args, span });
    return undefined;
  },
};

/** What a call of one of JavaScript's or Node's own functions is, when it is more than a call. */
export function builtinValue(walk: Walk, call: Call): Value | undefined {
  const { callee, args: [first, ...rest] } = call;
  if (first && rest.length === 0 && wrappers.has(dotted(callee) ?? "")) return first.value;
  return callee.kind === "member" && Object.hasOwn(methods, callee.name) ? methods[callee.name]?.(walk, callee.object, call) : undefined;
}
