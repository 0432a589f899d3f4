import { isProgram, isRun, placeOf } from "../place.ts";
import { namesAround, submodule } from "../resolve/links.ts";
import { table } from "../resolve/sites.ts";
import type { Matching } from "../match/candidate.ts";
import type { Projects } from "../project/projects.ts";
import { placesUnder } from "./guarded.ts";
import { fillsBlindly, holdersOf, namesOf, speaksOf, type Spoken } from "../match/settled.ts";
import { makes, usesIn, type Occurrence } from "../match/uses.ts";
import { namesStanding } from "../screen.ts";
import type { Feature, Framework } from "../types/framework.ts";
import type { Context } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Unreadable } from "../types/source.ts";
import type { Use } from "../types/rule.ts";
import type { Slot } from "../types/slot.ts";

/** What looking for missing keys needs. */
export interface Asking {
  readonly matching: Matching;
  readonly projects: Projects;
  /** Every file of the scope that can be read. */
  readonly paths: readonly string[];
  /** The programs of those that are looked at whose bytes may use what needs a key. */
  readonly using: readonly string[];
  /** A file's bytes, if it can be read. */
  readonly read: (path: string) => Buffer | Unreadable;
  /** Asks a file's module; a crash is told, and gives nothing. */
  readonly ask: <Found>(path: string, question: (module: Module) => readonly Found[]) => readonly Found[];
  /** The context that the configuration gives a path, if any. */
  readonly contextOf: (path: string) => Context | undefined;
}

interface Looking extends Asking {
  /** The files of the program: tests and documents neither need a key nor give one. */
  readonly run: readonly string[];
  /** Those in whose bytes one of these names stands. */
  readonly naming: (names: readonly string[]) => readonly string[];
}

/** Places of one missing key that are told; more of them say nothing new. */
const mostPlaces = 16;

/** Features that need a key, in projects where nothing gives them one. What cannot be known is left out. */
export function missingIn(asking: Asking): readonly Use[] {
  const { matching, projects, paths, ask } = asking;
  const found = asking.using.flatMap((path) => ask(path, (module) => programsIn(module).flatMap((one) => usesIn(one, matching))));
  if (found.length === 0) return [];
  const run = paths.filter((path) => isRun(path, asking.contextOf));
  const looking = { ...asking, run, naming: namingIn(run, namesFor(found), asking) };
  const groups = table(found, ({ framework, feature, module }) => [[framework.id, feature.needs, feature.settings === undefined ? projects.of(module.path) : module.path].join("\0")]);
  return [...groups.values()].flatMap((group) => missing(group, looking));
}

/** The names that are asked of all groups. */
function namesFor(found: readonly Occurrence[]): readonly string[] {
  const names = found.flatMap(({ framework, feature: { needs, unless = [], settings } }) => {
    const slot = framework.slots.find(({ label }) => label === needs);
    return [...(slot ? namesOf(slot) : []).map(({ name }) => name), ...unless, ...(settings ? [settings.variable] : []), ...(framework.application ? [...framework.application.symbols, ...(slot ? holdersOf(slot) : []), ...loaders] : [])];
  });
  return [...new Set(names)];
}

/** Tells in which files one of some names stands. The files are gone through once for all names that are known to be asked, when the first are. */
function namingIn(paths: readonly string[], foreseen: readonly string[], { read }: Asking): Looking["naming"] {
  const known = new Map<string, ReadonlySet<string>>();
  const lookFor = (names: readonly string[]): void => {
    const found = new Map(names.map((name) => [name, new Set<string>()]));
    const standing = namesStanding(names);
    for (const path of paths) {
      const bytes = read(path);
      if (Buffer.isBuffer(bytes)) for (const name of standing(bytes)) found.get(name)?.add(path);
    }
    for (const [name, files] of found) known.set(name, files);
  };
  return (names) => {
    if (names.some((name) => !known.has(name))) lookFor([...new Set([...names, ...foreseen])].filter((name) => !known.has(name)));
    return paths.filter((path) => names.some((name) => known.get(name)?.has(path)));
  };
}

function missing(group: readonly Occurrence[], looking: Looking): readonly Use[] {
  const { framework, feature, module } = group[0] ?? {};
  const slot = framework?.slots.find(({ label }) => label === feature?.needs);
  if (!framework || !feature || !module || !slot) return [];
  const open = feature.settings === undefined ? unsettled(group, { framework, project: looking.projects.of(module.path), slot }, looking) : isWhole(module, feature, slot, looking) ? group : [];
  const shown = open.flatMap((one) => { const place = contextFor(one, looking); return place ? [{ one, place }] : []; }).slice(0, mostPlaces);
  const [first, ...others] = shown;
  if (!first) return [];
  const placeIn = ({ module: { path }, span }: Occurrence): Use["places"][0] => ({ path, span });
  return [{ framework, feature: first.one.feature, slot, places: [placeIn(first.one), ...others.map(({ one }) => placeIn(one))], ...first.place }];
}

/** A file's module and the programs inside it that run: a notebook's cells, not the examples of a comment. */
function programsIn(module: Module): readonly Module[] {
  return [module, ...module.parts.filter(({ role }) => role !== "docs").map((part) => part.module)];
}

