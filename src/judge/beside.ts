import { contextOfPath } from "../place.ts";
import type { Projects } from "../project/projects.ts";
import type { Ground } from "../resolve/ground.ts";
import { namesRefusedIn } from "../guards/refusal.ts";
import type { Module } from "../types/module.ts";
import { alone } from "../text/alone.ts";
import { namesStoredIn } from "./stored.ts";

/** What files beside a key's way say of it by its name: those of the same program, and among those that were read. */
export interface Beside {
  /** The files that refuse to go on with something of one of these names. */
  refusing(names: ReadonlySet<string>, path: string): readonly Module[];
  /** Whether a file stores something of one of these names. */
  isStored(names: ReadonlySet<string>, path: string): boolean;
}

/** What is kept of a module: the module itself can be let go of before all keys are found. */
interface Sketch extends Pick<Module, "path" | "language"> {
  readonly imports: readonly { readonly from: string }[];
}

/** Names of which a module says something. */
type Saying = (module: Module, ground: Ground) => ReadonlySet<string>;

export interface Besides extends Beside {
  /** Remembers a module that is let go of. */
  note(module: Module): void;
}

/** `held`: the modules that were not let go of, asked once, when all keys are found. */
export function besideIn(held: () => Iterable<Module>, projects: Projects, ground: Ground): Besides {
  let programs: readonly Sketch[] | undefined;
  const noted = new Map<string, Sketch>();
  let groups: ((path: string) => string) | undefined;
  const known = new Map<string, readonly Sketch[]>();
  const beside = (path: string): readonly Sketch[] => {
    if (!programs) {
      for (const module of held()) note(module);
      programs = [...noted.values()];
    }
    groups ??= importing(programs, ground);
    const group = groups(path);
    const project = projects.of(path);
    const key = `${group}\0${project}`;
    const before = known.get(key);
    if (before) return before;
    const [isDjango, isNode] = [/^manage\.py$/, /^package\.json$/].map((manifest) => projects.has(project, manifest));
    const isOfProgram = (module: Sketch): boolean => {
      if (groups?.(module.path) === group) return true;
      // A program of Node reads one environment, and one of Django one module of settings.
      return module.language === "javascript" ? isNode === true : isDjango === true && module.imports.some(({ from }) => from.startsWith("django.conf"));
    };
    const found = programs.filter((module) => projects.of(module.path) === project && isOfProgram(module));
    known.set(key, found);
    return found;
  };
  /** The files beside one whose text holds a name. */
  const naming = remembered((near: readonly Sketch[], name: string): readonly string[] => near.map(({ path }) => path).filter((path) => ground.modules.mentions(path, [name])));
  /** The names of which a file says something: its module is let go of long before all names are asked. */
  const said = remembered((names: Saying, path: string): ReadonlySet<string> => {
    const module = ground.modules.get(path);
    return new Set(module ? Array.from(names(module, ground), alone) : []);
  });
  /** Of the files beside one, those that have a name among what they say. */
  const saying = (name: string, path: string, names: Saying): readonly string[] => naming(beside(path), name).filter((one) => said(names, one).has(name));
  function note(module: Module): void {
    if (!isProgram(module)) return;
    const { path, language, imports } = module;
    noted.set(path, { path, language, imports: imports.map(({ from }) => ({ from: alone(from) })) });
  }
  return {
    refusing(names, path) {
      const told = [...names].filter(isTelling);
      return told.flatMap((name) => saying(name, path, namesRefusedIn)).flatMap((one) => ground.modules.get(one) ?? []);
    },
    isStored(names, path) {
      const told = [...names].filter(isTelling);
      return told.some((name) => saying(name, path, namesStoredIn).length > 0);
    },
    note,
  };
}

/** Tests and examples say nothing of the program that runs: `assert app.secret_key == "zebra"`. */
function isProgram({ path, language }: Module): boolean {
  const context = contextOfPath(path);
  return (language === "python" || language === "javascript") && (context === "production" || context === "development");
}

/** A name of several words is one thing in a whole program. `key` is another in each file. */
function isTelling(name: string): boolean {
  return name.length >= 6 && /\w_\w|[a-z][A-Z]/.test(name);
}

/** Answers that are kept, by a thing and a name. */
function remembered<Thing extends object, Answer>(answer: (thing: Thing, name: string) => Answer): (thing: Thing, name: string) => Answer {
  const known = new WeakMap<Thing, Map<string, Answer>>();
  return (thing, name) => {
    const answers = known.get(thing) ?? new Map<string, Answer>();
    known.set(thing, answers);
    const found = answers.get(name) ?? answer(thing, name);
    answers.set(alone(name), found);
    return found;
  };
}

/** Files that import each other, over however many others, are of one group: by its name. */
function importing(modules: readonly Sketch[], { modules: { imports } }: Ground): (path: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (path: string): string => {
    let at = path;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  for (const module of modules) {
    for (const { from } of module.imports) {
      const target = imports(from, module);
      const [a, b] = [rootOf(module.path), target === undefined ? undefined : rootOf(target)];
      if (b !== undefined && a !== b) parents.set(b, a);
    }
  }
  return rootOf;
}
