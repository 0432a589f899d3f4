import { contextOfPath } from "../place.ts";
import type { Projects } from "../project/projects.ts";
import type { Ground } from "../resolve/ground.ts";
import { refusesAbout } from "../guards/refusal.ts";
import type { Module } from "../types/module.ts";
import { namesStoredIn } from "./stored.ts";

/** What files beside a key's way say of it by its name: those of the same program, and among those that were read. */
export interface Beside {
  /** The files that refuse to go on with something of one of these names. */
  refusing(names: ReadonlySet<string>, path: string): readonly Module[];
  /** Whether a file stores something of one of these names. */
  isStored(names: ReadonlySet<string>, path: string): boolean;
}

/** `read`: asked once, when all keys are found. */
export function besideIn(read: () => Iterable<Module>, projects: Projects, ground: Ground): Beside {
  let programs: readonly Module[] | undefined;
  let groups: ((path: string) => string) | undefined;
  const known = new Map<string, readonly Module[]>();
  const beside = (path: string): readonly Module[] => {
    programs ??= [...read()].filter(isProgram);
    groups ??= importing(programs, ground);
    const group = groups(path);
    const project = projects.of(path);
    const key = `${group}\0${project}`;
    const before = known.get(key);
    if (before) return before;
    const [isDjango, isNode] = [/^manage\.py$/, /^package\.json$/].map((manifest) => projects.has(project, manifest));
    const isOfProgram = (module: Module): boolean => {
      if (groups?.(module.path) === group) return true;
      // A program of Node reads one environment, and one of Django one module of settings.
      return module.language === "javascript" ? isNode === true : isDjango === true && module.imports.some(({ from }) => from.startsWith("django.conf"));
    };
    const found = programs.filter((module) => projects.of(module.path) === project && isOfProgram(module));
    known.set(key, found);
    return found;
  };
  return {
    refusing(names, path) {
      const told = [...names].filter(isTelling);
      return told.length === 0 ? [] : beside(path).filter((module) => told.some((name) => refusesAbout(name, module, ground)));
    },
    isStored(names, path) {
      const told = [...names].filter(isTelling);
      return told.length > 0 && beside(path).some((module) => told.some((name) => namesStoredIn(module, ground).has(name)));
    },
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

/** Files that import each other, over however many others, are of one group: by its name. */
function importing(modules: readonly Module[], { modules: { imports } }: Ground): (path: string) => string {
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
