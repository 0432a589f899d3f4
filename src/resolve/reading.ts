import type { ArgumentPath } from "../types/slot.ts";
import type { Call, ClassValue, Scope } from "../types/value.ts";
import { into, through, type Flow, type Reading } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { classOf } from "./links.ts";
import { declaredField, notesOf, readAs, readingOf } from "./schemas.ts";

/** How entries and arguments are found, by those who ask here. */
export interface Ways {
  select(flow: Flow, name: string | undefined, ground: Ground): readonly Flow[];
  /** The entry of a name among a call's keywords. */
  keyword(flow: Flow, call: Call, name: string, ground: Ground): readonly Flow[];
  argumentsAt(flow: Flow, call: Call, path: ArgumentPath, ground: Ground): readonly Flow[];
  nameOf(flow: Flow, ground: Ground): string | undefined;
}

/** An entry of what a call reads by a description; undefined when it reads nothing so. */
export function callRead(flow: Flow, call: Call, name: string | undefined, ground: Ground, ways: Ways): readonly Flow[] | undefined {
  const reading = readingOf(flow, ground);
  const result = reading?.schema.result;
  if (!reading) return undefined;
  if (result === undefined) return entriesRead(flow, reading, name, ground, ways);
  const known = typeof result === "string" ? result : nameGiven(flow, call, result.at, ground, ways);
  return name !== undefined && name === known ? [{ ...flow, reading }] : undefined;
}

/** A name that an argument says; an option of a command line says it with dashes: `-s`, `--secret-key`. */
export function nameGiven(flow: Flow, call: Call, at: ArgumentPath, ground: Ground, { argumentsAt, nameOf }: Ways): string | undefined {
  const names = argumentsAt(flow, call, at, ground).flatMap((one) => nameOf(one, ground) ?? []);
  const long = names.find((name) => name.startsWith("--")) ?? names[0];
  return long?.startsWith("-") ? long.replace(/^--?/, "").replaceAll("-", "_") : long;
}

/** What a method is called on, or the function itself: a schema can be both. */
export function calledOn(flow: Flow, { callee }: Call): Flow {
  return into(flow, callee.kind === "member" ? callee.object : callee);
}

/** An entry of what is read: of the description that the call names, or of an entry that holds others. With no name, every entry as it stands. */
export function entriesRead(flow: Flow, reading: Reading, name: string | undefined, ground: Ground, ways: Ways): readonly Flow[] {
  const bare = into(flow, flow.value);
  const { value } = bare;
  if (name === undefined) return ways.select(bare, name, ground);
  if (reading.path.length > 0 || value.kind !== "call") return ways.select(bare, name, ground).map((one) => readAs(one, name, reading, ground));
  for (const entries of reading.schema.entries.split("|")) {
    const held = entries === "this" ? [calledOn(bare, value)] : entries === "**" ? [] : ways.argumentsAt(bare, value, entries, ground);
    const found = entries === "**" ? ways.keyword(bare, value, name, ground) : held.flatMap((one) => ways.select(one, name, ground));
    if (found.length > 0) return found.map((one) => readAs(one, name, reading, ground));
  }
  return reading.schema.open ? [readAs(into(bare, { kind: "opaque", span: value.span }), name, reading, ground)] : [];
}

/** A field of a class of settings. One that is declared anew without a value has no default any more. */
export function fieldsRead(flow: Flow, value: ClassValue, name: string, reading: Reading, { own, inherited }: { own: readonly Flow[]; inherited: () => readonly Flow[] }, ground: Ground): readonly Flow[] {
  const here = own.length > 0 ? own : declaredField(flow, value, name);
  if (here.length > 0) return here.map((one) => readAs(one, name, reading, ground, notesOf(flow, value, name)));
  return inherited().map((one) => readAs(one, name, reading, ground, one.reading?.notes));
}

/** `Settings(secret="x")`: what an instance is given by name, its class does not say. */
export function fieldGiven(flow: Flow, call: Call, name: string | undefined): readonly Flow[] | undefined {
  const argument = name === undefined ? undefined : call.args.find((arg) => arg.name === name);
  if (!argument || name === undefined) return undefined;
  return [through(flow, { value: argument.value, module: flow.module, span: argument.value.span, note: name })];
}

/** The class of settings that `self` and `this` stand for. */
export function selfRead(flow: Flow, scope: Scope, ground: Ground): readonly Flow[] | undefined {
  const owner = classOf(scope);
  const whole = owner && into(flow, owner);
  return whole && readingOf(whole, ground) ? [whole] : undefined;
}
