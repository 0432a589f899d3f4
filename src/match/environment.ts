import type { GuardHere } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { absenceOf } from "../resolve/guards.ts";
import { namesBehind, type Outcome } from "../resolve/outcome.ts";
import { here, flowOf } from "../resolve/flow.ts";
import type { Place, Step } from "../types/key.ts";
import type { Binding, Module } from "../types/module.ts";
import { upperSnake } from "../text/names.ts";
import type { Candidate } from "./candidate.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Projects } from "./projects.ts";
import { pathOf } from "./settings.ts";

/** A variable that a program reads, and the slot that it reaches. */
interface Reading {
  readonly candidate: Candidate;
  readonly project: string;
  /** The file that reads it. */
  readonly reader: string;
  /** From the place where it is read to the slot. */
  readonly trail: readonly Step[];
  /** Those that tell where it runs; that something is missing says nothing of what is given. */
  readonly guards: readonly GuardHere[];
  readonly within: readonly string[];
}

/** More slots than these are not told of one variable of one project: a key is one key, however often it is used. */
const mostReadings = 6;

/** Variables as people name them, and values of a chart. A name in small letters is one of a mapping, a form, a request. */
const variable = /^(\.Values\.[\w.]{1,200}|[A-Z_][A-Z0-9_]{1,199})$/;

/** The variables that reach a slot, and the values that files of settings give them. */
export interface Environment {
  /** Takes the variables that a key's ways end in. */
  add(candidate: Candidate, outcomes: readonly Outcome[]): void;
  /** Names that came since the last call. */
  fresh(): readonly string[];
  /** What a module sets of these variables, each a candidate of the slots that it reaches. */
  candidates(module: Module, names: ReadonlySet<string>): readonly Candidate[];
}

export function environmentOf(projects: Projects, { isExcepted }: Pick<Catalogue, "isExcepted">, ground: Ground): Environment {
  const readings = new Map<string, Reading[]>();
  const met = new Set<string>();
  const fresh = new Set<string>();

  function add(candidate: Candidate, outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) for (const name of namesBehind(outcome)) addName(candidate, outcome, name);
  }

  function addName(candidate: Candidate, { ending, place, guards, within, trail }: Outcome, name: string): void {
    if (!variable.test(name) || isExcepted(upperSnake(name), candidate.entry.slot) || (ending.kind !== "absent" && ending.kind !== "bytes")) return;
    const reading = { candidate, project: projects.of(place.path), reader: place.path, trail: withStart(place, name, trail), guards: guards.filter((guard) => !absenceOf(guard, ground)), within: [...within, ...candidate.flow.within] };
    const known = readings.get(name) ?? [];
    const sink = sinkOf(candidate);
    const meets = `${name}\0${reading.project}\0${sink}`;
    if (met.has(meets) || known.filter(({ project }) => project === reading.project).length >= mostReadings) return;
    met.add(meets);
    readings.set(name, [...known, reading]);
    fresh.add(name);
  }

  function candidatesOf(module: Module, binding: Binding, name: string): readonly Candidate[] {
    return (readings.get(name) ?? []).filter(({ project, reader, candidate }) => isOther(candidate, module, binding) && (name.startsWith(".") ? isChart(reader, module) : projects.supplies(module, project))).map((reading) => supplied(reading, module, binding, name));
  }

  return {
    add,
    fresh() {
      const names = [...fresh];
      fresh.clear();
      return names;
    },
    candidates: (module, names) => module.bindings.flatMap((binding) => {
      const name = nameOf(binding, names);
      return name === undefined ? [] : candidatesOf(module, binding, name);
    }),
  };
}

/** A value that a file gives a variable, on its way to the slot that the variable reaches. */
function supplied({ candidate, trail, guards, within }: Reading, module: Module, { target, value, span, guards: own }: Binding, name: string): Candidate {
  const flow = flowOf(value, module);
  const isVariable = target.kind === "reference";
  return {
    ...candidate,
    name,
    flow: { ...flow, guards: [...here(own, module), ...guards], trail: [{ path: module.path, span, note: name }, ...trail], within },
    evidence: isVariable ? candidate.evidence : "name",
    siblings: [],
    ...(isVariable ? { isVariable } : {}),
  };
}

function withStart(place: Place, name: string, trail: readonly Step[]): readonly Step[] {
  const [first] = trail;
  return first && first.path === place.path && first.span.start === place.span.start ? trail : [{ ...place, note: name }, ...trail];
}

/** The name, among those wanted, that a binding gives a value: a variable's, an entry's, or an entry's path as Helm writes it. */
function nameOf({ target }: Binding, names: ReadonlySet<string>): string | undefined {
  if (target.kind === "reference") return names.has(target.name) ? target.name : undefined;
  if (target.kind !== "member") return undefined;
  if (names.has(target.name)) return target.name;
  const path = `.Values.${pathOf(target).join(".")}`;
  return names.has(path) ? path : undefined;
}

/** A chart's values stand in its folder, above its templates: https://helm.sh/docs/topics/charts/ */
function isChart(template: string, { path }: Module): boolean {
  const [, folder = ""] = /^(.*\/|)values[^/]*$/.exec(path) ?? [];
  return /(^|\/)values[^/]*$/.test(path) && template.startsWith(folder);
}

/** A variable that hands on its own value (`KEY: ${KEY}`) is no new one where it stands. */
function isOther({ sink }: Candidate, { path }: Module, { span }: Binding): boolean {
  return sink.path !== path || sink.span.start !== span.start;
}

function sinkOf({ entry, sink }: Candidate): string {
  return `${entry.framework.id}/${entry.slot.id}\0${sink.path}`;
}
