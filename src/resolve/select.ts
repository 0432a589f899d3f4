import type { ArgumentPath } from "../types/slot.ts";
import type { Call, ClassValue, Member, Parameter, Scope, Value } from "../types/value.ts";
import { argumentAt, recordOf, spreadArgument } from "./arguments.ts";
import { into, isSpent, through, type Flow } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { exported, namesakes, receiverOf, standing, submodule } from "./links.ts";
import { assignmentsTo, callsOf, dotted } from "./sites.ts";
import { updatesIn } from "./updates.ts";

/** Bounds on one question: hostile input must not make it long. */
const maxDepth = 32;
/** Values that are looked at in one hop. */
export const maxFlows = 64;

/** What a reference or an import leads to, one hop. */
export function follow(flow: Flow, ground: Ground): readonly Flow[] {
  const { value, module } = flow;
  if (value.kind === "reference") {
    return namesakes(value, module, ground.modules).map(({ definition, module: home, scope }) =>
      through(flow, { value: definition.value, module: home, guards: definition.guards, span: definition.span, note: value.name, within: scope.kind === "class" ? scope.name : undefined }),
    );
  }
  if (value.kind !== "import") return [];
  const target = ground.modules.imported(value.from, module);
  if (!target) return [];
  const name = value.name ?? (module.language === "javascript" ? "=" : undefined);
  if (name === undefined) return [];
  const links = exported(target, name, ground.modules);
  if (links.length === 0 && value.name !== undefined && module.language === "python") return [into(flow, submodule(value, value.name))];
  return links.map(({ definition, module: home }) =>
    through(flow, { value: definition.value, module: home, guards: definition.guards, span: definition.span, note: value.name ?? "exports" }),
  );
}

/** The entry, field, attribute or exported name `name` of what the flow's value is. */
export function select(flow: Flow, name: string, ground: Ground, depth = 0): readonly Flow[] {
  if (depth > maxDepth || isSpent(flow)) return [];
  const deeper = (next: Flow): readonly Flow[] => select(next, name, ground, depth + 1);
  const { value, module } = flow;
  const assigned = value.kind === "reference" || value.kind === "member" ? [...assignedTo(flow, value, name), ...updatedIn(flow, value, name, ground, depth)] : [];
  if (assigned.length > 0) return assigned.slice(0, maxFlows);
  switch (value.kind) {
    case "record":
      return entry(flow, value, name, deeper);
    case "list": {
      const item = /^\d{1,4}$/.test(name) ? value.items[Number(name)] : undefined;
      const pairs = item ? undefined : recordOf(value);
      return pairs ? entry(flow, pairs, name, deeper) : item && !item.spread ? [into(flow, item.value)] : [];
    }
    case "class":
      return field(flow, value, name, deeper);
    case "choice":
      return value.options.flatMap((option) => deeper(into(flow, option.value, option.guards))).slice(0, maxFlows);
    case "reference": {
      const receiver = receiverOf(value);
      return receiver ? inScope(flow, receiver, name) : follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
    }
    case "import":
      return fromModule(flow, name, ground, deeper);
    case "member":
      return part(flow, ground, depth + 1).flatMap(deeper).slice(0, maxFlows);
    case "parameter":
      return given(flow, value, ground).flatMap(deeper).slice(0, maxFlows);
    case "call":
      return ofCall(flow, value, name, ground, deeper, depth);
    case "function":
      return value.returns.flatMap((option) => deeper(into(flow, option.value, option.guards))).slice(0, maxFlows);
    default:
      return module.language === "env" ? inScope(flow, module.top, name) : [];
  }
}

/** What `object.name` is. */
export function part(flow: Flow, ground: Ground, depth = 0): readonly Flow[] {
  const value = flow.value as Member;
  return select(into(flow, value.object), value.name, ground, depth + 1);
}

/** `config.secret = "x"` somewhere else in the file, found by the target's dotted text. */
function assignedTo(flow: Flow, object: Value, name: string): readonly Flow[] {
  const text = dotted(object);
  if (text === undefined) return [];
  const bindings = assignmentsTo(`${text}.${name}`, flow.module).slice(-maxFlows).filter(({ value }) => !(value.span.start <= object.span.start && object.span.end <= value.span.end));
  return bindings.map((binding) => through(flow, { value: binding.value, module: flow.module, guards: binding.guards, span: binding.span, note: `${text}.${name}` }));
}

