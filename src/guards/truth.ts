import { reveal } from "../types/secret.ts";
import type { Call, Option, Test, Value } from "../types/value.ts";
import { functionsOf } from "../resolve/callees.ts";
import { flowOf } from "../resolve/flow.ts";
import { resolve } from "../resolve/resolve.ts";
import { behind, isMissing, textOf, type Subject } from "./subject.ts";

/** Three-valued: undefined is "cannot tell". */
export type Truth = boolean | undefined;

const mostDepth = 24;

/** Whether a test holds for a key. Of the items of a list, some one: `any(…)`, a loop. */
export function truth(value: Value, key: Subject, depth = 0): Truth {
  if (depth > mostDepth) return undefined;
  if (isMissing(value, key)) return false;
  const text = textOf(value, key);
  if (text !== undefined) return text.length > 0;
  const deeper = (part: Value): Truth => truth(part, key, depth + 1);
  switch (value.kind) {
    case "constant":
      return Boolean(value.value);
    case "call":
      return ofCall(value, key, depth + 1);
    case "opaque":
      return value.some && deeper(value.some) ? true : undefined;
    case "choice":
      return value.how === "or" ? either(value.options.map((option) => option.value), deeper) : undefined;
    case "reference": {
      const [only] = behind(value, key.module);
      return only && deeper(only);
    }
    case "member":
      // `missing.length`: of a list with something in it.
      return value.name === "length" && deeper(value.object) === true ? true : undefined;
    case "test":
      return ofTest(value, key, deeper);
    default:
      return undefined;
  }
}

function ofTest({ op, operands }: Test, key: Subject, deeper: (part: Value) => Truth): Truth {
  const [left, right] = operands;
  if (op === "and") return negate(either(operands, (operand) => negate(deeper(operand))));
  if (op === "or") return either(operands, deeper);
  if (!left) return undefined;
  if (op === "not") return negate(deeper(left));
  if (!right) return undefined;
  if (op === "equal") return equal(left, right, key) ?? searched(left, right, key, "equal");
  if (op === "unequal") return negate(equal(left, right, key) ?? searched(left, right, key, "equal"));
  if (op === "in") return isIn(left, right, key);
  return op === "less" || op === "more" ? (compare(op, left, right, key, deeper) ?? searched(left, right, key, op)) : undefined;
}

