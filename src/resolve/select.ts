import { asName } from "../types/secret.ts";
import type { ArgumentPath } from "../types/slot.ts";
import type { Call, ClassValue, FunctionValue, Member, Parameter, Scope, Value } from "../types/value.ts";
import { into, through, type Flow } from "./flow.ts";
import { definitionsOf, exported, receiverOf, standing, submodule, type Modules } from "./links.ts";
import type { Meanings } from "./meanings.ts";
import { functionsOf, type Symbols } from "./symbols.ts";

/** Bounds on one question: hostile input must not make it long. */
const maxDepth = 32;
const maxFlows = 64;

/** What following needs to know: the files, the libraries, and the names of things. */
export interface Ground {
  readonly modules: Modules;
  readonly meanings: Meanings;
  readonly symbols: Symbols;
}

/** What a reference or an import leads to, one hop. */
export function follow(flow: Flow, ground: Ground): readonly Flow[] {
  const { value, module } = flow;
  if (value.kind === "reference") {
    return definitionsOf(value, module).map(({ definition, module: home, scope }) =>
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
  if (depth > maxDepth) return [];
  const deeper = (next: Flow): readonly Flow[] => select(next, name, ground, depth + 1);
  const { value, module } = flow;
  switch (value.kind) {
    case "record":
      return entry(flow, value, name, deeper);
    case "list": {
      const item = /^\d{1,4}$/.test(name) ? value.items[Number(name)] : undefined;
      return item && !item.spread ? [into(flow, item.value)] : [];
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
      return ofCall(flow, value, name, ground, deeper);
    case "function":
      return value.returns.flatMap((option) => deeper(into(flow, option.value, option.guards))).slice(0, maxFlows);
    default:
      return module.language === "env" ? inScope(flow, module.top, name) : [];
  }
}

/** What `object.name` is: what was assigned to it in this file, else the part of the object. */
export function part(flow: Flow, ground: Ground, depth = 0): readonly Flow[] {
  const value = flow.value as Member;
  if (depth > maxDepth) return [];
  const assigned = assignedTo(flow, value);
  return assigned.length > 0 ? assigned : select(into(flow, value.object), value.name, ground, depth + 1);
}

/** `config.secret = "x"` somewhere else in the file, found by the target's dotted text. */
function assignedTo(flow: Flow, member: Member): readonly Flow[] {
  const text = dotted(member);
  if (text === undefined) return [];
  const bindings = flow.module.bindings.filter(
    ({ target, value }) => target.kind === "member" && target.name === member.name && dotted(target) === text && !(value.span.start <= member.span.start && member.span.end <= value.span.end),
  );
  return bindings.map((binding) => through(flow, { value: binding.value, module: flow.module, guards: binding.guards, span: binding.span, note: text }));
}

/** `app.config.SECRET_KEY` as text, when it consists of names only. */
export function dotted(value: Value): string | undefined {
  const names: string[] = [];
  let at: Value = value;
  while (at.kind === "member" && names.length < 12) {
    names.push(at.name);
    at = at.object;
  }
  return at.kind === "reference" ? [at.name, ...names.reverse()].join(".") : undefined;
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
  return standing(scope.names.get(name) ?? []).map((definition) =>
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

function ofCall(flow: Flow, call: Call, name: string, ground: Ground, deeper: (flow: Flow) => readonly Flow[]): readonly Flow[] {
  const meaning = meaningOf(call, flow, ground);
  if (meaning?.means === "record") return call.args.toReversed().flatMap((arg) => (arg.name === name ? [into(flow, arg.value)] : arg.name === undefined ? deeper(into(flow, arg.value)) : [])).slice(0, 1);
  if (meaning?.means === "same") return subject(flow, call, meaning.of, ground).flatMap(deeper);
  const instance = classesOf(flow, call, ground);
  if (instance.length > 0) return instance.flatMap(deeper);
  return functionsOf(call.callee, flow.module, ground.modules).flatMap((callee) =>
    returned(flow, call, callee).flatMap(deeper),
  );
}

function classesOf(flow: Flow, call: Call, ground: Ground): readonly Flow[] {
  return follow(into(flow, call.callee), ground).flatMap((next) => (next.value.kind === "class" ? [next] : next.value.kind === "import" ? follow(next, ground).filter(({ value }) => value.kind === "class") : []));
}

/** The values that a function returns to this call. */
export function returned(flow: Flow, call: Call, callee: { value: FunctionValue; module: Flow["module"] }): readonly Flow[] {
  if (flow.callers.length > 8) return [];
  const callers = [...flow.callers, { of: callee.value, call, flow }];
  return callee.value.returns.map((option) => ({
    ...through(flow, { value: option.value, module: callee.module, guards: option.guards, span: option.value.span, note: `returned by ${callee.value.name ?? "a function"}` }),
    callers,
  }));
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
  return flow.module.calls
    .filter(({ value }) => functionsOf(value.callee, flow.module, ground.modules).some((callee) => callee.value === owner))
    .flatMap(({ value, guards }) => {
      const argument = argumentAt(value, head);
      return argument ? [through(flow, { value: argument, module: flow.module, guards, span: argument.span, note: parameter.name })] : [];
    })
    .slice(0, maxFlows);
}

/** What a call means by the models, if anything. */
export function meaningOf(call: Call, flow: Flow, ground: Ground) {
  const symbol = ground.symbols(call.callee, flow.module);
  const method = call.callee.kind === "member" ? call.callee.name : undefined;
  return ground.meanings.of(symbol, method, flow.module.language);
}

/** The value that a model's call works on: an argument, or for a method its object. */
export function subject(flow: Flow, call: Call, of: ArgumentPath | undefined, ground: Ground): readonly Flow[] {
  if (of !== undefined) return argumentsAt(flow, call, of, ground);
  return call.callee.kind === "member" ? [into(flow, call.callee.object)] : [];
}

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

/** `f(**options)`: the keyword may be in the record. */
function spreadArgument(call: Call, head: string): Value | undefined {
  const record = /^\d/.test(head) ? undefined : call.args.find((arg) => arg.spread === "record");
  return record && { kind: "member", object: record.value, name: head, span: record.value.span };
}

/** What the functions that a flow leads to return. */
function results(flow: Flow, ground: Ground, depth = 0): readonly Flow[] {
  if (flow.value.kind === "function") return flow.value.returns.map((option) => into(flow, option.value, option.guards));
  if (depth > 6) return [];
  return follow(flow, ground).flatMap((next) => results(next, ground, depth + 1));
}

/** A literal argument that the program uses as a name. */
export function nameAt(call: Call, path: ArgumentPath, flow: Flow, ground: Ground): string | undefined {
  for (const found of argumentsAt(flow, call, path, ground)) {
    let at: readonly Flow[] = [found];
    for (let hop = 0; hop < 6; hop++) {
      const literal = at.find(({ value }) => value.kind === "literal")?.value;
      if (literal?.kind === "literal") return asName(literal.secret);
      at = at.flatMap((next) => hops(next, ground));
    }
  }
  return undefined;
}

/** One hop towards a literal, whatever kind of name the value is. */
function hops(flow: Flow, ground: Ground): readonly Flow[] {
  if (flow.value.kind === "member") return part(flow, ground);
  if (flow.value.kind === "parameter") return given(flow, flow.value, ground);
  return follow(flow, ground);
}
