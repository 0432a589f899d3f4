import type { Projects } from "../match/projects.ts";
import type { Ground } from "../resolve/ground.ts";
import { refusesAbout } from "../resolve/refusal.ts";
import type { Module } from "../types/module.ts";
import { namesStoredIn } from "./stored.ts";

/** What files beside a key's way say of it by its name: of the same project, and among those that were read. */
export interface Beside {
  /** The files that refuse to go on with something of one of these names. */
  refusing(names: ReadonlySet<string>, path: string): readonly Module[];
  /** Whether a file stores something of one of these names. */
  isStored(names: ReadonlySet<string>, path: string): boolean;
}

/** `read`: asked once, when all keys are found. */
export function besideIn(read: () => Iterable<Module>, projects: Projects, ground: Ground): Beside {
  let programs: Map<string, Module[]> | undefined;
  const beside = (path: string): readonly Module[] => {
    programs ??= byProject([...read()].filter(({ language }) => language === "python" || language === "javascript"), projects);
    return programs.get(projects.of(path)) ?? [];
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

/** A name of several words is one thing in a whole project. `key` is another in each file. */
function isTelling(name: string): boolean {
  return name.length >= 6 && /\w_\w|[a-z][A-Z]/.test(name);
}

function byProject(modules: readonly Module[], projects: Projects): Map<string, Module[]> {
  const found = new Map<string, Module[]>();
  for (const module of modules) {
    const project = projects.of(module.path);
    const known = found.get(project);
    if (known) known.push(module);
    else found.set(project, [module]);
  }
  return found;
}
