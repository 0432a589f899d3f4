import { upperSnake } from "../text/names.ts";
import type { VariableName } from "../types/model.ts";
import { asName } from "../types/secret.ts";
import type { ArgumentPath } from "../types/slot.ts";
import { contentOf } from "./files.ts";
import { into, isSpent, type Flow, type Reading } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { hop } from "./names.ts";
import { end, unknown, type Outcome } from "./outcome.ts";
import { takesDefault } from "./limits.ts";
import { argumentsAt, select } from "./select.ts";
import { told } from "./told.ts";
import { isReplaced } from "./validators.ts";

/** An entry of settings as alternatives, of which the next is taken when the one before is missing: its variables, and its default. */
export function waysOf(flow: Flow, reading: Reading, ground: Ground, go: (flow: Flow) => readonly Outcome[]): readonly (readonly Outcome[])[] {
  const { schema } = reading;
  const read = variablesOf(flow, reading, ground).map((variable): Outcome => ({ ...end(flow, { kind: "absent" }), behind: { variable, emptyTakesDefault: false } }));
  const given = schema.from === undefined ? [] : givenFor(reading, schema.from, ground).flatMap(go);
  const [first = []] = [given, read, [unknown(flow)]].filter((outcomes) => outcomes.length > 0);
  const bare = into(flow, flow.value);
  // An entry that is read from no variable is what it is.
  const isPlain = !schema.variable || schema.variable.as === "own";
  if (isPlain && schema.default === undefined && given.length === 0 && read.length === 0) return [go(bare)];
  const usual = (schema.default === undefined ? [bare, ...reading.notes] : told(bare, schema.default, ground)).flatMap(go);
  const known = [...usual, ...inDevelopment(bare, reading, ground, go)].filter((outcome) => isDefault(outcome) && takesDefault([bare, ...reading.notes], schema.refuses, outcome, ground) && !(isEmpty(outcome) && isReplaced(reading, ground)));
  return known.length > 0 ? [first, known] : [first];
}

/** The defaults that count in development only, under the name that says so. */
function inDevelopment(flow: Flow, { schema: { development: place = "" } }: Reading, ground: Ground, go: (flow: Flow) => readonly Outcome[]): readonly Outcome[] {
  if (place === "") return [];
  const name = place.slice(place.lastIndexOf(".") + 1);
  return told(flow, place, ground).flatMap(go).map((outcome) => ({ ...outcome, within: [...outcome.within, name] }));
}

function isDefault({ ending: { kind } }: Outcome): boolean {
  return kind !== "unknown" && kind !== "none";
}

function isEmpty({ ending }: Outcome): boolean {
  return ending.kind === "bytes" && ending.bytes.secret.length === 0;
}

/** Whether a variable that is set but empty takes the default. */
export function emptyTakes({ schema: { empty }, by }: Reading, ground: Ground): boolean {
  if (typeof empty !== "string") return empty ?? false;
  return told(by, empty, ground).some(({ value }) => value.kind === "constant" && value.value === true);
}

/** What a mapping that the call names gives for an entry: `parse({ secret: process.env.APP_SECRET })`. */
function givenFor({ by, path }: Reading, from: ArgumentPath, ground: Ground): readonly Flow[] {
  const { value } = by;
  if (value.kind !== "call") return [];
  return path.reduce((flows, name) => flows.flatMap((flow) => select(flow, name, ground)), argumentsAt(by, value, from, ground));
}

/** The names of the variables that an entry is read from, the first first. */
export function variablesOf(flow: Flow, reading: Reading, ground: Ground): readonly string[] {
  const { path, schema: { variable } } = reading;
  if (!variable) return path.length === 1 ? path.filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name)) : [];
  const { own, as, in: files = [] } = variable;
  const places = own === undefined ? [] : [into(flow, flow.value), ...reading.notes].flatMap((one) => told(one, own, ground));
  const names = [...places, ...files.flatMap((file) => entryOf(file, reading, ground))].flatMap((one) => textsOf(one, ground));
  if (names.length > 0 || as === "own") return variable.affixed ? names.map((name) => prefixOf(reading, variable, ground) + name) : names;
  const between = path.length <= 1 ? "" : textAt(reading, variable.between, ground);
  if (between === undefined) return [];
  const name = prefixOf(reading, variable, ground) + path.join(between);
  return [as === "upper" ? name.toUpperCase() : as === "snake" ? upperSnake(name) : name];
}

/** What a file of settings holds under the path of an entry. */
function entryOf(file: string, { by, path }: Reading, ground: Ground): readonly Flow[] {
  const module = ground.modules.file(file, by.module);
  return module?.language === "config" ? path.reduce<readonly Flow[]>((flows, name) => flows.flatMap((one) => select(one, name, ground)), [contentOf(by, module)]) : [];
}

function prefixOf(reading: Reading, { prefix }: VariableName, ground: Ground): string {
  const given = prefix?.at === undefined ? [] : told(reading.by, prefix.at, ground);
  // `envvar_prefix=False`: none, not the usual one.
  const text = given.some(({ value }) => value.kind === "constant") ? "" : (given.flatMap((flow) => textsOf(flow, ground))[0] ?? prefix?.default ?? "");
  return text === "" ? "" : text + (prefix?.then ?? "");
}

function textAt({ by }: Reading, place: VariableName["between"], ground: Ground): string | undefined {
  return typeof place === "object" ? told(by, place.at, ground).flatMap((flow) => textsOf(flow, ground))[0] : place;
}

/** Names and calls that a text is looked for behind. */
const mostHops = 6;

/** The texts that a value leads to: one, those of a list, those that a call is given (`AliasChoices("A", "B")`). */
function textsOf(flow: Flow, ground: Ground, hops = 0): readonly string[] {
  const { value } = flow;
  if (value.kind === "literal") return [asName(value.secret)].filter((name) => name !== undefined);
  const deeper = (next: readonly Flow[]): readonly string[] => (hops > mostHops || isSpent(flow) ? [] : next.flatMap((one) => textsOf(one, ground, hops + 1)));
  if (value.kind === "list") return deeper(value.items.map((item) => into(flow, item.value)));
  if (value.kind === "call") return deeper(value.args.map((argument) => into(flow, argument.value)));
  return deeper(hop(into(flow, value), ground));
}
