import type { Binding, Module } from "../types/module.ts";
import type { ArgumentPath } from "../types/slot.ts";
import { asName } from "../types/secret.ts";
import { dotted, type Call, type ClassValue, type Item, type Member, type Parameter, type Scope, type Value } from "../types/value.ts";
import { argumentAt, argumentFor, recordOf, spreadArgument } from "./arguments.ts";
import { descriptionsOf } from "./elsewhere.ts";
import { into, isSpent, nested, through, type Flow } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { areApart } from "./identity.ts";
import { contentOf, fileRead } from "./files.ts";
import { follow } from "./follow.ts";
import { classOf, definitionsOf, exported, leftBy, receiverOf, standing, submodule } from "./links.ts";
import { callRead, calledOn, entriesRead, fieldGiven, fieldsRead, nameGiven, selfRead, type Ways } from "./reading.ts";
import { declaredField, readingOf } from "./schemas.ts";
import { bindingsOf, callsOf, listsFor } from "./sites.ts";
import { updatesIn } from "./updates.ts";

/** Bounds on one question: hostile input must not make it long. */
const maxDepth = 32;
/** Values that are looked at in one hop. */
export const maxFlows = 64;
/** Calls that are looked at for one parameter: a suite of tests calls its helper some hundred times, each time with other options. */
const mostCallers = 512;

/** The entry, field, attribute or exported name `name` of what the flow's value is; with no name, every entry. */
export function select(flow: Flow, name: string | undefined, ground: Ground, depth = 0): readonly Flow[] {
  if (depth > maxDepth || isSpent(flow)) return [];
  return nested(flow, () => {
    const found = selectHere(flow, name, ground, depth);
    return found.length > 0 || name === undefined ? found : descriptionsOf(flow, ground).flatMap((one) => select(one, name, ground, depth + 1)).slice(0, maxFlows);
  });
}

/** What is put there later hides what stands where the value is made; under a condition it leaves that in the other case. */
function selectHere(flow: Flow, name: string | undefined, ground: Ground, depth: number): readonly Flow[] {
  const { value, module } = flow;
  if (flow.reading) return entriesRead(flow, flow.reading, name, ground, ways(depth)).slice(0, maxFlows);
  if (name === undefined || (value.kind !== "reference" && value.kind !== "member")) return selectMade(flow, name, ground, depth);
  const bindings = assignedTo(value, name, module);
  const added = updatedIn(flow, value, name, ground, depth);
  const assigned = bindings.map((binding) => through(flow, { value: binding.value, module, guards: binding.guards, span: binding.span, note: `${dotted(value) ?? ""}.${name}` }));
  if (assigned.length + added.length === 0) return selectMade(flow, name, ground, depth);
  const made = added.length === 0 && bindings.every((binding) => isConditional(binding, value, module)) ? selectMade(into(flow, value, leftBy({ guards: [] }, bindings)), name, ground, depth) : [];
  return [...assigned, ...added, ...made].slice(0, maxFlows);
}

/** Whether an assignment stands under a condition that the making of its object does not stand under. */
function isConditional({ guards }: Binding, object: Value, module: Module): boolean {
  const around = new Set(object.kind === "reference" ? definitionsOf(object, module).flatMap(({ definition }) => definition.guards) : []);
  return guards.some((guard) => !around.has(guard));
}

