import type { Call, Value } from "../types/value.ts";

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
