import { placeOf } from "../place.ts";
import { wordsOf } from "../resolve/guards.ts";
import { namesAround, submodule } from "../resolve/links.ts";
import type { Matching } from "../match/candidate.ts";
import type { Projects } from "../match/projects.ts";
import { fillsBlindly, holdersOf, namesOf, speaksOf, type Spoken } from "../match/settled.ts";
import { makes, usesIn, type Occurrence } from "../match/uses.ts";
import { nameScreen, usesScreen, type Screen } from "../screen.ts";
import type { Feature } from "../types/framework.ts";
import type { Context } from "../types/key.ts";
import type { Module } from "../types/module.ts";
import type { Use } from "../types/rule.ts";
import type { Slot } from "../types/slot.ts";

/** What looking for missing keys needs. */
export interface Looking {
  readonly matching: Matching;
  readonly projects: Projects;
  /** Every file of the scope. */
  readonly paths: readonly string[];
  /** The files among these whose bytes pass a screen. */
  readonly passing: (paths: readonly string[], screen: Screen) => readonly string[];
  /** Asks a file's module; a crash is told, and gives nothing. */
  readonly ask: <Found>(path: string, question: (module: Module) => readonly Found[]) => readonly Found[];
  /** The context that the configuration gives a path, if any. */
  readonly contextOf: (path: string) => Context | undefined;
}

/** Places of one missing key that are told; more of them say nothing new. */
const mostPlaces = 16;

/** Features that need a key, in projects where nothing gives them one; looked for in these files. What cannot be known is left out. */
export function missingIn(wanted: readonly string[], looking: Looking): readonly Use[] {
  const { matching, passing, ask, projects } = looking;
  const found = passing(wanted.filter((path) => isRun(path, looking)), usesScreen(matching.catalogue.frameworks)).flatMap((path) => ask(path, (module) => programsIn(module).flatMap((one) => usesIn(one, matching))));
  const groups = new Map<string, [Occurrence, ...Occurrence[]]>();
  for (const one of found) {
    const { framework, feature, module } = one;
    const at = [framework.id, feature.needs, feature.settings === undefined ? projects.of(module.path) : module.path].join("\0");
    const known = groups.get(at);
    if (known) known.push(one);
    else groups.set(at, [one]);
  }
  return [...groups.values()].flatMap((group) => missing(group, looking));
}

/** Whether a file belongs to the program: tests and documents neither need a key nor give one. */
function isRun(path: string, { contextOf }: Looking): boolean {
  const context = contextOf(path) ?? placeOf({ path, within: [], guards: [] }).context;
  return context !== "test" && context !== "docs";
}

