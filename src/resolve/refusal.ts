import type { Module, Refusal } from "../types/module.ts";
import { asName, reveal, type Secret } from "../types/secret.ts";
import type { Call, Guard, Scope, Test, Value } from "../types/value.ts";
import { flowOf } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { definitionsOf } from "./links.ts";
import { nameAt } from "./names.ts";
import { resolve } from "./resolve.ts";
import { given } from "./select.ts";
import { once } from "./once.ts";
import { table } from "./sites.ts";
import { isValidated } from "./validators.ts";

/** Three-valued: undefined is "cannot tell". */
type Truth = boolean | undefined;

/** A key on its way, as a check in the program would see it. */
export interface Checked {
  /** The names that it has: variables, attributes, settings. */
  readonly names: ReadonlySet<string>;
  readonly secret: Secret;
  /** The variable that it stands behind: where the key is used, that one is missing. */
  readonly variable?: string;
}

/** Tells where a program still runs that refuses to in one place. */
export interface Elsewhere<T> {
  /** Where the guarded code would not run: `development` for `if not DEBUG`. */
  guarded(test: Value, holds: boolean): T | undefined;
  /** Where a refusal in this scope does not count: in a class for production. */
  around(scope: Scope): T | undefined;
}

/**
 * Whether a module refuses to go on with a key: a `raise` or `throw` whose every guard holds for it. Where a guard is only about
 * the place that the program runs in, the key lives on elsewhere: that is the answer then.
 */
export function refusalOf<T>(module: Module, checked: Checked, ground: Ground, elsewhere: Elsewhere<T>): "always" | { readonly only: T } | undefined {
  const subject = { ...checked, module, ground };
  let left: { only: T } | undefined;
  for (const { guards, scope } of refusalsAbout(subject)) {
    const places: T[] = [];
    const refused = guards.length > 0 && guards.every((guard) => guard.kind === "if" && parts(guard).every(({ test, holds }) => {
      if (truth(test, subject, 0) === holds) return true;
      const place = elsewhere.guarded(test, holds);
      if (place !== undefined) places.push(place);
      return place !== undefined;
    }));
    const place = places[0] ?? elsewhere.around(scope);
    if (!refused || places.length === guards.flatMap((guard) => (guard.kind === "if" ? parts(guard) : [])).length) continue;
    if (place === undefined) return "always";
    left ??= { only: place };
  }
  return left;
}

const byName = once((module) => table(module.refusals, ({ guards }) => {
  const names = new Set<string>();
  for (const guard of guards) if (guard.kind === "if") namesIn(guard.test, module, names, 0);
  return names;
}));

/** Stands for a parameter: what it is called says nothing of what it is given. */
const anyName = "*";

/** A module's refusals that can speak of a key, in the order of the text. */
function refusalsAbout({ module, names, variable = anyName }: Subject): readonly Refusal[] {
  const found = new Set([...names, variable, anyName].flatMap((name) => byName(module).get(name) ?? []));
  return found.size < 2 ? [...found] : module.refusals.filter((refusal) => found.has(refusal));
}

/** All that a test takes for a name. */
function namesIn(value: Value, module: Module, into: Set<string>, depth: number): void {
  if (depth > 24) return;
  const all = (parts: readonly Value[]): void => { for (const part of parts) namesIn(part, module, into, depth + 1); };
  if (value.kind === "reference" || value.kind === "member") into.add(value.name);
  if (value.kind === "reference" && definitionsOf(value, module)[0]?.definition.value.kind === "parameter") into.add(anyName);
  if (value.kind === "member") all([value.object]);
  if (value.kind === "literal") into.add(asName(value.secret) ?? "");
  if (value.kind === "test") all(value.operands);
  if (value.kind === "call") all([value.callee, ...value.args.map((argument) => argument.value)]);
}

