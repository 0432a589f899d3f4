import type { Module, Refusal } from "../types/module.ts";
import { asName } from "../types/secret.ts";
import type { Guard, Scope, Value } from "../types/value.ts";
import { meaningOf, type Ground } from "../resolve/ground.ts";
import { holdsUntold } from "./guards.ts";
import { definitionsOf } from "../resolve/links.ts";
import { once } from "../resolve/once.ts";
import { table } from "../resolve/sites.ts";
import type { Checked, Subject } from "./subject.ts";
import { truth } from "./truth.ts";

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
      if (truth(test, subject) === holds) return true;
      if (holdsUntold(test, module, ground) === !holds) return false;
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

/** Where a program stops, and where it says that it will: `errors.append(checks.Error(…))`. */
const refusalsIn = once((module, ground: Ground): readonly Refusal[] => {
  const said = module.calls.flatMap(({ value, scope, guards }) => (meaningOf(value, { module }, ground)?.means === "refuse" ? [{ guards, scope, span: value.span }] : []));
  return [...module.refusals, ...said];
});

const byName = once((module, ground: Ground) => table(refusalsIn(module, ground), ({ guards }) => {
  const names: Names = { found: new Set(), module, left: mostNames };
  for (const guard of guards) if (guard.kind === "if") namesIn(guard.test, names);
  return names.found;
}));

/** Whether a module refuses to go on with something of a name. */
export function namesRefusedIn(module: Module, ground: Ground): ReadonlySet<string> {
  return new Set(byName(module, ground).keys());
}

/** Stands for a parameter: what it is called says nothing of what it is given. */
const anyName = "*";

/** Refusals that are asked of a file's keys in all, and of each key when these are used up: a program with thousands of both is hostile. */
const mostAsked = { inAll: 100_000, ofEach: 64 };

const left = once((_: Module) => ({ asked: mostAsked.inAll }));

/** A module's refusals that can speak of a key, in the order of the text. */
function refusalsAbout({ module, ground, names, variable = anyName }: Subject): readonly Refusal[] {
  const counted = left(module);
  const most = counted.asked > 0 ? Infinity : mostAsked.ofEach;
  const found = new Set([...names, variable, anyName].flatMap((name) => byName(module, ground).get(name)?.slice(0, most) ?? []));
  counted.asked -= found.size;
  return [...found].toSorted((one, other) => one.span.start - other.span.start);
}

/** Values that are looked at for the names of one refusal. */
const mostNames = 400;

interface Names {
  readonly found: Set<string>;
  readonly module: Module;
  left: number;
}

/** All that a test takes for a name, also behind the names of tests: `const isWeak = weak.includes(key)`. */
function namesIn(value: Value, names: Names): void {
  if (names.left-- <= 0) return;
  if (value.kind === "reference" || value.kind === "member") names.found.add(value.name);
  if (value.kind === "literal") names.found.add(asName(value.secret) ?? "");
  for (const part of partsOf(value, names)) namesIn(part, names);
}

function partsOf(value: Value, { found, module }: Names): readonly Value[] {
  switch (value.kind) {
    case "reference": {
      const defined = definitionsOf(value, module)[0]?.definition.value;
      if (defined?.kind === "parameter") found.add(anyName);
      return defined && behindTests.has(defined.kind) ? [defined] : [];
    }
    case "member":
      return [value.object];
    case "item":
      return [value.object, value.key];
    case "test":
      return value.operands;
    case "call":
      return [value.callee, ...value.args.map((argument) => argument.value)];
    case "choice":
      return value.options.map((option) => option.value);
    case "list":
      return value.items.map((one) => one.value);
    case "function":
      return value.returns.map((option) => option.value);
    case "opaque":
      return value.some ? [value.some] : [];
    default:
      return [];
  }
}

/** What a name can be in a test besides a text. */
const behindTests: ReadonlySet<Value["kind"]> = new Set(["test", "call", "member", "choice", "list", "item", "opaque", "function"]);

/** What must be so for a guard to hold, one by one: both of `a and b`. */
function parts({ test, holds }: Extract<Guard, { kind: "if" }>): readonly { readonly test: Value; readonly holds: boolean }[] {
  const several = test.kind === "test" && test.op === (holds ? "and" : "or");
  return (several ? test.operands : [test]).map((one) => ({ test: one, holds }));
}