function missing(group: readonly [Occurrence, ...Occurrence[]], looking: Looking): readonly Use[] {
  const [{ framework, feature, module }] = group;
  const slot = framework.slots.find(({ label }) => label === feature.needs);
  if (!slot) return [];
  const open = feature.settings === undefined ? unsettled(group, slot, looking) : isWhole(module, feature, slot, looking) ? group : [];
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

function contextFor({ module, scope, guards }: Occurrence, { contextOf }: Looking): Pick<Use, "context" | "because"> | undefined {
  const configured = contextOf(module.path);
  if (configured) return { context: configured, because: "the configuration says so" };
  const words = guards.flatMap((guard) => (guard.kind === "if" ? [{ words: wordsOf(guard.test), holds: guard.holds }] : []));
  const place = placeOf({ path: module.path, within: namesAround(scope), guards: words });
  return place.context === "test" || place.context === "docs" ? undefined : place;
}

/** Of the uses in one project those that nothing there settles. */
function unsettled(group: readonly [Occurrence, ...Occurrence[]], slot: Slot, looking: Looking): readonly Occurrence[] {
  const { projects, matching, paths, passing, ask } = looking;
  const [{ framework, module }] = group;
  const project = projects.of(module.path);
  const run = paths.filter((path) => isRun(path, looking));
  const isNear = nearTo(project, framework.language, run, looking);
  const speaks = (names: readonly Spoken[]): boolean =>
    names.length > 0 && passing(run, nameScreen(names.map(({ name }) => name))).some((path) => ask(path, (one) => (names.some((name) => speaksOf(one, name)) && isNear(one) ? [one] : [])).length > 0);
  if (speaks(namesOf(slot))) return [];
  const open = group.filter(({ feature }) => !speaks((feature.unless ?? []).map((name) => ({ name }))));
  if (open.length === 0 || !framework.application) return open;
  const holders = holdersOf(slot);
  const near = passing(run.filter((path) => projects.isNear(path, project)), nameScreen([...framework.application.symbols, ...holders, ...loaders]));
  const made = near.flatMap((path) => ask(path, (whole) => programsIn(whole).flatMap((one) => (one.language === framework.language ? [fillsBlindly(one, holders, matching.ground) ? "blindly" as const : makes(framework, one, matching)] : []))));
  return made.includes("without a key") && !made.includes("blindly") && !made.includes("perhaps with one") ? open : [];
}

/** Words of calls that fill an application's settings: https://flask.palletsprojects.com/en/stable/api/#configuration */
const loaders: readonly string[] = ["from_object", "from_pyfile", "from_envvar", "from_prefixed_env", "from_file", "from_json", "from_toml", "from_mapping"];

const programs = /\.(py|[cm]?[jt]sx?)$/;

/** Whether a module may give a project its key: it is near, imports from it, or is imported there. */
function nearTo(project: string, language: Module["language"] | "any", run: readonly string[], looking: Looking): (module: Module) => boolean {
  const { projects, ask } = looking;
  let imported: ReadonlySet<Module> | undefined;
  return (module) => {
    if (projects.isNear(module.path, project) || importedBy(module, looking).some(({ path }) => projects.of(path) === project)) return true;
    if (module.language !== language) return false;
    imported ??= new Set(run.filter((path) => programs.test(path) && projects.of(path) === project).flatMap((path) => ask(path, (one) => importedBy(one, looking))));
    return imported.has(module);
  };
}

/** Whether a module of settings is what the program runs with, all that the framework gets, and speaks of no key. */
function isWhole(module: Module, { settings, only, unless = [] }: Feature, slot: Slot, looking: Looking): boolean {
  const { passing, ask, paths, projects } = looking;
  const all = withStars(module, looking);
  const speak = (names: readonly Spoken[]): boolean => names.some((name) => all?.some((one) => speaksOf(one, name)));
  if (!settings || !all || all.some(({ failure }) => failure !== undefined) || speak([...namesOf(slot), ...unless.map((name) => ({ name }))])) return false;
  if (only && !speak(only.map((name) => ({ name })))) return false;
  const parts = module.path.replace(/(\/__init__)?\.\w+$/, "").split("/");
  const near = paths.filter((path) => path !== module.path && isRun(path, looking) && projects.isNear(path, projects.of(module.path)));
  const called = parts.map((_, from) => ({ name: parts.slice(from).join(".") })).filter(({ name }) => parts.length === 1 || name.includes("."));
  const isNamed = passing(near, nameScreen([settings.variable])).some((path) => ask(path, (one) => called.filter((name) => speaksOf(one, name))).length > 0);
  return isNamed && !passing(near, nameScreen(parts.slice(-1))).some((path) => ask(path, (one) => importedBy(one, looking).filter((target) => target === module)).length > 0);
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

/** The scope's modules that a module imports, or takes names of. */
function importedBy(module: Module, { matching: { ground } }: Looking): readonly Module[] {
  const named = [...module.top.names.values()].flat().flatMap(({ value }) => (value.kind === "import" && value.name !== undefined ? [submodule(value, value.name).from] : []));
  return [...module.imports.map(({ from }) => from), ...named].flatMap((from) => ground.modules.imported(from, module) ?? []);
}
