import type { Format, Module } from "./types/module.ts";
import type { Failure } from "./types/report.ts";
import type { Tree } from "./types/source.ts";
import { byName } from "./formats/names.ts";
import { decode } from "./discover/decode.ts";
import { folderOf, joined } from "./text/paths.ts";
import { aliasesIn } from "./project/aliases.ts";
import { importersIn } from "./project/importers.ts";
import { importResolver } from "./project/imports.ts";
import type { Manifests } from "./project/manifests.ts";
import { mentionsIn } from "./project/mentions.ts";
import { packagesIn } from "./project/packages.ts";
import type { Projects } from "./project/projects.ts";
import { versionsIn } from "./project/versions.ts";
import type { Modules } from "./resolve/links.ts";

/** Reads modules of a tree on demand, each once, and remembers what could not be read or understood. */
export interface Store extends Modules {
  /** The format that a path belongs to, by its name. */
  format(path: string): Format | undefined;
  /** The name of the package that a file belongs to. */
  packageOf(path: string): string | undefined;
  /** All modules that are kept. */
  readonly read: ReadonlyMap<string, Module>;
  /** How many files were read, those let go of among them. */
  readonly count: number;
  readonly failures: readonly Failure[];
  /** Lets go of a module that has nothing to tell: data can be large, and is read again if it is asked for. */
  forget(path: string): void;
  /** Keeps a module until the end: a key stands in it, or a comment that silences one. */
  keep(path: string): void;
  fail(failure: Failure): void;
}

/** How a tree is laid out, and who is told of a module before it is let go of. */
export interface Layout {
  readonly manifests: Manifests;
  readonly projects: Projects;
  readonly leaving?: (module: Module) => void;
}

/** Signs of the texts of modules that are held although nothing keeps them. A module takes 40 to 70 times the memory of its text. */
const mostHeld = 6_000_000;

export function storeOf(tree: Tree, formats: readonly Format[], { manifests, projects, leaving }: Layout): Store {
  const named = byName(() => formats);
  const modules = new Map<string, Module | undefined>();
  const counted = new Set<string>();
  const programs = new Map<string, Module | undefined>();
  /** By path and words: a file that is read again says nothing new. */
  const failures = new Map<string, Failure>();
  const fail = (failure: Failure): void => void failures.set(`${failure.path}\0${failure.message}`, failure);
  const packages = packagesIn(tree, manifests);
  const imported = importResolver(tree, packages, aliasesIn(tree, manifests));
  const importers = importersIn(tree);
  const major = versionsIn(manifests);
  const mentioning = mentionsIn(tree, projects.of);

  function format(path: string): Format | undefined {
    return named(path.slice(path.lastIndexOf("/") + 1));
  }

  function get(path: string, as: Format | undefined = format(path)): Module | undefined {
    if (!as || !tree.has(path)) return undefined;
    if (!modules.has(path)) {
      modules.set(path, undefined);
      const module = readModule(path, as);
      modules.set(path, module);
      if (module) hold(module);
    }
    return modules.get(path);
  }

  /** Modules that may be let go of, the oldest first. */
  const held = new Map<string, number>();
  const used = new Set<string>();
  let total = 0;

  function hold({ path, text }: Module): void {
    held.set(path, text.length);
    used.add(path);
    total += text.length;
    for (const [other, length] of held) {
      if (total <= mostHeld) break;
      if (other === path) continue;
      // One that was asked for since it last came up has another turn.
      held.delete(other);
      if (used.delete(other)) held.set(other, length);
      else release(other, length);
    }
    tellLeaving();
  }

  const leavers: Module[] = [];
  let telling = false;

  function release(path: string, length: number): void {
    const module = modules.get(path);
    total -= length;
    modules.delete(path);
    if (module && leaving) leavers.push(module);
  }

  /** One after the other: what is asked of one that leaves can make others leave. */
  function tellLeaving(): void {
    if (telling) return;
    telling = true;
    for (let module = leavers.pop(); module; module = leavers.pop()) leaving?.(module);
    telling = false;
  }

  function readModule(path: string, as: Format): Module | undefined {
    const bytes = tree.read(path);
    if (!Buffer.isBuffer(bytes)) return void fail({ path, message: bytes.message, fatal: false });
    const decoded = decode(bytes);
    if ("failure" in decoded) return void fail({ path, message: decoded.failure, fatal: false });
    try {
      const module = as.read(path, decoded.text);
      counted.add(path);
      if (module.failure !== undefined) fail({ path, message: module.failure, partly: true, fatal: false });
      return module;
    } catch {
      return void fail({ path, message: "keylint crashed on this file; please report it with the file's kind and size", fatal: true });
    }
  }

  /** A file that the program runs as code, whatever its name says it is: `from_pyfile("settings.cfg")`. */
  function program(name: string, near: Module): Module | undefined {
    const path = placeOf(name, near);
    const language = formats.find(({ id }) => id === near.language);
    const own = path === undefined ? undefined : format(path);
    if (path === undefined || !own || !language || own === language) return path === undefined ? undefined : get(path, own ?? language);
    if (!programs.has(path)) programs.set(path, readModule(path, language));
    return programs.get(path);
  }

  function file(name: string, near: Module): Module | undefined {
    const path = placeOf(name, near);
    return path === undefined ? undefined : get(path);
  }

  /** Where a file that the program names stands: beside the module, in instance/, or the same in each folder above. */
  function placeOf(name: string, near: Module): string | undefined {
    for (let folder = folderOf(near.path); ; folder = folderOf(folder)) {
      const path = [name, `instance/${name}`].map((one) => joined(folder, one)).find((one) => tree.has(one));
      if (path !== undefined || folder === "") return path;
    }
  }

  return {
    format,
    get: (path) => {
      used.add(path);
      return modules.get(path) ?? get(path);
    },
    imported: (from, importer) => {
      const path = imported(from, importer);
      return path === undefined ? undefined : get(path);
    },
    imports: imported,
    packageAt: (path) => packages.entry(path),
    packageOf: (path) => packages.of(path),
    file,
    program,
    importers: (of, name, among = () => true) => importers(of, name).filter((path) => among(path, name)).flatMap((path) => get(path) ?? []),
    mentioning: (name, near) => mentioning(name, near.path).flatMap((path) => {
      const module = get(path);
      return module?.language === near.language ? [module] : [];
    }),
    major: (name, near) => major(name, near.path),
    get read() {
      return new Map([...modules].flatMap(([path, module]) => (module ? [[path, module] as const] : [])));
    },
    get count() {
      return counted.size;
    },
    get failures() {
      return [...failures.values()];
    },
    forget: (path) => {
      if (!held.has(path)) return;
      total -= held.get(path) ?? 0;
      held.delete(path);
      modules.delete(path);
    },
    keep: (path) => {
      total -= held.get(path) ?? 0;
      held.delete(path);
    },
    fail,
  };
}