/** `config.update(secret="x")`, `Object.assign(config, { secret: "x" })` somewhere in the file. */
function updatedIn(flow: Flow, object: Value, name: string, ground: Ground, depth: number): readonly Flow[] {
  const text = dotted(object);
  if (text === undefined) return [];
  return (updatesIn(flow.module, ground).get(text) ?? []).slice(-maxFlows).flatMap(({ target, site: { value: call, guards } }) =>
    entriesGiven(into(flow, call, guards), { ...call, args: call.args.filter((arg) => arg.value !== target) }, name, ground, depth).slice(0, 1),
  );
}

/** The entry of a name among a call's keywords and mappings, the last first. */
function entriesGiven(flow: Flow, call: Call, name: string, ground: Ground, depth: number): readonly Flow[] {
  return call.args.toReversed().flatMap((arg) => {
    if (arg.name === name) return [through(flow, { value: arg.value, module: flow.module, span: arg.value.span, note: name })];
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

function field(flow: Flow, value: ClassValue, name: string, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const own = inScope(flow, value.scope, name);
  return own.length > 0 ? own : value.bases.flatMap((base) => deeper(into(flow, base)));
}

function inScope(flow: Flow, scope: Scope, name: string): readonly Flow[] {
  return standing(scope.names.get(name) ?? []).slice(-maxFlows).map((definition) =>
    through(flow, { value: definition.value, module: flow.module, guards: definition.guards, span: definition.span, note: name, within: scope.kind === "class" ? scope.name : undefined }),
  );
}

function fromModule(flow: Flow, name: string, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const value = flow.value as Extract<Value, { kind: "import" }>;
  const target = ground.modules.imported(value.from, flow.module);
  if (!target) return [];
  if (value.name !== undefined) return follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
  const links = exported(target, name, ground.modules);
  if (links.length > 0) {
    return links.map(({ definition, module }) => through(flow, { value: definition.value, module, guards: definition.guards, span: definition.span, note: name }));
  }
  if (flow.module.language === "javascript") return follow(flow, ground).flatMap(deeper).slice(0, maxFlows);
  const inner = submodule(value, name);
  return ground.modules.imported(inner.from, flow.module) ? [into(flow, inner)] : [];
}

function ofCall(flow: Flow, call: Call, name: string, ground: Ground, deeper: (flow: Flow) => readonly Flow[], depth: number): readonly Flow[] {
  const meaning = meaningOf(call, flow, ground);
  if (meaning?.means === "record") return entriesGiven(flow, call, name, ground, depth).slice(0, 1);
  if (meaning?.means === "same") return subject(flow, call, meaning.of, ground).flatMap(deeper);
  const instance = classesOf(flow, call, ground);
  if (instance.length > 0) return instance.flatMap(deeper);
  return returned(flow, call, ground).flatMap(deeper);
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
    return value.returns.map((option) => ({
      ...through(flow, { value: option.value, module, guards: option.guards, span: option.value.span, note: `returned by ${value.name ?? "a function"}` }),
      callers,
    }));
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
    return argument ? [{ ...into(caller.flow, argument), trail: flow.trail }] : [];
  }
  return callsOf(owner, flow.module, ground.modules)
    .slice(0, maxFlows)
    .flatMap(({ value, guards }) => {
      const argument = argumentAt(value, head);
      return argument ? [through(flow, { value: argument, module: flow.module, guards, span: argument.span, note: parameter.name })] : [];
    });
}

/** The value that a model's call works on: an argument, or for a method its object. */
export function subject(flow: Flow, call: Call, of: ArgumentPath | undefined, ground: Ground): readonly Flow[] {
  if (of !== undefined) return argumentsAt(flow, call, of, ground);
  return call.callee.kind === "member" ? [into(flow, call.callee.object)] : [];
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
        const found = select(next, part.replace("()", ""), ground);
        return part.endsWith("()") ? found.flatMap((one) => results(one, ground)) : found;
      });
    }
    return flows;
  }).slice(0, maxFlows);
}

/** What the functions that a flow leads to return. */
function results(flow: Flow, ground: Ground, depth = 0): readonly Flow[] {
  if (flow.value.kind === "function") return flow.value.returns.map((option) => into(flow, option.value, option.guards));
  if (depth > 6 || isSpent(flow)) return [];
  return follow(flow, ground).flatMap((next) => results(next, ground, depth + 1));
}
