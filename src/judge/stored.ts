import type { Module } from "../types/module.ts";
import type { Call, FunctionValue, Parameter, Value } from "../types/value.ts";
import { argumentAt } from "../resolve/arguments.ts";
import { meaningOf, type Ground } from "../resolve/ground.ts";
import { definitionsOf } from "../resolve/links.ts";
import { once } from "../resolve/once.ts";
import { callsWithin } from "../resolve/sites.ts";
import { functionsOf } from "../resolve/callees.ts";

/** A value that a call puts where the next start of the program finds it. */
export interface Stored {
  readonly call: Call;
  readonly value: Value;
}

/** Stored values that are looked at in one file: a program with more of them writes something else. */
const mostStored = 1_024;

/** What a file stores: in files, in a database, in settings. */
export const storedIn = once((module, ground: Ground): readonly Stored[] =>
  module.calls.flatMap(({ value: call }) => [...storedBy(call, module, ground), ...storedByHelper(call, module, ground)].map((value) => ({ call, value }))).slice(0, mostStored),
);

/** Functions and methods that store what they are given, by their names, wherever they are: `self._write_secret_file(key)`, `saveKey(key)`. */
const storing = /^_{0,2}(write|save|store|persist|dump|upsert)(_|[A-Z]|$)|^(get|find|update|create)_?or_?(create|insert|set|make|update)|^(create|put|update)_?secret|^set_?(item|password|setting|config|option|value|secret)/i;
/** Methods that do so of what holds settings and rows. Those of an application, of a request or of its answer do something else. */
const putting = /^(set|setex|hset|put|put_?(item|parameter)|add|add_?all|insert|insert_?(one|many))$/i;
/** They take an object: `prisma.setting.create({ data: … })`, `Setting.objects.create(value=…)`. */
const making = /^(create|create_?many|bulk_?create|update|update_?(one|many)|find_?one_?and_?update)$/i;
/** Statements with values beside them. */
const running = /^(execute|execute_?many|run|query)$/i;
const others = /^(app|application|server|router|express|fastify|req|request|res|response|reply|ctx|context|headers|cookies?|process|os|environ|env)$/i;

function storedBy(call: Call, module: Module, ground: Ground): readonly Value[] {
  const { callee, args } = call;
  const meaning = meaningOf(call, { module }, ground);
  if (meaning?.means === "keep") return [argumentAt(call, meaning.of), itself(callee)].flatMap((value) => value ?? []);
  if (meaning !== undefined || (callee.kind !== "member" && callee.kind !== "reference")) return [];
  const all = args.map((arg) => arg.value);
  if (storing.test(callee.name)) return [...all, itself(callee)].flatMap((value) => value ?? []);
  if (callee.kind !== "member" || isOther(callee.object)) return [];
  const self = itself(callee);
  if (self) return [...all, self];
  if (putting.test(callee.name)) return all;
  if (making.test(callee.name)) return args.some(({ name, value }) => name !== undefined || value.kind === "record" || value.kind === "list") ? all : [];
  return running.test(callee.name) ? all.slice(1) : [];
}

/** `row.save()`, `config.write(file)`, `Database.updateServerSettings()`: the object is stored. */
function itself(callee: Value): Value | undefined {
  return callee.kind === "member" && /^(write|save|store|persist|dump)$|^(write|save|store|persist|update)([A-Z]\w{0,40})?_?(settings|config|configuration|options|preferences)$/i.test(callee.name) ? callee.object : undefined;
}

function isOther(value: Value): boolean {
  return (value.kind === "member" || value.kind === "reference") && others.test(value.name);
}

/** What is given to a function of the program's own that stores it. */
function storedByHelper(call: Call, module: Module, ground: Ground): readonly Value[] {
  return functionsOf(call.callee, module, ground.modules).flatMap(({ value: helper, module: home }) =>
    storedParameters(helper, home, ground).flatMap(({ index, name }) => argumentAt(call, `${index}|${name}`) ?? []),
  );
}

const known = new WeakMap<FunctionValue, readonly Parameter[]>();

function storedParameters(helper: FunctionValue, home: Module, ground: Ground): readonly Parameter[] {
  const before = known.get(helper);
  if (before) return before;
  const stored = callsWithin(home, helper.span).flatMap(({ value }) => storedBy(value, home, ground));
  const values = new Set(stored.flatMap((value) => (value.kind === "reference" ? definitionsOf(value, home).map(({ definition }) => definition.value) : [])));
  const found = helper.parameters.filter((parameter) => values.has(parameter));
  known.set(helper, found);
  return found;
}

/** The names of what a file stores: `write({ SECRET_KEY: config.SECRET_KEY })`. */
export const namesStoredIn = once((module, ground: Ground): ReadonlySet<string> => new Set(storedIn(module, ground).flatMap(({ value }) => namesOf(value, 0))));

function namesOf(value: Value, depth: number): readonly string[] {
  if (depth > 3) return [];
  switch (value.kind) {
    case "reference":
    case "member":
      return [value.name];
    case "record":
      return value.entries.flatMap(({ name, value: item }) => [...(name === undefined || item.kind === "literal" || item.kind === "constant" ? [] : [name]), ...namesOf(item, depth + 1)]);
    case "call":
      return value.args.flatMap((arg) => namesOf(arg.value, depth + 1));
    default:
      return [];
  }
}