/** What the value itself says, where it is made. */
function selectMade(flow: Flow, name: string | undefined, ground: Ground, depth: number): readonly Flow[] {
  const deeper = (next: Flow): readonly Flow[] => select(next, name, ground, depth + 1);
  const { value, module } = flow;
  switch (value.kind) {
    case "record":
      return name === undefined ? everyEntry(flow, value, deeper) : entry(flow, value, name, deeper);
    case "list": {
      const pairs = name === undefined || /^\d{1,4}$/.test(name) ? undefined : recordOf(value);
      return pairs && name !== undefined ? entry(flow, pairs, name, deeper) : itemsOf(flow, value, name);
    }
    case "class":
      return name === undefined ? [] : field(flow, value, name, ground, deeper);
    case "choice":
      return value.options.flatMap((option) => deeper(into(flow, option.value, option.guards))).slice(0, maxFlows);
    case "reference": {
      const receiver = receiverOf(value);
      return receiver ? (selfRead(flow, receiver, ground)?.flatMap(deeper) ?? ownField(flow, receiver, name, deeper)) : follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
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

function ways(depth: number): Ways {
  return {
    select: (flow, name, ground) => select(flow, name, ground, depth + 1),
    keyword: (flow, call, name, ground) => entriesGiven(flow, call, name, ground, depth).slice(0, 1),
    argumentsAt,
    nameOf: (flow, ground) => nameOf(flow, ground),
  };
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
function assignedTo(object: Value, name: string, module: Module): readonly Binding[] {
  const text = dotted(object);
  if (text === undefined) return [];
  return bindingsOf(`${text}.${name}`, module).slice(-maxFlows).filter(({ target, value }) => !(value.span.start <= object.span.start && object.span.end <= value.span.end) && !areApart(object, target, module));
}

/** `config.update(secret="x")`, `Object.assign(config, { secret: "x" })`, `config.read("config.ini")` somewhere in the file. */
function updatedIn(flow: Flow, object: Value, name: string, ground: Ground, depth: number): readonly Flow[] {
  const text = dotted(object);
  if (text === undefined) return [];
  const updates = (updatesIn(flow.module, ground).get(text) ?? []).slice(-maxFlows).filter(({ target }) => !areApart(object, target, flow.module));
  return updates.flatMap(({ target, site: { value: call, guards } }) => {
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
  const one = name !== undefined && /^-?\d{1,4}$/.test(name) ? items.at(Number(name)) : undefined;
  const wanted = name === undefined ? items.slice(0, maxFlows) : one ? [one] : [];
  return wanted.flatMap(({ value, spread }) => (spread ? [] : [into(flow, value)]));
}

function field(flow: Flow, value: ClassValue, name: string, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const own = inScope(flow, value.scope, name);
  const inherited = (): readonly Flow[] => value.bases.flatMap((base) => deeper(into(flow, base)));
  const reading = readingOf(flow, ground);
  if (reading) return fieldsRead(flow, value, name, reading, { own, inherited }, ground);
  const found = own.length > 0 ? own : inherited();
  return found.length > 0 ? found : declaredField(flow, value, name);
}

/** What `self.name` and `this.name` are: a field of the class around, or of a base. */
function ownField(flow: Flow, scope: Scope, name: string | undefined, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const own = inScope(flow, scope, name);
  return own.length > 0 || name === undefined ? own : (classOf(scope)?.bases ?? []).flatMap((base) => deeper(into(flow, base)));
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
  const read = callRead(flow, call, name, ground, ways(depth));
  if (read) return read.slice(0, maxFlows);
  const meaning = meaningOf(call, flow, ground);
  if (meaning?.means === "record") return entriesGiven(flow, call, name, ground, depth).slice(0, name === undefined ? maxFlows : 1);
  if (meaning?.means === "same") return subject(flow, call, meaning.of, ground).flatMap(deeper);
  if (meaning?.means === "get" || meaning?.means === "env") {
    const key = meaning.name === undefined ? undefined : nameGiven(flow, call, meaning.name, ground, ways(depth));
    return key === undefined ? [] : entryAt([calledOn(flow, call)], key, meaning.between, ground).flatMap(deeper);
  }
  if (meaning?.means === "file") return inFile(flow, ground, deeper);
  const instance = classesOf(flow, call, ground);
  if (instance.length > 0) return fieldGiven(flow, call, name) ?? instance.flatMap(deeper);
  return returned(flow, call, ground).flatMap(deeper);
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
  const caller = flow.callers.findLast(({ of }) => of === owner);
  if (caller) {
    const argument = givenBy(caller.flow, caller.call, parameter, ground);
    return argument ? [{ ...into(caller.flow, argument), guards: flow.guards, within: flow.within, trail: flow.trail }] : [];
  }
  const list = parameter.index === 0 ? listsFor(flow.module).get(owner) : undefined;
  if (list) return select(into(flow, list), undefined, ground, 1);
  return callsOf(owner, flow.module, ground.modules)
    .slice(0, mostCallers)
    .flatMap(({ value, guards, module }) => {
      const argument = givenBy({ ...flow, module }, value, parameter, ground);
      return argument ? [through(flow, { value: argument, module, guards, span: argument.span, note: parameter.name })] : [];
    });
}

/** What a call gives for a parameter: an argument, or an entry of a mapping that is spread, `f(**options)`. */
function givenBy(flow: Flow, call: Call, parameter: Parameter, ground: Ground): Value | undefined {
  const argument = argumentFor(call, parameter);
  const entry = argument || parameter.rest !== undefined ? undefined : spreadArgument(call, parameter.name);
  return entry && part(into(flow, entry), ground).length > 0 ? entry : argument;
}

/** The value that a model's call works on: an argument, or for a method its object. */
export function subject(flow: Flow, call: Call, of: ArgumentPath | undefined, ground: Ground): readonly Flow[] {
  if (of !== undefined) return argumentsAt(flow, call, of, ground);
  return call.callee.kind === "member" ? [into(flow, call.callee.object)] : [];
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
