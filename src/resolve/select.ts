import type { ArgumentPath } from "../types/slot.ts";
import type { Meaning, Schema } from "../types/model.ts";
import { asName } from "../types/secret.ts";
import type { Call, ClassValue, Item, Member, Parameter, Scope, Value } from "../types/value.ts";
import { argumentAt, spreadArgument } from "./arguments.ts";
import { callsElsewhere } from "./elsewhere.ts";
import { into, isSpent, through, type Flow, type Reading } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { contentOf, fileRead } from "./files.ts";
import { follow } from "./follow.ts";
import { exported, receiverOf, standing, submodule } from "./links.ts";
import { classOf, declaredField, notesOf, readAs, readingOf } from "./schemas.ts";
import { assignmentsTo, callsOf, dotted } from "./sites.ts";
import { updatesIn } from "./updates.ts";

/** Bounds on one question: hostile input must not make it long. */
const maxDepth = 32;
/** Values that are looked at in one hop. */
export const maxFlows = 64;

/** The entry, field, attribute or exported name `name` of what the flow's value is; with no name, every entry. */
export function select(flow: Flow, name: string | undefined, ground: Ground, depth = 0): readonly Flow[] {
  if (depth > maxDepth || isSpent(flow)) return [];
  const found = selectHere(flow, name, ground, depth);
  return found.length > 0 || name === undefined ? found : describedElsewhere(flow, name, ground, depth);
}

/** Settings that calls elsewhere in the project describe. */
function describedElsewhere(flow: Flow, name: string, ground: Ground, depth: number): readonly Flow[] {
  const meaning = ground.meanings.of(ground.symbols(flow.value, flow.module), undefined, flow.module.language);
  if (meaning?.means !== "described") return [];
  return callsElsewhere(flow, meaning, ground).flatMap((call) => select(call, name, ground, depth + 1)).slice(0, maxFlows);
}

function selectHere(flow: Flow, name: string | undefined, ground: Ground, depth: number): readonly Flow[] {
  const deeper = (next: Flow): readonly Flow[] => select(next, name, ground, depth + 1);
  const { value, module } = flow;
  if (flow.reading) return entryRead(flow, flow.reading, name, ground, depth);
  const named = value.kind === "reference" || value.kind === "member";
  const assigned = named && name !== undefined ? [...assignedTo(flow, value, name), ...updatedIn(flow, value, name, ground, depth)] : [];
  if (assigned.length > 0) return assigned.slice(0, maxFlows);
  switch (value.kind) {
    case "record":
      return name === undefined ? everyEntry(flow, value, deeper) : entry(flow, value, name, deeper);
    case "list":
      return itemsOf(flow, value, name);
    case "class":
      return name === undefined ? [] : field(flow, value, name, ground, deeper);
    case "choice":
      return value.options.flatMap((option) => deeper(into(flow, option.value, option.guards))).slice(0, maxFlows);
    case "reference": {
      const receiver = receiverOf(value);
      return receiver ? ofReceiver(flow, receiver, name, ground, deeper) : follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
    }
    case "item":
      return item(flow, value, ground, depth + 1).flatMap(deeper).slice(0, maxFlows);
    case "import":
      return fromModule(flow, name, ground, deeper);
    case "member": {
      const same = ground.meanings.of(ground.symbols(value, module), undefined, module.language)?.means === "same";
      return same ? deeper(into(flow, value.object)) : part(flow, ground, depth + 1).flatMap(deeper).slice(0, maxFlows);
    }
    case "parameter":
      return ofParameter(flow, value, ground, deeper);
    case "call":
      return ofCall(flow, value, name, ground, deeper, depth);
    case "function":
      return value.returns.flatMap((option) => deeper(into(flow, option.value, option.guards))).slice(0, maxFlows);
    default:
      return module.language === "env" ? inScope(flow, module.top, name) : [];
  }
}

/** What a parameter is given, or else its default, what a decorator names for it, or an instance of the class that it is declared as. */
function ofParameter(flow: Flow, value: Parameter, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const known = given(flow, value, ground).flatMap(deeper).slice(0, maxFlows);
  const parts = [value.default, ...(value.decorators ?? []), value.type].flatMap((one) => one ?? []);
  return parts.reduce<readonly Flow[]>((found, one) => (found.length > 0 ? found : deeper(into(flow, one))), known);
}

/** `self.key`, `this.key`: of a class of settings, as it is read. */
function ofReceiver(flow: Flow, scope: Scope, name: string | undefined, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const owner = classOf(scope);
  const whole = owner && into(flow, owner);
  return whole && readingOf(whole, ground) ? deeper(whole) : inScope(flow, scope, name);
}

