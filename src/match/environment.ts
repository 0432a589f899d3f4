import type { GuardHere } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { namesAround } from "../resolve/links.ts";
import { pathOf, stagesOf } from "../resolve/entries.ts";
import { absenceOf } from "../guards/guards.ts";
import { namesBehind, wayBehind, type Outcome } from "../resolve/outcome.ts";
import { here, flowOf } from "../resolve/flow.ts";
import type { Place, Step } from "../types/key.ts";
import type { Binding, Module } from "../types/module.ts";
import type { Slot } from "../types/slot.ts";
import { upperSnake } from "../text/names.ts";
import { assignedIn, type Assigned } from "./assigned.ts";
import type { Candidate } from "./candidate.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Projects } from "../project/projects.ts";

/** A variable that a program reads, and the slot that it reaches. */
interface Reading {
  readonly candidate: Candidate;
  /** Of what it is read: the process's variables, or the program's settings. */
  readonly of: Assigned["to"];
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
const setting = /^[A-Za-z_][\w-]{1,199}$/;

export interface Name {
  readonly name: string;
  readonly of: Assigned["to"];
  /** The projects in which it is read. */
  readonly projects: Set<string>;
}

/** The variables that reach a slot, and the values that files of settings give them. */
export interface Environment {
  /** Takes the variables that a key's ways end in. */
  add(candidate: Candidate, outcomes: readonly Outcome[]): void;
  /** Names that came since the last call, and of what they are read. */
  fresh(): readonly Name[];
  /** All names until now. */
  all(): readonly Name[];
  /** The variables of the process that a project reads a slot's key from. */
  readFor(slot: Slot, project: string): readonly string[];
  /** Whether a file may set one of these names, by where it stands. */
  near(names: readonly Name[]): (path: string) => boolean;
  /** What a module sets of these variables, each a candidate of the slots that it reaches. */
  candidates(module: Module, names: ReadonlySet<string>): readonly Candidate[];
}

export function environmentOf(projects: Projects, { isExcepted }: Pick<Catalogue, "isExcepted">, ground: Ground): Environment {
  const readings = new Map<string, Reading[]>();
  const met = new Set<string>();
  const fresh = new Map<string, Name>();
  const all = new Map<string, Name>();

  function add(candidate: Candidate, outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) for (const name of namesBehind(outcome)) addName(candidate, outcome, name);
  }

  function addName(candidate: Candidate, outcome: Outcome, name: string): void {
    const { ending, behind } = outcome;
    const { place, guards, within, trail } = wayBehind(outcome);
    const of: Assigned["to"] = behind?.setting ? "setting" : "env";
    if (!(of === "env" ? variable : setting).test(name) || isExcepted(upperSnake(name), candidate.entry.slot) || (ending.kind !== "absent" && ending.kind !== "bytes")) return;
    const reading = { candidate, of, project: projects.of(place.path), reader: place.path, trail: withStart(place, name, trail), guards: guards.filter((guard) => !absenceOf(guard, ground)), within: [...within, ...candidate.flow.within] };
    const known = readings.get(name) ?? [];
    const sink = sinkOf(candidate);
    const meets = `${of} ${name}\0${reading.project}\0${sink}`;
    if (met.has(meets) || known.filter(({ project }) => project === reading.project).length >= mostReadings) return;
    met.add(meets);
    readings.set(name, [...known, reading]);
    for (const names of [fresh, all]) {
      const one = names.get(`${of} ${name}`) ?? { name, of, projects: new Set<string>() };
      one.projects.add(reading.project);
      names.set(`${of} ${name}`, one);
    }
  }

  function candidatesOf(module: Module, given: Given, name: string, to: Assigned["to"]): readonly Candidate[] {
    return (readings.get(name) ?? [])
      .filter(({ of, project, reader, candidate }) => of === to && isOther(candidate, module, given) && (name.startsWith(".") ? isChart(reader, module) : projects.supplies(module, project)))
      .map((reading) => supplied(reading, module, given, name));
  }

  return {
    add,
    fresh() {
      const names = [...fresh.values()];
      fresh.clear();
      return names;
    },
    all: () => [...all.values()],
    readFor: (slot, project) => [...readings].filter(([, all]) => all.some((one) => one.of === "env" && one.project === project && one.candidate.entry.slot === slot)).map(([name]) => name),
    near(names) {
      // A chart's values are read by its templates, wherever these stand.
      if (names.some(({ name }) => name.startsWith("."))) return () => true;
      const readers = [...new Set(names.flatMap(({ projects: all }) => [...all]))];
      return (path) => readers.some((project) => projects.maySupply(path, project));
    },
    candidates: (module, names) => {
      if (module.language === "python" || module.language === "javascript") return assignedIn(module, names, ground).flatMap((given) => candidatesOf(module, given, given.name, given.to));
      return module.bindings.flatMap((binding) => {
        const name = nameOf(binding, names);
        return name === undefined ? [] : candidatesOf(module, { ...binding, isVariable: binding.target.kind === "reference", stages: stagesOf(binding) }, name, "env");
      });
    },
  };
}

/** Where a name is given its value. `isVariable`: one of a process, in a file that sets them; undefined in a program. */
interface Given extends Pick<Binding, "value" | "span" | "guards" | "scope"> {
  readonly isVariable?: boolean;
  /** Sections around it that say where it is meant to run. */
  readonly stages?: readonly string[];
}

/** A value that a file gives a variable, on its way to the slot that the variable reaches. */
function supplied({ candidate, trail, guards, within }: Reading, module: Module, { value, span, guards: own, scope, isVariable, stages = [] }: Given, name: string): Candidate {
  const flow = flowOf(value, module);
  return {
    ...candidate,
    name,
    flow: { ...flow, guards: [...here(own, module), ...guards], trail: [{ path: module.path, span, note: name }, ...trail], within: [...namesAround(scope), ...stages, ...within] },
    evidence: isVariable === false ? "name" : candidate.evidence,
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
function isOther({ sink }: Candidate, { path }: Module, { span }: Given): boolean {
  return sink.path !== path || sink.span.start !== span.start;
}

function sinkOf({ entry, sink }: Candidate): string {
  return `${entry.framework.id}/${entry.slot.id}\0${sink.path}`;
}