/** What must be so for a guard to hold, one by one: both of `a and b`. */
function parts({ test, holds }: Extract<Guard, { kind: "if" }>): readonly { readonly test: Value; readonly holds: boolean }[] {
  const several = test.kind === "test" && test.op === (holds ? "and" : "or");
  return (several ? test.operands : [test]).map((one) => ({ test: one, holds }));
}

interface Subject extends Checked {
  readonly module: Module;
  readonly ground: Ground;
}

function truth(value: Value, key: Subject, depth: number): Truth {
  if (depth > 24) return undefined;
  if (isMissing(value, key)) return false;
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

/** The key by any of its names: `SECRET_KEY`, `settings.SECRET_KEY`, `config.get("SECRET_KEY")`; in a helper, by what its callers give. */
function isSubject(value: Value, key: Subject, depth = 0): boolean {
  if (isMissing(value, key)) return false;
  if (value.kind === "reference" || value.kind === "member") return key.names.has(value.name) || (value.kind === "reference" && depth < 4 && isGiven(value, key, depth));
  if (value.kind !== "call") return false;
  const [first] = value.args;
  const name = first?.value.kind === "literal" && value.args.length <= 2 ? asName(first.value.secret) : undefined;
  return name !== undefined && key.names.has(name) && value.callee.kind === "member" && ["get", "getenv"].includes(value.callee.name);
}

function isGiven(value: Extract<Value, { kind: "reference" }>, key: Subject, depth: number): boolean {
  const [link] = definitionsOf(value, key.module);
  const parameter = link?.definition.value;
  if (parameter?.kind !== "parameter") return false;
  return isValidated(parameter, key.names, key.module, key.ground) || given(flowOf(parameter, key.module), parameter, key.ground).some((flow) => isSubject(flow.value, key, depth + 1));
}

/** The variable that the key stands behind, read as it is: where the key is used there is nothing in it. */
function isMissing(value: Value, { variable, module, ground }: Subject): boolean {
  if (variable === undefined) return false;
  if (value.kind === "member") return value.name === variable && isEnvironment(value.object, module, ground);
  if (value.kind !== "call" || value.args.length !== 1) return false;
  const meaning = meaningOf(value, { module }, ground);
  return meaning?.means === "env" && meaning.name !== undefined && nameAt(value, meaning.name, flowOf(value, module), ground) === variable;
}

function isEnvironment(value: Value, module: Module, ground: Ground): boolean {
  const meaning = ground.meanings.of(ground.symbols(value, module), undefined, module.language);
  return meaning?.means === "env" && meaning.name === undefined;
}

function equal(left: Value, right: Value, key: Subject): Truth {
  const missing = isMissing(left, key) ? right : isMissing(right, key) ? left : undefined;
  if (missing) return missing.kind === "constant" ? missing.value === null || missing.value === undefined : missing.kind === "literal" ? false : undefined;
  const other = isSubject(left, key) ? right : isSubject(right, key) ? left : undefined;
  if (other?.kind === "literal") return other.secret.equals(key.secret);
  if (other?.kind === "constant") return other.value === null || other.value === undefined ? false : undefined;
  return other && isAmong(other, key) ? true : undefined;
}

/** Whether the key is one of the texts that a value leads to: a constant's, a list's. */
function isAmong(value: Value, { module, ground, secret }: Subject): boolean {
  return resolve(flowOf(value, module), ground).some(({ ending }) => ending.kind === "bytes" && ending.bytes.secret.equals(secret));
}

/** `key in ("a", "b")`, `"dev" in key`, `"KEY" in os.environ`. A named list counts when the scope says what it is. */
function member(left: Value, right: Value, key: Subject): Truth {
  if (left.kind === "literal") {
    if (isSubject(right, key)) return reveal(key.secret).includes(reveal(left.secret));
    return key.variable !== undefined && asName(left.secret) === key.variable && isEnvironment(right, key.module, key.ground) ? false : undefined;
  }
  return isSubject(left, key) && isAmong(right, key) ? true : undefined;
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