/** What `object.name` is. */
export function part(flow: Flow, ground: Ground, depth = 0): readonly Flow[] {
  const value = flow.value as Member;
  return select(into(flow, value.object), value.name, ground, depth + 1);
}

/** What `object[key]` is: the entry that a known key names, or else every entry. */
export function item(flow: Flow, { object, key }: Item, ground: Ground, depth = 0): readonly Flow[] {
  return select(into(flow, object), nameOf(into(flow, key), ground), ground, depth + 1);
}

/** The text that a name leads to, when it leads to that alone. */
export function nameOf(flow: Flow, ground: Ground, depth = 0): string | undefined {
  const { value } = flow;
  if (value.kind === "literal") return asName(value.secret);
  if (value.kind === "constant" && typeof value.value === "number") return String(value.value);
  const next = depth > 6 || isSpent(flow) ? [] : value.kind === "parameter" ? given(flow, value, ground) : value.kind === "member" ? part(flow, ground) : follow(flow, ground);
  return next.length === 1 && next[0] ? nameOf(next[0], ground, depth + 1) : undefined;
}

/** `config.secret = "x"` somewhere else in the file, found by the target's dotted text. */
function assignedTo(flow: Flow, object: Value, name: string): readonly Flow[] {
  const text = dotted(object);
  if (text === undefined) return [];
  const bindings = assignmentsTo(`${text}.${name}`, flow.module).slice(-maxFlows).filter(({ value }) => !(value.span.start <= object.span.start && object.span.end <= value.span.end));
  return bindings.map((binding) => through(flow, { value: binding.value, module: flow.module, guards: binding.guards, span: binding.span, note: `${text}.${name}` }));
}

/** `config.update(secret="x")`, `Object.assign(config, { secret: "x" })`, `config.read("config.ini")` somewhere in the file. */
function updatedIn(flow: Flow, object: Value, name: string, ground: Ground, depth: number): readonly Flow[] {
  const text = dotted(object);
  if (text === undefined) return [];
  return (updatesIn(flow.module, ground).get(text) ?? []).slice(-maxFlows).flatMap(({ target, site: { value: call, guards } }) => {
    const next = into(flow, call, guards);
    if (meaningOf(call, flow, ground)?.means === "file") return inFile(next, ground, (content) => select(content, name, ground, depth + 1));
    return entriesGiven(next, { ...call, args: call.args.filter((arg) => arg.value !== target) }, name, ground, depth).slice(0, 1);
  });
}

/** The entry of a name among a call's keywords and mappings, the last first. */
function entriesGiven(flow: Flow, call: Call, name: string | undefined, ground: Ground, depth: number): readonly Flow[] {
  return call.args.toReversed().flatMap((arg) => {
    if (arg.name !== undefined && (arg.name === name || name === undefined)) return [through(flow, { value: arg.value, module: flow.module, span: arg.value.span, note: arg.name })];
    return arg.name === undefined ? select(into(flow, arg.value), name, ground, depth + 1) : [];
  });
}