function negate(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

function either(operands: readonly Value[], of: (operand: Value) => Truth): Truth {
  const truths = operands.map(of);
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

function equal(left: Value, right: Value, key: Subject): Truth {
  const missing = isMissing(left, key) ? right : isMissing(right, key) ? left : undefined;
  if (missing) return missing.kind === "constant" ? missing.value === null || missing.value === undefined : missing.kind === "literal" ? false : undefined;
  const [text, other] = [textOf(left, key) ?? textOf(right, key), textOf(left, key) === undefined ? left : right];
  if (text === undefined) return undefined;
  if (other.kind === "constant") return other.value === null || other.value === undefined ? false : undefined;
  return isSome(other, key, (one) => one === text) ?? (other.kind === "literal" ? false : undefined);
}

/** Whether something holds of one of the texts that a value leads to: a constant's, a list's. True, or cannot tell. */
function isSome(value: Value, { module, ground }: Subject, holds: (text: string) => boolean): Truth {
  return resolve(flowOf(value, module), ground).some(({ ending }) => ending.kind === "bytes" && holds(reveal(ending.bytes.secret))) ? true : undefined;
}

/** `key in ("a", "b")`, `"dev" in key`, `"KEY" in os.environ`. A named list counts when the scope says what it is. */
function isIn(left: Value, right: Value, key: Subject): Truth {
  const whole = textOf(right, key);
  if (whole !== undefined) return isSome(left, key, (one) => whole.includes(one)) ?? (left.kind === "literal" ? false : undefined);
  if (left.kind === "literal") return isMissing({ kind: "item", object: right, key: left, span: right.span }, key) ? false : undefined;
  const text = textOf(left, key);
  return text === undefined ? undefined : isSome(right, key, (one) => one === text);
}

/** `len(key) < 32`, `key.length < 32`; `missing.length > 0`. */
function compare(op: "less" | "more", left: Value, right: Value, key: Subject, deeper: (part: Value) => Truth): Truth {
  const number = (value: Value): number | undefined => lengthOf(value, key) ?? (value.kind === "constant" && typeof value.value === "number" ? value.value : undefined);
  const [a, b] = [number(left), number(right)];
  if (b === 0 && op === "more" && a === undefined) return deeper(left) === true ? true : undefined;
  if (a === undefined || b === undefined || (lengthOf(left, key) ?? lengthOf(right, key)) === undefined) return undefined;
  return op === "less" ? a < b : a > b;
}

function lengthOf(value: Value, key: Subject): number | undefined {
  if (value.kind === "member") return value.name === "length" ? textOf(value.object, key)?.length : undefined;
  const { callee, args: [first] } = value.kind === "call" ? value : { callee: undefined, args: [] };
  const counts = callee && (callee.kind === "reference" ? callee.name === "len" : callee.kind === "member" && callee.name === "byteLength");
  return counts && first ? textOf(first.value, key)?.length : undefined;
}

/** `weak.indexOf(key) !== -1`, `weak.indexOf(key) >= 0`. */
function searched(left: Value, right: Value, key: Subject, op: "equal" | "less" | "more"): Truth {
  const [first] = left.kind === "call" ? left.args : [];
  if (left.kind !== "call" || left.callee.kind !== "member" || left.callee.name !== "indexOf" || !first || right.kind !== "constant") return undefined;
  const found = isIn(first.value, left.callee.object, key);
  if (right.value === -1) return op === "less" ? undefined : op === "more" ? found : negate(found);
  return right.value === 0 && op === "less" ? negate(found) : undefined;
}

/** `key.startswith("dev")`, `weak.includes(key)`, `weak.some((bad) => …)`, `isWeak(key)`. */
function ofCall(call: Call, key: Subject, depth: number): Truth {
  const { callee, args: [first] } = call;
  const own = ofFunctions(call, key, depth);
  if (own !== undefined || !first) return own;
  if (callee.kind === "reference") return ["bool", "Boolean", "len", "any", "all"].includes(callee.name) ? truth(first.value, key, depth) : undefined;
  if (callee.kind !== "member") return undefined;
  const text = textOf(callee.object, key);
  switch (callee.name) {
    case "startswith":
    case "startsWith":
      return text === undefined ? undefined : partly(first.value, key, (one) => text.startsWith(one));
    case "endswith":
    case "endsWith":
      return text === undefined ? undefined : partly(first.value, key, (one) => text.endsWith(one));
    case "includes":
    case "has":
      return isIn(first.value, callee.object, key);
    case "some":
    case "find":
    case "filter":
      return callback(first.value, key, depth);
    case "every":
      return callback(first.value, key, depth) === false ? false : undefined;
    default:
      return undefined;
  }
}

function partly(value: Value, key: Subject, holds: (part: string) => boolean): Truth {
  return isSome(value, key, holds) ?? (value.kind === "literal" ? false : undefined);
}

/** What a function of the program's own says of the key that it is given. */
function ofFunctions(call: Call, key: Subject, depth: number): Truth {
  const truths = functionsOf(call.callee, key.module, key.ground.modules).map(({ value, module }) => returned(value.returns, { ...key, module }, depth));
  return truths.length > 0 && truths.every((one) => one === truths[0]) ? truths[0] : undefined;
}

function callback(value: Value, key: Subject, depth: number): Truth {
  return value.kind === "function" ? returned(value.returns, key, depth) : undefined;
}

/** The first `return` that is reached, if that is known. */
function returned(returns: readonly Option[], key: Subject, depth: number): Truth {
  for (const { value, guards } of returns) {
    const reached = guards.map((guard) => (guard.kind === "if" ? negateUnless(truth(guard.test, key, depth + 1), guard.holds) : undefined));
    if (reached.includes(false)) continue;
    return reached.includes(undefined) ? undefined : truth(value, key, depth + 1);
  }
  return undefined;
}

function negateUnless(value: Truth, holds: boolean): Truth {
  return holds ? value : negate(value);
}
