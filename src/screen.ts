import { free, last, namesIn, namesOf, type Clause, type Written } from "./screen/clauses.ts";
import { planFor, type Plan } from "./screen/plan.ts";
import type { Plans } from "./screen/plans.ts";
import { asking, finderOf, scanFor, type Find, type Scan, type Word } from "./screen/scan.ts";
import { isCalled } from "./text/called.ts";
import { globs } from "./text/globs.ts";
import type { Framework } from "./types/framework.ts";
import type { Models } from "./types/model.ts";
import type { Kind } from "./types/module.ts";
import type { Tree } from "./types/source.ts";

/** Whether a file's bytes can hold what is looked for. */
export type Screen = (bytes: Buffer, path?: string, kind?: Pick<Kind, "id" | "supplies">) => boolean;

/** What may be in a file: a key that arrives, or the use of something that needs one. */
export interface Sight {
  readonly key: boolean;
  readonly use: boolean;
  /** Neither, whatever stands around it: it would be so if its project depended on every package. */
  readonly empty: boolean;
}

/** Where can keys arrive, and, if it is asked, where may one be needed? Decides on raw bytes, before anything is parsed, by what a file's kind can hold. Nine files of ten end here. */
export interface Look {
  (bytes: Buffer, path?: string, kind?: Pick<Kind, "id" | "supplies">, uses?: boolean): Sight;
  /** Whether something that is looked for has the name of the package that a file belongs to: then it speaks of that without writing it. */
  isNamed(path: string, kind?: Pick<Kind, "id" | "supplies">): boolean;
}

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

/** What a file of a kind is written in. Of pages and components the scripts are read. */
export function writtenIn({ id, supplies }: Pick<Kind, "id" | "supplies">): Written {
  return supplies ? "settings" : id === "python" ? id : id === "javascript" || id === "markup" ? "javascript" : undefined;
}

/** Looks for what plans say. */
export function lookFor(plans: Plans, { packageOf, importsOwn, dependsOn }: Surroundings = unknown): Look {
  const files = globs(plans.files, { nocase: true });
  const known = new Map<Written | "uses", Sighting>();
  // Made when the first file of its kind comes: a commit of one file needs one of them.
  const sightIn = (sought: Written | "uses"): Sighting => {
    const look = known.get(sought) ?? sightOn(plans.of(sought));
    known.set(sought, look);
    return look;
  };
  const look = (bytes: Buffer, path = "", kind: Pick<Kind, "id" | "supplies"> = plain, uses = false): Sight => {
    const written = writtenIn(kind);
    const sight = sightIn(written).sightOf(bytes, { uses, named: kind.supplies ? undefined : packageOf(path), importsNamed: () => importsOwn(path, bytes), dependsOn: (packages) => dependsOn(path, packages) });
    const [isSlot, other] = [files(path), uses && written === "settings" ? sightIn("uses").sightOf(bytes, { uses }) : undefined];
    return { key: sight.key || isSlot, use: sight.use || (other?.use ?? false), empty: sight.empty && !isSlot && (other?.empty ?? true) };
  };
  return Object.assign(look, {
    isNamed(path: string, kind: Pick<Kind, "id" | "supplies"> = plain) {
      const name = kind.supplies ? undefined : packageOf(path);
      return name !== undefined && sightIn(writtenIn(kind)).importOf(name) !== undefined;
    },
  });
}

const plain = { id: "", supplies: false };

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
function mentionScreen(names: readonly string[]): Screen {
  const screen = bytesScreen(namesOf(names));
  return (bytes) => screen(bytes);
}

/** Tells which of some names stand in the bytes, wherever they stand. */
export function namesStanding(names: readonly string[]): (bytes: Buffer) => readonly string[] {
  const { words, table, clausesWith } = planFor(namesOf(names));
  const scan = scanFor(words, table);
  return (bytes) => {
    const found: string[] = [];
    scan(bytes, new Uint8Array(words.length), (word) => {
      for (const clause of clausesWith[word] ?? []) found.push(names[clause] ?? "");
      return false;
    });
    return found;
  };
}

/** The files of a tree that pass a screen. What cannot be read was said when it was looked at first. */
export function screened(paths: readonly string[], screen: Screen, tree: Tree, kindOf: (path: string) => Kind | undefined): readonly string[] {
  return paths.filter((path) => {
    const bytes = tree.read(path);
    return Buffer.isBuffer(bytes) && screen(bytes, path, kindOf(path));
  });
}

/** `uses`: also what needs a key. `named`: what a file may speak of without writing it. */
interface Asked {
  readonly uses?: boolean;
  readonly named?: string | undefined;
  readonly importsNamed?: () => boolean;
  readonly dependsOn?: (packages: readonly string[]) => boolean;
}

/** What is seen by a plan. */
interface Sighting {
  sightOf(bytes: Buffer, asked?: Asked): Sight;
  /** The import of a package, if something that is looked for has its name. */
  importOf(name: string): Buffer | undefined;
}

function bytesScreen(clauses: readonly Clause[]): (bytes: Buffer) => boolean {
  const { sightOf } = sightOn(planFor(clauses));
  return (bytes) => sightOf(bytes).key;
}

function sightOn(plan: Plan): Sighting {
  const { words, needs, table } = plan;
  const scan = scanFor(words, table);
  const finders = plan.finds.map(finderOf);
  const waiting = Uint8Array.from(needs);
  const importOf = importsIn(plan, scan, finders);
  const sightOf: Sighting["sightOf"] = (bytes, { uses = false, named, importsNamed = () => false, dependsOn = () => true } = {}) => {
    const text = named === undefined ? undefined : importOf(named);
    const own = text && importsNamed() ? text : undefined;
    const seen = new Uint8Array(words.length);
    const left = waiting.slice();
    const [here, there] = [asking(finders, bytes), own && asking(finders, own)];
    const sight = { key: false, use: !uses, empty: text === undefined };
    // What a file imports without writing it is no use of it.
    const see = (isOwn: boolean) => (word: number): boolean => {
      for (const clause of plan.clausesWith[word] ?? []) {
        left[clause] = (left[clause] ?? 0) - 1;
        const isUse = plan.uses[clause] === 1;
        if (left[clause] !== 0 || (isUse ? sight.use || isOwn : sight.key)) continue;
        const packages = plan.of[clause];
        const stands = isUse || !there ? here : (find: number): boolean => here(find) || there(find);
        const isThere = !packages || dependsOn(packages);
        if (!isThere) sight.empty = false;
        if (!isThere || !(plan.later[clause] ?? []).every((oneOf) => oneOf.some(stands))) continue;
        sight[isUse ? "use" : "key"] = true;
        sight.empty = false;
        if (sight.key && sight.use) return true;
      }
      return false;
    };
    scan(bytes, seen, see(false));
    if (own && !sight.key) scan(own, seen, see(true));
    return uses ? sight : { ...sight, use: false };
  };
  return { sightOf, importOf };
}

/** The import of a package, if something that is looked for has its name. */
function importsIn({ words, clausesWith, uses }: Plan, scan: Scan, finders: readonly Find[]): (name: string) => Buffer | undefined {
  const imports = new Map<string, Buffer | undefined>();
  return (name) => {
    if (imports.has(name)) return imports.get(name);
    const text = Buffer.from(`require("${name}")`);
    let counts = false;
    scan(text, new Uint8Array(words.length), (word) => (counts = clausesWith[word]?.some((clause) => uses[clause] === 0) ?? false));
    const found = counts || finders.some((find) => find(text)) ? text : undefined;
    imports.set(name, found);
    return found;
  };
}
