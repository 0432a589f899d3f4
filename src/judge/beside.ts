import { contextOfPath } from "../place.ts";
import type { Projects } from "../project/projects.ts";
import type { Ground } from "../resolve/ground.ts";
import { namesRefusedIn } from "../guards/refusal.ts";
import type { Module } from "../types/module.ts";
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
  readonly text?: string;
}

export interface Besides extends Beside {
  /** Remembers a module that is let go of. */
  note(module: Module): void;
}

/** `read`: the modules that are kept, asked once, when all keys are found; `mentions`: whether the text of one that was let go of holds a name. */
export function besideIn(read: () => Iterable<Module>, mentions: (path: string, name: string) => boolean, projects: Projects, ground: Ground): Besides {
  let programs: readonly Sketch[] | undefined;
  const noted = new Map<string, Sketch>();
  let groups: ((path: string) => string) | undefined;
  const known = new Map<string, readonly Sketch[]>();
  const beside = (path: string): readonly Sketch[] => {
    programs ??= [...new Map([...noted, ...[...read()].filter(isProgram).map((module) => [module.path, module] as const)]).values()];
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
  /** Of the files beside one, those that have a name among what they say; one whose text does not hold it is not asked. */
  const saying = (name: string, path: string, names: (module: Module, ground: Ground) => ReadonlySet<string>): readonly Module[] =>
    beside(path).filter((one) => one.text?.includes(name) ?? mentions(one.path, name)).flatMap((one) => ground.modules.get(one.path) ?? []).filter((module) => names(module, ground).has(name));
  return {
    refusing(names, path) {
      const told = [...names].filter(isTelling);
      return told.flatMap((name) => saying(name, path, namesRefusedIn));
    },
    isStored(names, path) {
      const told = [...names].filter(isTelling);
      return told.some((name) => saying(name, path, namesStoredIn).length > 0);
    },
    note(module) {
      if (!isProgram(module)) return;
      const { path, language, imports } = module;
      noted.set(path, { path, language, imports: imports.map(({ from }) => ({ from: alone(from) })) });
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

/** A part of a text keeps the whole text in memory. */
function alone(text: string): string {
  return Buffer.from(text).toString();
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
