import { settingsOf } from "../resolve/entries.ts";
import { contentOf, fileRead } from "../resolve/files.ts";
import { into, type Flow } from "../resolve/flow.ts";
import { exported } from "../resolve/links.ts";
import type { Ground } from "../resolve/ground.ts";
import { hop } from "../resolve/names.ts";
import type { Module } from "../types/module.ts";
import { asName } from "../types/secret.ts";
import type { Value } from "../types/value.ts";

/** An object or a file that settings are loaded from, and the names in it. */
export interface Loaded {
  readonly target: Flow;
  readonly names: readonly string[];
}

/** How many names and calls a loaded object is followed through. */
const maxDepth = 12;

/** The objects that a load reads: `from_object("shop.config.Production")`, `from_object(config)`, `from_pyfile("config.py")`. */
export function loaded(argument: Flow, what: "object" | "file", ground: Ground, depth = 0): readonly Loaded[] {
  const { value, module } = argument;
  if (value.kind === "literal") {
    const name = asName(value.secret);
    return name === undefined ? [] : what === "file" ? fileCalled(name, argument, ground) : objectCalled(name, argument, ground);
  }
  if (value.kind === "class") return [{ target: argument, names: [...new Set(namesOf(argument, ground))] }];
  if (value.kind === "import" && value.name === undefined) {
    const target = ground.modules.imported(value.from, module);
    return target ? [{ target: argument, names: namesIn(target, ground) }] : [];
  }
  if (value.kind === "reference" && value.name === "__name__") return [whole(argument, module, ground)];
  if (depth > maxDepth) return [];
  return hop(argument, ground).slice(0, 8).flatMap((next) => loaded(next, what, ground, depth + 1));
}

/** `"package.module.Class"`, `"package.module"`, `"package.module.instance"`. */
function objectCalled(name: string, argument: Flow, ground: Ground): readonly Loaded[] {
  const asModule = ground.modules.imported(name, argument.module);
  if (asModule) return [whole(argument, asModule, ground)];
  const dot = name.lastIndexOf(".");
  const holder = dot <= 0 ? undefined : ground.modules.imported(name.slice(0, dot), argument.module);
  return (holder ? exported(holder, name.slice(dot + 1), ground.modules) : []).flatMap(({ definition, module }) =>
    definition.value.kind === "literal" ? [] : loaded({ ...into(argument, definition.value), module }, "object", ground, 1),
  );
}

/** `from_pyfile("config.cfg")`: a Python file beside the program or above it, whatever its ending. */
function fileCalled(name: string, argument: Flow, ground: Ground): readonly Loaded[] {
  const target = ground.modules.program(name, argument.module);
  return target ? [whole(argument, target, ground)] : [];
}

/** What a file of settings holds that is read into an object: `from_file("config.json")`. */
export function filled(call: Flow, ground: Ground): readonly Loaded[] {
  const module = fileRead(call, ground);
  return module ? [{ target: contentOf(call, module), names: settingsOf(module).entries.flatMap((entry) => entry.name ?? []) }] : [];
}

/** All of a module, as if it were one class with what it imports whole as its bases. */
function whole(argument: Flow, module: Module, ground: Ground): Loaded {
  const { span } = argument.value;
  const bases = module.stars.map((from): Value => ({ kind: "import", from, name: undefined, span }));
  const all: Value = { kind: "class", bases, scope: module.top, span };
  return { target: { ...into(argument, all), module }, names: namesIn(module, ground) };
}

function namesIn(module: Module, ground: Ground, depth = 0): readonly string[] {
  const others = depth > 4 ? [] : module.stars.flatMap((star) => { const target = ground.modules.imported(star, module); return target && target !== module ? namesIn(target, ground, depth + 1) : []; });
  return [...new Set([...module.top.names.keys(), ...others])];
}

/** The names of a class and of its bases. */
function namesOf(flow: Flow, ground: Ground, depth = 0): readonly string[] {
  const { value } = flow;
  if (value.kind === "class") return [...value.scope.names.keys(), ...(depth > maxDepth ? [] : value.bases.flatMap((base) => namesOf(into(flow, base), ground, depth + 1)))];
  return depth > maxDepth ? [] : hop(flow, ground).slice(0, 4).flatMap((next) => namesOf(next, ground, depth + 1));
}
