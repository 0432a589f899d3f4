import { asName } from "../../types/secret.ts";
import { dotted, type Call, type Choice, type Import, type Member, type Value } from "../../types/value.ts";
import type { Walk } from "./walk.ts";

/** What a call of one of Python's own functions is, when it is more than a call. */
const builtins: Readonly<{ [name: string]: (walk: Walk, call: Call) => Value | undefined }> = {
  getattr: gotten,
  setattr: set,
  "importlib.import_module": imported,
  import_module: imported,
  __import__: imported,
  partial: bound,
  "functools.partial": bound,
};

export function builtinValue(walk: Walk, call: Call): Value | undefined {
  const name = dotted(call.callee);
  return name !== undefined && Object.hasOwn(builtins, name) ? builtins[name]?.(walk, call) : undefined;
}

/** `getattr(o, "n", d)` is `o.n`, or else d. */
function gotten(walk: Walk, call: Call): Member | Choice | undefined {
  const member = memberOf(call);
  const fallback = call.args[2]?.value;
  if (!member || !fallback) return member;
  const options = [member, fallback].map((value) => ({ value, guards: [] }));
  return walk.builder.note({ kind: "choice", how: "default", options, span: call.span });
}

/** `setattr(o, "n", v)` is `o.n = v`. */
function set(walk: Walk, call: Call): undefined {
  const [member, value] = [memberOf(call), call.args[2]?.value];
  if (member && value) walk.builder.bind(member, value, call.span);
}

function memberOf({ args, span }: Call): Member | undefined {
  const [object, named] = args;
  const name = named?.value.kind === "literal" ? asName(named.value.secret) : undefined;
  return object && name !== undefined ? { kind: "member", object: object.value, name, span } : undefined;
}

/** `import_module("a.b")`. */
function imported(walk: Walk, { args: [first], span }: Call): Import | undefined {
  const from = first?.value.kind === "literal" ? asName(first.value.secret) : undefined;
  if (from === undefined) return undefined;
  walk.builder.import(from, span);
  return { kind: "import", from, name: undefined, span };
}

/** `partial(f, x)` will call f with x: https://docs.python.org/3/library/functools.html#functools.partial */
function bound(walk: Walk, { args: [callee, ...args], span }: Call): undefined {
  if (callee) walk.builder.note({ kind: "call", callee: callee.value, args, span });
}
