import { asName } from "../types/secret.ts";
import type { Call, Record, Value } from "../types/value.ts";

/** The argument itself at the head of a path: `1`, `secret_key`, or one of several `1|key`. */
export function argumentAt(call: Call, head: string): Value | undefined {
  for (const part of head.split("|")) {
    const positional = call.args.filter((arg) => arg.name === undefined);
    const spread = positional.findIndex((arg) => arg.spread !== undefined);
    const index = /^\d+$/.test(part) ? Number(part) : -1;
    const found = index >= 0 ? (spread >= 0 && spread <= index ? undefined : positional[index]) : call.args.find((arg) => arg.name === part);
    if (found) return found.value;
  }
  return undefined;
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