function entry(flow: Flow, record: Extract<Value, { kind: "record" }>, name: string, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  for (const { name: key, value, span } of record.entries.toReversed()) {
    if (key === name) return [through(flow, { value, module: flow.module, span, note: name })];
    const found = key === undefined ? deeper(into(flow, value)) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Every entry: each name tells where it is meant to run, `{ production: …, development: … }`. */
function everyEntry(flow: Flow, record: Extract<Value, { kind: "record" }>, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  return record.entries.slice(0, maxFlows).flatMap(({ name, value, span }) =>
    name === undefined ? deeper(into(flow, value)) : [through(flow, { value, module: flow.module, span, note: name, within: name })]);
}

function itemsOf(flow: Flow, { items }: Extract<Value, { kind: "list" }>, name: string | undefined): readonly Flow[] {
  const wanted = name === undefined ? items.slice(0, maxFlows) : /^\d{1,4}$/.test(name) ? items.slice(Number(name), Number(name) + 1) : [];
  return wanted.flatMap(({ value, spread }) => (spread ? [] : [into(flow, value)]));
}

function field(flow: Flow, value: ClassValue, name: string, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const own = inScope(flow, value.scope, name);
  const declared = (): readonly Flow[] => declaredField(flow, value, name);
  const inherited = (): readonly Flow[] => value.bases.flatMap((base) => deeper(into(flow, base)));
  const reading = readingOf(flow, ground);
  if (!reading) return [() => own, inherited, declared].map((one) => one()).find((found) => found.length > 0) ?? [];
  // Declared anew without a value, a field of settings has no default any more.
  const here = own.length > 0 ? own : declared();
  if (here.length > 0) return here.map((one) => readAs(one, name, reading, ground, notesOf(flow, value, name)));
  return inherited().map((one) => readAs(one, name, reading, ground, one.reading?.notes));
}

/** An entry of what a library reads: of the description that the call names, or of an entry that holds others. */
function entryRead(flow: Flow, reading: Reading, name: string | undefined, ground: Ground, depth: number): readonly Flow[] {
  const bare = into(flow, flow.value);
  const found = (next: readonly Flow[]): readonly Flow[] => next.flatMap((one) => select(one, name, ground, depth + 1));
  const { value } = flow;
  if (name === undefined) return found([bare]);
  if (reading.path.length > 0 || value.kind !== "call") return found([bare]).map((one) => readAs(one, name, reading, ground));
  for (const entries of reading.schema.entries.split("|")) {
    const described = entries === "**" ? entriesGiven(bare, value, name, ground, depth).slice(0, 1) : found(entries === "this" ? [calledOn(bare, value)] : argumentsAt(bare, value, entries, ground));
    if (described.length > 0) return described.slice(0, maxFlows).map((one) => readAs(one, name, reading, ground));
  }
  return reading.schema.open ? [readAs(into(bare, { kind: "opaque", span: value.span }), name, reading, ground)] : [];
}

function inScope(flow: Flow, scope: Scope, name: string | undefined): readonly Flow[] {
  return name === undefined ? [] : standing(scope.names.get(name) ?? []).slice(-maxFlows).map((definition) =>
    through(flow, { value: definition.value, module: flow.module, guards: definition.guards, span: definition.span, note: name, within: scope.kind === "class" ? scope.name : undefined }),
  );
}

function fromModule(flow: Flow, name: string | undefined, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const value = flow.value as Extract<Value, { kind: "import" }>;
  const target = ground.modules.imported(value.from, flow.module);
  if (!target) return [];
  if (value.name !== undefined || name === undefined) return follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
  const links = exported(target, name, ground.modules);
  if (links.length > 0) {
    return links.map(({ definition, module }) => through(flow, { value: definition.value, module, guards: definition.guards, span: definition.span, note: name }));
  }
  if (flow.module.language === "javascript") return follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
  const inner = submodule(value, name);
  return ground.modules.imported(inner.from, flow.module) ? [into(flow, inner)] : [];
}

function ofCall(flow: Flow, call: Call, name: string | undefined, ground: Ground, deeper: (flow: Flow) => readonly Flow[], depth: number): readonly Flow[] {
  const reading = readingOf(flow, ground);
  if (reading?.schema.result === undefined) { if (reading) return deeper({ ...flow, reading }); }
  else if (name !== undefined && name === resultOf(flow, call, reading.schema.result, ground)) return [{ ...flow, reading }];
  const meaning = meaningOf(call, flow, ground);
  if (meaning?.means === "record") return entriesGiven(flow, call, name, ground, depth).slice(0, name === undefined ? maxFlows : 1);
  if (meaning?.means === "same") return subject(flow, call, meaning.of, ground).flatMap(deeper);
  if (meaning?.means === "get" || meaning?.means === "env") return gotten(flow, call, meaning, ground).flatMap(deeper);
  if (meaning?.means === "file") return inFile(flow, ground, deeper);
  const instance = classesOf(flow, call, ground);
  if (instance.length > 0) return fieldGiven(flow, call, instance, name, ground) ?? instance.flatMap(deeper);
  return returned(flow, call, ground).flatMap(deeper);
}

/** What is taken out of a mapping, to be taken apart itself: `config.get("jwt").secret`. */
function gotten(flow: Flow, call: Call, { name: at, between }: Extract<Meaning, { means: "get" | "env" }>, ground: Ground): readonly Flow[] {
  const name = at === undefined ? undefined : argumentsAt(flow, call, at, ground).map((one) => nameOf(one, ground)).find((one) => one !== undefined);
  return name === undefined ? [] : entryAt([calledOn(flow, call)], name, between, ground);
}

/** The name under which a call gives what it read. */
function resultOf(flow: Flow, call: Call, result: NonNullable<Schema["result"]>, ground: Ground): string | undefined {
  if (typeof result === "string") return result;
  const names = argumentsAt(flow, call, result.at, ground).flatMap((one) => nameOf(one, ground) ?? []);
  return (names.find((name) => name.startsWith("--")) ?? names[0])?.replace(/^--?/, "").replaceAll("-", "_");
}

/** `Settings(secret="x")`: what a class of settings is given, it does not read. */
function fieldGiven(flow: Flow, call: Call, instance: readonly Flow[], name: string | undefined, ground: Ground): readonly Flow[] | undefined {
  const argument = name === undefined ? undefined : call.args.find((arg) => arg.name === name);
  return argument && name !== undefined && instance.some((one) => readingOf(one, ground)) ? [through(flow, { value: argument.value, module: flow.module, span: argument.value.span, note: name })] : undefined;
}

function inFile(flow: Flow, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const module = fileRead(flow, ground);
  return module ? deeper(contentOf(flow, module)) : [];
}

/** The class, when a call makes an instance of one. */
export function classesOf(flow: Flow, call: Call, ground: Ground): readonly Flow[] {
  return reached(into(flow, call.callee), "class", ground);
}

/** What a value leads to that is a function, or a class. */
function reached(flow: Flow, kind: "function" | "class", ground: Ground, depth = 0): readonly Flow[] {
  if (flow.value.kind === kind) return [flow];
  if (depth > 8 || isSpent(flow)) return [];
  const next = flow.value.kind === "member" ? part(flow, ground) : flow.value.kind === "reference" || flow.value.kind === "import" ? follow(flow, ground) : [];
  return next.flatMap((one) => reached(one, kind, ground, depth + 1)).slice(0, 8);
}

/** The values that the scope's own functions return to this call. */
export function returned(flow: Flow, call: Call, ground: Ground): readonly Flow[] {
  if (flow.callers.length > 8) return [];
  return reached(into(flow, call.callee), "function", ground).flatMap(({ value, module }) => {
    if (value.kind !== "function") return [];
    const callers = [...flow.callers, { of: value, call, flow }];
    return value.returns.map((option) =>
      through({ ...flow, callers }, { value: option.value, module, guards: option.guards, span: option.value.span, note: `returned by ${value.name ?? "a function"}` }),
    );
  });
}

/** What is given for a parameter: by the call that the way came through, else by the calls in the same file. */
export function given(flow: Flow, parameter: Parameter, ground: Ground): readonly Flow[] {
  if (parameter.index < 0) return [];
  const owner = parameter.of();
  const head = `${parameter.index}|${parameter.name}`;
  const caller = flow.callers.findLast(({ of }) => of === owner);
  if (caller) {
    const argument = argumentAt(caller.call, head);
    return argument ? [{ ...into(caller.flow, argument), guards: flow.guards, within: flow.within, trail: flow.trail }] : [];
  }
  return callsOf(owner, flow.module, ground.modules)
    .slice(0, maxFlows)
    .flatMap(({ value, guards, module }) => {
      const argument = argumentAt(value, head);
      return argument ? [through(flow, { value: argument, module, guards, span: argument.span, note: parameter.name })] : [];
    });
}

/** The value that a model's call works on: an argument, or for a method its object. */
export function subject(flow: Flow, call: Call, of: ArgumentPath | undefined, ground: Ground): readonly Flow[] {
  if (of !== undefined) return argumentsAt(flow, call, of, ground);
  return call.callee.kind === "member" ? [into(flow, call.callee.object)] : [];
}

/** What a method is called on, or the function itself: a schema can be both. */
function calledOn(flow: Flow, { callee }: Call): Flow {
  return into(flow, callee.kind === "member" ? callee.object : callee);
}

/** The entry that a name leads to, through those that hold it when something stands between their names: `jwt.secret`. */
export function entryAt(objects: readonly Flow[], name: string, between: string | undefined, ground: Ground): readonly Flow[] {
  const whole = objects.flatMap((object) => select(object, name, ground));
  if (whole.length > 0 || between === undefined || !name.includes(between)) return whole;
  return name.split(between).reduce((flows, part) => flows.flatMap((flow) => select(flow, part, ground)), objects);
}

/** All that can stand at an argument path of a call: `0.session.secret`, `0.useFactory().secret`, `1|key`. */
export function argumentsAt(flow: Flow, call: Call, path: ArgumentPath, ground: Ground): readonly Flow[] {
  return path.split("|").flatMap((alternative) => {
    const [head = "", ...rest] = alternative.split(".");
    const given = argumentAt(call, head.replace("()", "")) ?? spreadArgument(call, head);
    if (given === undefined) return [];
    let flows: readonly Flow[] = head.endsWith("()") ? results(into(flow, given), ground) : [into(flow, given)];
    for (const part of rest) {
      flows = flows.flatMap((next) => {
        const found = select(next, part.startsWith("*") ? undefined : part.replace("()", ""), ground);
        return part.endsWith("()") ? found.flatMap((one) => results(one, ground)) : found;
      });
    }
    return flows;
  }).slice(0, maxFlows);
}

/** What the functions that a flow leads to return, and the classes make. */
function results(flow: Flow, ground: Ground, depth = 0): readonly Flow[] {
  if (flow.value.kind === "class") return [flow];
  if (flow.value.kind === "function") return flow.value.returns.map((option) => into(flow, option.value, option.guards));
  if (depth > 6 || isSpent(flow)) return [];
  return follow(flow, ground).flatMap((next) => results(next, ground, depth + 1));
}
