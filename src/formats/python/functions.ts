import type { ClassValue, FunctionValue, Option, Parameter, Scope, Value } from "../../types/value.ts";
import { ownedBy } from "../builder.ts";
import { gotten } from "../getters.ts";
import { argumentsOf } from "./calls.ts";
import { maskedNames } from "./targets.ts";
import { annotation } from "./annotations.ts";
import { child, grouped, inside, split, type Node } from "./tree.ts";
import { opaque, spanOf, written, type Walk } from "./walk.ts";

/** Decorators of attributes that are reckoned when they are read. */
const properties = new Set(["property", "cached_property", "computed_field"]);

/** `def`: defined under its name before its body is walked, a property after it. A static method's first parameter is like any other. */
export function defineFunction(walk: Walk, node: Node, decorators: readonly Value[]): void {
  const { builder } = walk;
  const named = child(node, "VariableName");
  const name = named && written(walk, named);
  const scope = newScope(walk, "function", name);
  const returns: Option[] = [];
  const parameters: Parameter[] = [];
  const value: FunctionValue = { kind: "function", ...(name === undefined ? {} : { name }), parameters, returns, ...(decorators.length > 0 ? { decorators } : {}), scope, span: spanOf(node) };
  walk.value(child(node, "TypeDef"));
  const names = decorators.map((decorator) => (decorator.kind === "reference" || decorator.kind === "member" ? decorator.name : ""));
  const isProperty = names.some((one) => properties.has(one));
  addParameters(walk, parameters, node, ownedBy(value), builder.scope.kind === "class" && !names.includes("staticmethod"));
  if (named && name !== undefined && !isProperty) builder.define(name, value, spanOf(named));
  builder.note(value);
  builder.inScope(scope, () => {
    defineParameters(walk, parameters);
    const outer = walk.returns;
    walk.returns = returns;
    walk.block(child(node, "Body"), true);
    walk.returns = outer;
  });
  if (named && name !== undefined && isProperty) builder.define(name, gotten(builder, value, value.span), spanOf(named));
}

export function lambdaValue(walk: Walk, node: Node): FunctionValue {
  const scope = newScope(walk, "function", undefined);
  const returns: Option[] = [];
  const parameters: Parameter[] = [];
  const value: FunctionValue = { kind: "function", parameters, returns, scope, span: spanOf(node) };
  addParameters(walk, parameters, node, ownedBy(value), false);
  walk.builder.note(value);
  walk.builder.inScope(scope, () => {
    defineParameters(walk, parameters);
    const last = node.children.at(-1);
    returns.push({ value: walk.value(last?.name === ":" ? undefined : last), guards: [] });
  });
  return value;
}

export function defineClass(walk: Walk, node: Node, decorators: readonly Value[]): void {
  const { builder } = walk;
  const named = child(node, "VariableName");
  const name = named && written(walk, named);
  const bases = argumentsOf(walk, child(node, "ArgList")).filter((arg) => arg.name === undefined && arg.spread === undefined);
  const scope = newScope(walk, "class", name);
  const value: ClassValue = { kind: "class", ...(name === undefined ? {} : { name }), bases: bases.map((base) => base.value), scope, ...(decorators.length > 0 ? { decorators } : {}), span: spanOf(node) };
  if (named && name !== undefined) builder.define(name, value, spanOf(named));
  builder.inScope(scope, () => {
    walk.block(child(node, "Body"), true);
  });
}

function newScope({ builder }: Walk, kind: "class" | "function", name: string | undefined): Scope {
  return { kind, ...(name === undefined ? {} : { name }), parent: builder.scope, names: new Map(), ...(kind === "class" ? { declared: new Map() } : {}) };
}

/** Parameters in order. `method`: the first one is the object or the class, and is not counted. */
function addParameters(walk: Walk, parameters: Parameter[], node: Node, of: () => FunctionValue, method: boolean): void {
  const list = child(node, "ParamList");
  for (const nodes of list === undefined ? [] : split(inside(list), ",")) {
    const star = nodes[0]?.name;
    const named = nodes.find(({ name }) => name === "VariableName");
    if (named === undefined) continue;
    const type = annotation(walk, child({ ...named, children: nodes }, "TypeDef"));
    const preset = defaultOf(walk, nodes);
    parameters.push({
      kind: "parameter",
      name: written(walk, named),
      index: parameters.length - (method ? 1 : 0),
      ...(star === "*" ? { rest: "list" as const } : star === "**" ? { rest: "record" as const } : {}),
      ...(preset === undefined ? {} : { default: preset }),
      ...(type === undefined ? {} : { type }),
      of,
      span: spanOf(named),
    });
  }
}

function defaultOf(walk: Walk, nodes: readonly Node[]): Value | undefined {
  const at = nodes.findIndex(({ name }) => name === "AssignOp");
  return at < 0 ? undefined : walk.value(grouped(nodes.slice(at + 1)));
}

function defineParameters({ builder }: Walk, parameters: readonly Parameter[]): void {
  for (const parameter of parameters) {
    const names = maskedNames(parameter.name);
    if (names === undefined) builder.define(parameter.name, parameter, parameter.span);
    else for (const name of names) builder.define(name, opaque(parameter.span), parameter.span);
  }
}
