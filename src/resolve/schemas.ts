import type { Schema } from "../types/model.ts";
import type { Module } from "../types/module.ts";
import type { Call, ClassValue, Value } from "../types/value.ts";
import { into, type Flow, type Reading } from "./flow.ts";
import type { Ground } from "./ground.ts";

/** How a call or a class reads settings, and the flow of what says so: the call, the class, or the decorator over it. */
export function readingOf(flow: Flow, ground: Ground): Reading | undefined {
  const { value, module } = flow;
  if (value.kind === "class") return ofClass(flow, value, ground);
  if (value.kind !== "call") return undefined;
  const schema = schemaOf(value, module, ground);
  return schema && schema.entries !== "class" ? { schema, by: flow, path: [], notes: [] } : undefined;
}

/** By what is called, or by the plugin that is given with its options: `app.register(fastifyEnv, { schema })`. */
function schemaOf({ callee, args: [plugin, options] }: Call, module: Module, ground: Ground): Schema | undefined {
  const method = callee.kind === "member" ? callee.name : undefined;
  const found = ground.meanings.schema(ground.symbols(callee, module), method, module.language);
  if (found || method === undefined || !plugin || !options || module.language !== "javascript" || !isPlugin(plugin.value)) return found;
  return ground.meanings.schema(ground.symbols(plugin.value, module), undefined, module.language);
}

/** What can be a plugin: it has a name, or is imported where it is handed over. */
function isPlugin({ kind }: Value): boolean {
  return kind === "reference" || kind === "member" || kind === "import";
}

function ofClass(flow: Flow, { bases, decorators = [] }: ClassValue, ground: Ground): Reading | undefined {
  for (const value of [...bases, ...decorators]) {
    const symbol = ground.symbols(value.kind === "call" ? value.callee : value, flow.module);
    const schema = ground.meanings.schema(symbol, undefined, flow.module.language);
    if (schema?.entries === "class") return { schema, by: value.kind === "call" ? into(flow, value) : flow, path: [], notes: [] };
  }
  return undefined;
}

/** An entry as it is read: what is described more closely inside it keeps its own reading. */
export function readAs(found: Flow, name: string, { schema, by, path }: Reading, ground: Ground, notes: readonly Flow[] = []): Flow {
  const { value, module, reading } = found;
  if (value.kind === "function" || (reading && reading.schema.entries === "class" && path.length > 0)) return found;
  if (!isEntry(value.kind === "call" ? ground.symbols(value.callee, module) : undefined, schema)) return found;
  return { ...found, reading: { schema, by, path: [...path, name], notes } };
}

function isEntry(symbol: string | undefined, { only }: Schema): boolean {
  return only === undefined || (symbol !== undefined && only.includes(symbol));
}

/** A field of a class that is declared only, as one that has no default. */
export function declaredField(flow: Flow, { scope }: ClassValue, name: string): readonly Flow[] {
  const declared = scope.declared?.get(name);
  if (!declared) return [];
  const value = declared.type ?? { kind: "opaque" as const, span: declared.span };
  return [{ ...into(flow, value), trail: [{ path: flow.module.path, span: declared.span, note: name }, ...flow.trail] }];
}

/** What the annotation of a field says besides its type. */
export function notesOf(flow: Flow, { scope }: ClassValue, name: string): readonly Flow[] {
  return scope.declared?.get(name)?.notes.map((note) => into(flow, note)) ?? [];
}
