import type { Module } from "../types/module.ts";
import { asName, reveal, type Secret } from "../types/secret.ts";
import type { Call, Test, Value } from "../types/value.ts";
import { standing } from "./links.ts";

/** Three-valued: undefined is "cannot tell". */
type Truth = boolean | undefined;

/**
 * Whether a module refuses to go on with this key: a `raise` or `throw` whose every guard holds for it.
 * `names` are the names that the key has on its way: variables, attributes, settings.
 */
export function refuses(module: Module, names: ReadonlySet<string>, secret: Secret): boolean {
  return module.refusals.some(
    ({ guards }) => guards.length > 0 && guards.every((guard) => guard.kind === "if" && truth(guard.test, { module, names, secret }, 0) === guard.holds),
  );
}

interface Subject {
  readonly module: Module;
  readonly names: ReadonlySet<string>;
  readonly secret: Secret;
}

function truth(value: Value, key: Subject, depth: number): Truth {
  if (depth > 24) return undefined;
  if (isSubject(value, key)) return key.secret.length > 0;
  if (value.kind === "constant") return Boolean(value.value);
  if (value.kind === "call") return ofCall(value, key);
  if (value.kind !== "test") return undefined;
  const [left, right] = value.operands;
  switch (value.op) {
    case "not":
      return left === undefined ? undefined : negate(truth(left, key, depth + 1));
    case "and":
      return every(value, (operand) => truth(operand, key, depth + 1));
    case "or":
      return negate(every(value, (operand) => negate(truth(operand, key, depth + 1))));
    case "equal":
      return left && right ? equal(left, right, key) : undefined;
    case "unequal":
      return left && right ? negate(equal(left, right, key)) : undefined;
    case "in":
      return left && right ? member(left, right, key) : undefined;
    case "less":
    case "more":
      return left && right ? compare(value.op, left, right, key) : undefined;
    default:
      return undefined;
  }
}

function negate(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

function every({ operands }: Test, of: (operand: Value) => Truth): Truth {
  const truths = operands.map(of);
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
}

/** The key by any of its names: `SECRET_KEY`, `settings.SECRET_KEY`, `config.get("SECRET_KEY")`. */
function isSubject(value: Value, key: Subject): boolean {
  if (value.kind === "reference" || value.kind === "member") return key.names.has(value.name);
  if (value.kind !== "call") return false;
  const [first] = value.args;
  const name = first?.value.kind === "literal" && value.args.length <= 2 ? asName(first.value.secret) : undefined;
  return name !== undefined && key.names.has(name) && value.callee.kind === "member" && ["get", "getenv"].includes(value.callee.name);
}

function equal(left: Value, right: Value, key: Subject): Truth {
  const other = isSubject(left, key) ? right : isSubject(right, key) ? left : undefined;
  if (other?.kind === "literal") return other.secret.equals(key.secret);
  if (other?.kind === "constant") return other.value === null || other.value === undefined ? false : undefined;
  return undefined;
}

/** `key in ("a", "b")`, `"dev" in key`. A named list counts when the file says what it is. */
function member(left: Value, right: Value, key: Subject): Truth {
  if (isSubject(right, key) && left.kind === "literal") return reveal(key.secret).includes(reveal(left.secret));
  if (!isSubject(left, key)) return undefined;
  const list = right.kind === "reference" ? standing(right.scope.names.get(right.name) ?? key.module.top.names.get(right.name) ?? []).at(-1)?.value : right;
  if (list?.kind !== "list") return undefined;
  return list.items.some((item) => item.value.kind === "literal" && item.value.secret.equals(key.secret)) || undefined;
}

/** `len(key) < 32`, `key.length < 32`. */
function compare(op: "less" | "more", left: Value, right: Value, key: Subject): Truth {
  const measured = (value: Value): boolean =>
    value.kind === "member" ? value.name === "length" && isSubject(value.object, key) : value.kind === "call" && value.callee.kind === "reference" && value.callee.name === "len" && value.args[0] !== undefined && isSubject(value.args[0].value, key);
  const number = (value: Value): number | undefined => (measured(value) ? key.secret.length : value.kind === "constant" && typeof value.value === "number" ? value.value : undefined);
  const [a, b] = [number(left), number(right)];
  if (a === undefined || b === undefined || !(measured(left) || measured(right))) return undefined;
  return op === "less" ? a < b : a > b;
}

/** `key.startswith("dev")`, `key.includes("change")`, `weak.includes(key)`. */
function ofCall({ callee, args }: Call, key: Subject): Truth {
  const [first] = args;
  if (callee.kind !== "member" || first === undefined) return undefined;
  if (isSubject(callee.object, key) && first.value.kind === "literal") {
    const [text, part] = [reveal(key.secret), reveal(first.value.secret)];
    if (callee.name === "startswith" || callee.name === "startsWith") return text.startsWith(part);
    if (callee.name === "includes") return text.includes(part);
  }
  return callee.name === "includes" || callee.name === "has" ? member(first.value, callee.object, key) : undefined;
}
