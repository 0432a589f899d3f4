import type { Module } from "../types/module.ts";
import { asName } from "../types/secret.ts";
import type { Call, FunctionValue } from "../types/value.ts";
import { once } from "./once.ts";

/** Between a decorator and its function stand other decorators, in lines of their own. */
const between = /^\s*(?:@[^\r\n]{0,200}\s+)*(?:async\s+)?$/;
const mostBetween = 600;

/** The calls that stand over a function: `@field_validator("key")`. */
const decoratorsIn = once((module) => {
  const found = new Map<FunctionValue, Call[]>();
  const functions = module.functions.map(({ value }) => value).toSorted((a, b) => a.span.start - b.span.start);
  let next = 0;
  for (const { value: call } of module.calls.toSorted((a, b) => a.value.span.start - b.value.span.start)) {
    while ((functions[next]?.span.start ?? Infinity) < call.span.end) next++;
    const owner = functions[next];
    if (!owner || module.text[call.span.start - 1] !== "@" || owner.span.start - call.span.end > mostBetween) continue;
    if (between.test(module.text.slice(call.span.end, owner.span.start))) found.set(owner, [...(found.get(owner) ?? []), call]);
  }
  return found;
});

/** The settings that a function of pydantic's is asked about: https://docs.pydantic.dev/latest/concepts/validators/#field-validators */
export function validatedBy(owner: FunctionValue, module: Module): readonly string[] {
  return (decoratorsIn(module).get(owner) ?? []).flatMap(({ callee, args }) => {
    const name = callee.kind === "reference" || callee.kind === "member" ? callee.name : "";
    return name === "validator" || name === "field_validator" ? args.flatMap((arg) => (arg.name === undefined && arg.value.kind === "literal" ? (asName(arg.value.secret) ?? []) : [])) : [];
  });
}
