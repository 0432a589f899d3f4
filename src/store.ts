import type { Format, Kind, Module } from "./types/module.ts";
import type { Failure } from "./types/report.ts";
import { sheetOf, type Sheet } from "./types/sheet.ts";
import type { Tree } from "./types/source.ts";
import { decode } from "./discover/decode.ts";
import { folderOf, joined } from "./text/paths.ts";
import { ownIn } from "./project/own.ts";
import { importersIn } from "./project/importers.ts";
import type { Layout } from "./project/layout.ts";
import { mentions, mentionsIn } from "./project/mentions.ts";
import { versionsIn } from "./project/versions.ts";
import type { Modules } from "./resolve/links.ts";
import { shelfOf } from "./shelf.ts";
import { isCalled } from "./text/called.ts";

/** Reads modules of a tree on demand, each once, and remembers what could not be read or understood. */
export interface Store extends Pick<Modules, "get"> {
  /** The modules as following asks for them. */
  readonly links: Modules;
  /** The same modules, but of a file's importers only those whose bytes ask for something by a function's name. */
  askedFor(asks: (bytes: Buffer, name: string) => boolean): Modules;
  /** The modules that were read and not let go of. */
  readonly held: readonly Module[];
  /** How many files were read, those let go of among them. */
  readonly count: number;
  readonly failures: readonly Failure[];
  /** Lets go of a module that has nothing to tell: data can be large, and is read again if it is asked for. */
  forget(path: string): void;
  /** Lets go of all modules. */
  clear(): void;
  /** A file's text, without a byte order mark. */
  text(path: string): string | undefined;
  /** What is shown of a file. It is kept until the end. */
  sheet(path: string): Sheet | undefined;
  /** All sheets that were asked for. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  fail(failure: Failure): void;
}

/** The tree, how it is laid out, how its files are read, and who is told of a module before it is let go of. */
export interface Stock {
  readonly tree: Tree;
  readonly layout: Layout;
  readonly formats: readonly Format[];
  readonly kindOf: (path: string) => Kind | undefined;
  readonly leaving?: (module: Module) => void;
  /** Told of what a format has thrown, which it never should. */
  readonly onCrash?: ((path: string, error: unknown) => void) | undefined;
}

/** Signs of the texts of modules that are held although nothing keeps them: a module takes 40 to 70 times the memory of its text. */
const mostHeld = 6_000_000;

export function storeOf({ tree, layout: { manifests, projects, packages, imported }, formats, kindOf, leaving, onCrash }: Stock): Store {
  const modules = new Map<string, Module | undefined>();
  const shelf = shelfOf(mostHeld, (path) => {
    const module = modules.get(path);
    modules.delete(path);
    if (module) leaving?.(module);
  });
  const sheets = new Map<string, Sheet>();
  const counted = new Set<string>();
  const programs = new Map<string, Module | undefined>();
  /** By path and words: a file that is read again says nothing new. */
  const failures = new Map<string, Failure>();
  const fail = (failure: Failure): void => void failures.set(`${failure.path}\0${failure.message}`, failure);
  const importers = importersIn(tree, imported);
  const major = versionsIn(manifests);
  const mentioning = mentionsIn(tree, projects.of);

  const byId = new Map(formats.map((format) => [format.id, format]));

  function format(path: string): Format | undefined {
    return byId.get(kindOf(path)?.id ?? "");
  }

  function get(path: string, as: Format | undefined = format(path)): Module | undefined {
    if (!as || !tree.has(path)) return undefined;
    shelf.use(path);
    if (!modules.has(path)) {
      modules.set(path, undefined);
      const module = readModule(path, as);
      modules.set(path, module);
      if (module) shelf.put(path, module.text.length);
    }
    return modules.get(path);
  }

  function textOf(path: string): ReturnType<typeof decode> {
    const bytes = tree.read(path, true);
    return Buffer.isBuffer(bytes) ? decode(bytes) : { failure: bytes.message };
  }

  function readModule(path: string, as: Format): Module | undefined {
    const read = textOf(path);
    if ("failure" in read) return void fail({ path, message: read.failure, fatal: false });
    try {
      const module = as.read(path, read.text);
      counted.add(path);
      if (module.failure !== undefined) fail({ path, message: module.failure, partly: true, fatal: false });
      return module;
    } catch (error) {
      onCrash?.(path, error);
      return void fail({ path, message: "keylint crashed on this file; please report it with the file's kind and size", fatal: true });
    }
  }

  /** A file that the program runs as code, whatever its name says it is: `from_pyfile("settings.cfg")`. */
  function program(name: string, near: Module): Module | undefined {
    const path = placeOf(name, near);
    const language = byId.get(near.language);
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

  const read = (paths: readonly string[]): readonly Module[] => paths.flatMap((path) => get(path) ?? []);
  const links: Modules = {
    get,
    imported: (from, importer) => {
      const path = imported(from, importer);
      return path === undefined ? undefined : get(path);
    },
    imports: imported,
    mentions: (path, names) => mentions(tree, path, names),
    givesOwn: ownIn(tree),
    packageAt: (path) => packages.entry(path),
    file,
    program,
    importers: (of, name, how) => read(importers(of.path, (bytes) => (how === "called" ? isCalled(bytes, name) : bytes.includes(name)))),
    mentioning: (name, near) => read(mentioning(name, near.path)).filter(({ language }) => language === near.language),
    major: (name, near) => major(name, near.path),
  };
  return {
    get,
    links,
    askedFor: (asks) => ({
      ...links,
      importers: (of, name) => read(importers(of.path, (bytes) => asks(bytes, name))),
    }),
    get held() {
      return [...modules.values()].filter((module) => module !== undefined);
    },
    get count() {
      return counted.size;
    },
    get failures() {
      return [...failures.values()];
    },
    sheets,
    forget: (path) => {
      if (shelf.take(path)) modules.delete(path);
    },
    clear: () => {
      for (const path of [...modules.keys()]) if (shelf.take(path)) modules.delete(path);
      modules.clear();
      programs.clear();
    },
    text(path) {
      const read = sheets.get(path) ?? modules.get(path) ?? textOf(path);
      return "text" in read ? read.text : undefined;
    },
    sheet(path) {
      const module = sheets.has(path) ? undefined : get(path);
      if (module) sheets.set(path, sheetOf(module));
      return sheets.get(path);
    },
    fail,
  };
}
