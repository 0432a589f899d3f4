import { clausesIn, clausesOfUse, free, last, namesIn, type Clause, type Written } from "./screen/clauses.ts";
import { finderOf, scanFor, type Find, type Word } from "./screen/scan.ts";
import { isCalled } from "./text/called.ts";
import { globs } from "./text/globs.ts";
import type { Framework } from "./types/framework.ts";
import type { Models } from "./types/model.ts";
import type { Format } from "./types/module.ts";

/** Where can keys arrive? Decides on raw bytes, before anything is parsed, by what the file's format can hold. Nine files of ten end here. */
export type Screen = (bytes: Buffer, path?: string, format?: Pick<Format, "id" | "supplies">) => boolean;

/** What is known of a file before it is read. */
export interface Surroundings {
  /** The package that it belongs to. */
  packageOf(path: string): string | undefined;
  /** Whether it imports that package by a path, as a library's own tests do. */
  importsOwn(path: string, bytes: Buffer): boolean;
  /** Whether its project depends on a framework, as far as manifests tell. */
  dependsOn(path: string, framework: Framework): boolean;
}

const unknown: Surroundings = { packageOf: () => undefined, importsOwn: () => false, dependsOn: () => true };

/** The screen for these slots, and for the calls that load settings. */
export function screenFor(frameworks: readonly Framework[], models: readonly Models[], { packageOf, importsOwn, dependsOn }: Surroundings = unknown): Screen {
  const files = globs([...new Set(frameworks.flatMap(({ slots }) => slots.flatMap(({ at }) => at.flatMap((one) => ("entry" in one ? [one.file] : [])))))], { nocase: true });
  const known = new Map<Written, ReturnType<typeof bytesScreen>>();
  // Made when the first file of its kind comes: a commit of one file needs one of them.
  const screenOf = (written: Written): ReturnType<typeof bytesScreen> => {
    const screen = known.get(written) ?? bytesScreen(clausesIn(frameworks, models, written));
    known.set(written, screen);
    return screen;
  };
  return (bytes, path = "", { id, supplies } = { id: "", supplies: false }) => {
    const written = supplies ? "settings" : id === "python" || id === "javascript" ? id : undefined;
    return screenOf(written)(bytes, { named: supplies ? undefined : packageOf(path), importsNamed: () => importsOwn(path, bytes), dependsOn: (framework) => dependsOn(path, framework) }) || files(path);
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
  return (bytes, _path, format) => (format?.supplies ? settings(bytes) : programs(bytes));
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
export function usesScreen(frameworks: readonly Framework[]): Screen {
  const screen = bytesScreen(frameworks.flatMap(({ uses = [] }) => uses).flatMap(clausesOfUse));
  return (bytes) => screen(bytes);
}

/** `named`: what a file may speak of without writing it. */
interface Asked {
  readonly named?: string | undefined;
  readonly importsNamed?: () => boolean;
  readonly dependsOn?: (framework: Framework) => boolean;
}

function bytesScreen(clauses: readonly Clause[]): (bytes: Buffer, asked?: Asked) => boolean {
  const { words, needs, clausesWith, later } = numbered(clauses);
  const scan = scanFor(words);
  const imports = new Map<string, Buffer | undefined>();
  /** The import of a package, if a clause has its name. */
  const importOf = (name: string): Buffer | undefined => {
    if (imports.has(name)) return imports.get(name);
    const text = Buffer.from(`require("${name}")`);
    const seen = new Uint8Array(words.length);
    scan(text, seen, () => true);
    const found = seen.includes(1) || later.flat(2).some((find) => find(text)) ? text : undefined;
    imports.set(name, found);
    return found;
  };
  return (bytes, { named, importsNamed = () => false, dependsOn = () => true } = {}) => {
    const text = named === undefined ? undefined : importOf(named);
    const own = text && importsNamed() ? text : undefined;
    const seen = new Uint8Array(words.length);
    const left = needs.slice();
    const answers = new Map<Find, boolean>();
    const stands = (find: Find): boolean => {
      const answer = answers.get(find) ?? (find(bytes) || (own !== undefined && find(own)));
      answers.set(find, answer);
      return answer;
    };
    let passes = false;
    const see = (word: number): boolean => {
      for (const clause of clausesWith[word] ?? []) {
        left[clause] = (left[clause] ?? 0) - 1;
        const of = clauses[clause]?.of;
        if (left[clause] === 0 && (of === undefined || dependsOn(of)) && (later[clause] ?? []).every((oneOf) => oneOf.some(stands))) passes = true;
        if (passes) return true;
      }
      return false;
    };
    if (own) scan(own, seen, see);
    if (!passes) scan(bytes, seen, see);
    return passes;
  };
}

/**
 * Clauses by numbers: the words that are looked for at once, how many of them each clause waits for, the clauses that wait for a word, and
 * what else must stand there, each one of some words, when none is waited for any more.
 */
interface Numbered {
  readonly words: readonly Word[];
  readonly needs: Uint8Array;
  readonly clausesWith: readonly (readonly number[])[];
  readonly later: readonly (readonly (readonly Find[])[])[];
}

/** Of a clause's exact words the most telling one is looked for, for the others stand in many files: `new` of `hmac.new`. */
function numbered(clauses: readonly Clause[]): Numbered {
  const words: Word[] = [];
  const numbers = new Map<string, number>();
  const finds = new Map<string, Find>();
  const groups = new Map<readonly Word[], readonly Find[]>();
  const numberOf = (word: Word): number => kept(numbers, keyOf(word), () => words.push(word) - 1);
  const findOf = (word: Word): Find => kept(finds, keyOf(word), () => finderOf(word));
  const parts = clauses.map(({ words: all, oneOf }) => {
    const loose = all.filter(({ exact }) => exact !== true);
    const [telling, ...others] = all.filter(({ exact }) => exact).toSorted((a, b) => weight(b) - weight(a));
    const first = [...loose, ...(telling ? [telling] : [])];
    const later = others.map((word) => [findOf(word)]);
    return { first: [...new Set(first.map(numberOf))], later: oneOf ? [...later, kept(groups, oneOf, () => oneOf.map(findOf))] : later };
  });
  const clausesWith: number[][] = words.map(() => []);
  for (const [clause, { first }] of parts.entries()) for (const word of first) clausesWith[word]?.push(clause);
  return { words, needs: Uint8Array.from(parts, ({ first }) => first.length), clausesWith, later: parts.map(({ later }) => later) };
}

/** What a table has under a key, made when it is asked for first. */
function kept<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  const found = table.get(key) ?? make();
  table.set(key, found);
  return found;
}

/** What is imported says more than a name, and a long one more than a short one: `c` stands everywhere. */
function weight({ before, text }: Word): number {
  return text.length + (text.length > 2 && (before === "import" || before === "statement") ? 100 : 0);
}

function keyOf({ text, before, after, exact, name }: Word): string {
  // Of names that hold one word there is one for each form.
  return `${exact ? text : text.toLowerCase()} ${exact ?? ""} ${before} ${after} ${name?.form ?? ""}`;
}
