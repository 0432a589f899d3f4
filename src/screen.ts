import { free, last, namesIn, type Clause, type Written } from "./screen/clauses.ts";
import { planFor, type Plan } from "./screen/plan.ts";
import type { Plans } from "./screen/plans.ts";
import { finderOf, scanFor, type Find, type Word } from "./screen/scan.ts";
import { isCalled } from "./text/called.ts";
import { globs } from "./text/globs.ts";
import type { Framework } from "./types/framework.ts";
import type { Models } from "./types/model.ts";
import type { Kind } from "./types/module.ts";
import type { Failure } from "./types/report.ts";
import type { Tree } from "./types/source.ts";

/** Where can keys arrive? Decides on raw bytes, before anything is parsed, by what its kind can hold. Nine files of ten end here. */
export type Screen = (bytes: Buffer, path?: string, kind?: Pick<Kind, "id" | "supplies">) => boolean;

/** What is known of a file before it is read. */
export interface Surroundings {
  /** The package that it belongs to. */
  packageOf(path: string): string | undefined;
  /** Whether it imports that package by a path, as a library's own tests do. */
  importsOwn(path: string, bytes: Buffer): boolean;
  /** Whether its project depends on one of these packages, as far as manifests tell. */
  dependsOn(path: string, packages: readonly string[]): boolean;
}

const unknown: Surroundings = { packageOf: () => undefined, importsOwn: () => false, dependsOn: () => true };

/** The screen for what plans look for. */
export function screenFor(plans: Plans, { packageOf, importsOwn, dependsOn }: Surroundings = unknown): Screen {
  const files = globs(plans.files, { nocase: true });
  const known = new Map<Written, ReturnType<typeof screenOn>>();
  // Made when the first file of its kind comes: a commit of one file needs one of them.
  const screenOf = (written: Written): ReturnType<typeof screenOn> => {
    const screen = known.get(written) ?? screenOn(plans.of(written));
    known.set(written, screen);
    return screen;
  };
  return (bytes, path = "", { id, supplies } = { id: "", supplies: false }) => {
    // Of pages and components the scripts are read.
    const written = supplies ? "settings" : id === "python" ? id : id === "javascript" || id === "markup" ? "javascript" : undefined;
    return screenOf(written)(bytes, { named: supplies ? undefined : packageOf(path), importsNamed: () => importsOwn(path, bytes), dependsOn: (packages) => dependsOn(path, packages) }) || files(path);
  };
}

/**
 * The screen for names of variables and of settings, as they are written. Programs read them everywhere: there they must be given a
 * value, `process.env.NAME = `, `environ.setdefault("NAME", …)`, `app.set("name", …)`.
 */
export function nameScreen(names: readonly { readonly name: string; readonly of: "env" | "setting" }[], models: readonly Models[]): Screen {
  const settings = mentionScreen(names.filter(({ of }) => of === "env").map(({ name }) => name));
  const giving = models.flatMap(({ models: all }) => all.flatMap((model) => (model.means === "assign" || model.means === "update" ? model.at : [])));
  const programs = bytesScreen(names.flatMap(({ name }): readonly Clause[] => {
    const [given, quoted]: readonly Word[] = [{ text: last(name), before: "name", after: "assigned" }, { text: last(name), before: "any", after: "quote" }];
    return given && quoted ? [{ words: [given] }, ...giving.map((symbol) => ({ words: [quoted, free(last(symbol))] }))] : [];
  }));
  return (bytes, _path, kind) => (kind?.supplies ? settings(bytes) : programs(bytes));
}

/** What is looked at behind a function's name: what it is given. */
const given = 600;

/** Whether some call of a function, by its name or by another that the file has for it, is given a name that slots have. */
export function callScreen(frameworks: readonly Framework[]): (bytes: Buffer, name: string) => boolean {
  let screen: ReturnType<typeof bytesScreen> | undefined;
  return (bytes, name) => isCalled(bytes, name, (end) => (screen ??= bytesScreen(namesIn(frameworks)))(bytes.subarray(end, end + given)));
}

/** The screen for names wherever they stand. */
export function mentionScreen(names: readonly string[]): Screen {
  const screen = bytesScreen(names.map((name) => ({ words: [free(last(name))] })));
  return (bytes) => screen(bytes);
}

/** The screen for files that use what needs a key. */
export function usesScreen(plans: Plans): Screen {
  let screen: ReturnType<typeof screenOn> | undefined;
  return (bytes) => (screen ??= screenOn(plans.of("uses")))(bytes);
}

/** Files by their paths, and what is said of one that cannot be read. */
export interface Screened {
  readonly tree: Tree;
  readonly kindOf: (path: string) => Kind | undefined;
  readonly fail: (failure: Failure) => void;
}

/** The files that pass each of some screens, read once for all of them. One that cannot be read is said. */
export function screened<Screens extends readonly Screen[]>(paths: readonly string[], screens: Screens, { tree, kindOf, fail }: Screened): { readonly [at in keyof Screens]: readonly string[] } {
  const passing: string[][] = screens.map(() => []);
  for (const path of paths) {
    const bytes = tree.read(path);
    if (!Buffer.isBuffer(bytes)) fail({ path, message: bytes.message, fatal: false });
    else for (const [at, screen] of screens.entries()) if (screen(bytes, path, kindOf(path))) passing[at]?.push(path);
  }
  return passing as { readonly [at in keyof Screens]: readonly string[] };
}

/** `named`: what a file may speak of without writing it. */
interface Asked {
  readonly named?: string | undefined;
  readonly importsNamed?: () => boolean;
  readonly dependsOn?: (packages: readonly string[]) => boolean;
}

function bytesScreen(clauses: readonly Clause[]): ReturnType<typeof screenOn> {
  return screenOn(planFor(clauses));
}

function screenOn({ words, needs, clausesWith, finds, later, of, table }: Plan): (bytes: Buffer, asked?: Asked) => boolean {
  const scan = scanFor(words, table);
  const finders = finds.map(finderOf);
  const waiting = Uint8Array.from(needs);
  const imports = new Map<string, Buffer | undefined>();
  /** The import of a package, if a clause has its name. */
  const importOf = (name: string): Buffer | undefined => {
    if (imports.has(name)) return imports.get(name);
    const text = Buffer.from(`require("${name}")`);
    const seen = new Uint8Array(words.length);
    scan(text, seen, () => true);
    const found = seen.includes(1) || finders.some((find) => find(text)) ? text : undefined;
    imports.set(name, found);
    return found;
  };
  return (bytes, { named, importsNamed = () => false, dependsOn = () => true } = {}) => {
    const text = named === undefined ? undefined : importOf(named);
    const own = text && importsNamed() ? text : undefined;
    const seen = new Uint8Array(words.length);
    const left = waiting.slice();
    const answers = new Map<number, boolean>();
    const stands = (number: number): boolean => {
      const find: Find = finders[number] ?? (() => false);
      const answer = answers.get(number) ?? (find(bytes) || (own !== undefined && find(own)));
      answers.set(number, answer);
      return answer;
    };
    let passes = false;
    const see = (word: number): boolean => {
      for (const clause of clausesWith[word] ?? []) {
        left[clause] = (left[clause] ?? 0) - 1;
        const packages = of[clause];
        if (left[clause] === 0 && (!packages || dependsOn(packages)) && (later[clause] ?? []).every((oneOf) => oneOf.some(stands))) passes = true;
        if (passes) return true;
      }
      return false;
    };
    if (own) scan(own, seen, see);
    if (!passes) scan(bytes, seen, see);
    return passes;
  };
}