function contextFor({ module, scope, guards }: Occurrence, { contextOf, matching }: Looking): Pick<Use, "context" | "because"> | undefined {
  const configured = contextOf(module.path);
  if (configured) return { context: configured, because: "the configuration says so" };
  const place = placeOf({ path: module.path, within: namesAround(scope), guards: placesUnder(guards.map((guard) => ({ guard, module })), matching.ground) });
  return place.context === "test" || place.context === "docs" ? undefined : place;
}

/** A framework's key in a project. */
interface Needed {
  readonly framework: Framework;
  readonly project: string;
  readonly slot: Slot;
}

/** Of the uses in one project those that nothing there settles. */
function unsettled(group: readonly Occurrence[], needed: Needed, looking: Looking): readonly Occurrence[] {
  if (isSpokenOf(namesOf(needed.slot), needed, looking)) return [];
  const features = new Set([...new Set(group.map(({ feature }) => feature))].filter(({ unless = [] }) => !isSpokenOf(unless.map((name) => ({ name })), needed, looking)));
  return features.size > 0 && isMadeInSight(needed, looking) ? group.filter(({ feature }) => features.has(feature)) : [];
}

/** Whether a project speaks of one of these names, or a module beside it does that imports from it, or is imported there. */
function isSpokenOf(names: readonly Spoken[], { project, framework }: Needed, looking: Looking): boolean {
  if (names.length === 0) return false;
  const { projects, ask, run, naming } = looking;
  const isFound = (path: string, counts: (module: Module) => boolean): boolean => ask(path, (module) => (names.some((name) => speaksOf(module, name)) && counts(module) ? [module] : [])).length > 0;
  const [near, far] = [true, false].map((isNear) => naming(names.map(({ name }) => name)).filter((path) => projects.isNear(path, project) === isNear));
  if (near?.some((path) => isFound(path, () => true))) return true;
  let imported: ReadonlySet<string> | undefined;
  return far?.some((path) => isFound(path, (module) => {
    if (importedBy(module, looking).some((one) => projects.of(one) === project)) return true;
    if (module.language !== framework.language) return false;
    imported ??= new Set(run.filter((one) => isProgram(one) && projects.of(one) === project).flatMap((one) => ask(one, (whole) => importedBy(whole, looking))));
    return imported.has(module.path);
  })) ?? false;
}

/** Words of calls that fill an application's settings: https://flask.palletsprojects.com/en/stable/api/#configuration */
const loaders: readonly string[] = ["from_object", "from_pyfile", "from_envvar", "from_prefixed_env", "from_file", "from_json", "from_toml", "from_mapping"];

/** Whether a project makes its application itself, without a key, and fills its settings in sight only. A feature that is all by itself needs none. */
function isMadeInSight({ framework, project, slot }: Needed, { matching, projects, ask, naming }: Looking): boolean {
  if (!framework.application) return true;
  const holders = holdersOf(slot);
  const near = naming([...framework.application.symbols, ...holders, ...loaders]).filter((path) => projects.isNear(path, project));
  const modules = near.flatMap((path) => ask(path, programsIn)).filter(({ language }) => language === framework.language);
  if (modules.some((module) => fillsBlindly(module, holders, matching.ground))) return false;
  const made = modules.map((module) => makes(framework, module, matching));
  return made.includes("without a key") && !made.includes("perhaps with one");
}

/** Whether a module of settings is what the program runs with, all that the framework gets, and speaks of no key. */
function isWhole(module: Module, { settings, only, unless = [] }: Feature, slot: Slot, looking: Looking): boolean {
  const { ask, naming, projects } = looking;
  const all = withStars(module, looking);
  const speak = (names: readonly Spoken[]): boolean => names.some((name) => all?.some((one) => speaksOf(one, name)));
  if (!settings || !all || all.some(({ failure }) => failure !== undefined) || speak([...namesOf(slot), ...unless.map((name) => ({ name }))])) return false;
  if (only && !speak(only.map((name) => ({ name })))) return false;
  const parts = module.path.replace(/(\/__init__)?\.\w+$/, "").split("/");
  const near = (names: readonly string[]): readonly string[] => naming(names).filter((path) => path !== module.path && projects.isNear(path, projects.of(module.path)));
  const called = parts.map((_, from) => ({ name: parts.slice(from).join(".") })).filter(({ name }) => parts.length === 1 || name.includes("."));
  const isNamed = near([settings.variable]).some((path) => ask(path, (one) => called.filter((name) => speaksOf(one, name))).length > 0);
  return isNamed && !near(parts.slice(-1)).some((path) => ask(path, (one) => importedBy(one, looking).filter((target) => target === module.path)).length > 0);
}

/** A module and all that it imports whole; undefined when a part of that is not in the scope. */
function withStars(module: Module, { matching: { ground } }: Looking): readonly Module[] | undefined {
  const all = [module];
  for (const one of all) {
    for (const star of one.stars) {
      const target = ground.modules.imported(star, one);
      if (!target) return undefined;
      if (!all.includes(target)) all.push(target);
    }
  }
  return all;
}

/** The scope's files that a module imports, or takes names of. */
function importedBy(module: Module, { matching: { ground } }: Looking): readonly string[] {
  const named = [...module.top.names.values()].flat().flatMap(({ value }) => (value.kind === "import" && value.name !== undefined ? [submodule(value, value.name).from] : []));
  return [...module.imports.map(({ from }) => from), ...named].flatMap((from) => ground.modules.imports(from, module) ?? []);
}
