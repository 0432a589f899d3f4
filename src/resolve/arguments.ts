import { asName } from "../types/secret.ts";
import type { Argument, Call, Parameter, Record, Value } from "../types/value.ts";

/** The argument itself at the head of a path: `1`, `secret_key`, or one of several `1|key`. */
export function argumentAt(call: Call, head: string): Value | undefined {
  for (const part of head.split("|")) {
    const positional = call.args.filter((arg) => arg.name === undefined);
    const spread = positional.findIndex((arg) => arg.spread !== undefined);
    const index = /^\d+$/.test(part) ? Number(part) : -1;
    const hidden = spread >= 0 && spread <= index ? positional[spread] : undefined;
    const found = hidden ? itemAt(hidden, index - spread) : index >= 0 ? positional[index]?.value : call.args.find((arg) => arg.name === part)?.value;
    if (found) return found;
  }
  return undefined;
}

/** `f(...list)`: what stands at a place of the list. */
function itemAt({ value: object, spread }: Argument, at: number): Value | undefined {
  const { span } = object;
  return spread === "list" ? { kind: "item", object, key: { kind: "constant", value: at, span }, span } : undefined;
}

/** What a call gives for a parameter: one that takes the rest, `...all` or `**all`, gets a list or a record. */
export function argumentFor(call: Call, { index, name, rest }: Parameter): Value | undefined {
  if (rest === undefined) return argumentAt(call, `${index}|${name}`);
  const { args, span } = call;
  if (rest === "record") return { kind: "record", entries: args.flatMap((arg) => (arg.name !== undefined || arg.spread === "record" ? [{ name: arg.name, value: arg.value, span: arg.value.span }] : [])), span };
  const positional = args.filter((arg) => arg.name === undefined && arg.spread !== "record");
  return positional.slice(0, index).some((arg) => arg.spread) ? undefined : { kind: "list", items: positional.slice(index).map(({ value, spread }) => ({ value, spread: spread !== undefined })), span };
}

/** `f(**options)`: the keyword may be in the record. */
export function spreadArgument(call: Call, head: string): Value | undefined {
  const record = /^\d/.test(head) ? undefined : call.args.find((arg) => arg.spread === "record");
  return record && { kind: "member", object: record.value, name: head, span: record.value.span };
}

/** A mapping, or a list of pairs of a name and a value, which is taken for one: `dict([("key", "x")])`, `new Map([["key", "x"]])`. */
export function recordOf(value: Value): Record | undefined {
  if (value.kind === "record") return value;
  if (value.kind !== "list" || value.items.length === 0) return undefined;
  const entries = value.items.flatMap(({ value: pair }) => {
    const [name, item] = pair.kind === "list" && pair.items.length === 2 ? pair.items : [];
    return name?.value.kind === "literal" && item ? [{ name: asName(name.value.secret), value: item.value, span: name.value.span }] : [];
  });
  return entries.length === value.items.length ? { kind: "record", entries, span: value.span } : undefined;
}
