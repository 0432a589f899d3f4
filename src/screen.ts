import { scanFor, type Edge, type Word } from "./screen/scan.ts";
import { globs } from "./text/globs.ts";
import type { Framework } from "./types/framework.ts";
import type { Models } from "./types/model.ts";
import type { Format } from "./types/module.ts";
import type { At, Slot } from "./types/slot.ts";

/** Where can keys arrive? Decides on raw bytes, before anything is parsed, by what the file's format can hold. Nine files of ten end here. */
export type Screen = (bytes: Buffer, path?: string, format?: Pick<Format, "id" | "supplies">) => boolean;

/** One or two words that stand together in a file where a key can arrive. */
type Clause = readonly [Word] | readonly [Word, Word];

/**
 * The screen for these slots, and for the calls that load settings. `packageOf`: the package that a file belongs to, for a library's
 * own files name it by a path.
 */
export function screenFor(frameworks: readonly Framework[], models: readonly Models[], packageOf: (path: string) => string | undefined = () => undefined): Screen {
  const slots = frameworks.flatMap((framework) => framework.slots);
  // A variable's name is the same in all languages.
  const clausesIn = (language: string | undefined): readonly Clause[] => [
    ...frameworks.flatMap((framework) => framework.slots.flatMap((slot) => slot.at.flatMap((at) => ("env" in at || language === undefined || framework.language === "any" || framework.language === language ? clausesOf(at, slot, language !== undefined) : [])))),
    ...loaders(models.filter((one) => language === undefined || one.language === language)), [ignore],
  ];
  const files = globs([...new Set(slots.flatMap(({ at }) => at.flatMap((one) => ("entry" in one ? [one.file] : []))))], { nocase: true });
  const known = new Map<string, ReturnType<typeof bytesScreen>>();
  // Made when the first file of its kind comes: a commit of one file needs one of them.
  const screenOf = ({ id, supplies }: Pick<Format, "id" | "supplies">): ReturnType<typeof bytesScreen> => {
    const kind = supplies ? "settings" : id === "python" || id === "javascript" ? id : "any";
    const screen = known.get(kind) ?? bytesScreen(kind === "settings" ? [...clausesIn(undefined), ...parted] : clausesIn(kind === "any" ? undefined : kind));
    known.set(kind, screen);
    return screen;
  };
  return (bytes, path = "", format = { id: "", supplies: false }) => screenOf(format)(bytes, format.supplies ? undefined : packageOf(path)) || files(path);
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
    return given && quoted ? [[given], ...giving.map((symbol): Clause => [quoted, free(last(symbol))])] : [];
  }));
  return (bytes, _path, format) => (format?.supplies ? settings : programs)(bytes);
}

/** The screen for names wherever they stand. */
export function mentionScreen(names: readonly string[]): Screen {
  const screen = bytesScreen(names.map((name) => [free(last(name))]));
  return (bytes) => screen(bytes);
}

/** The screen for files that use what needs a key. */
export function usesScreen(frameworks: readonly Framework[]): Screen {
  const features = frameworks.flatMap(({ uses = [] }) => uses);
  const screen = bytesScreen(features.flatMap(({ import: from, symbol, settings, where }) => [
    ...[from, settings?.mark].flatMap((name): readonly Clause[] => (name === undefined ? [] : [[free(name)]])),
    ...(symbol === undefined ? [] : calledAnywhere(symbol, where)),
  ]));
  return (bytes) => screen(bytes);
}

/** Settings write a name's parts one below the other: `jwt:`, then `secret:`. */
const parted: readonly Clause[] = ["secret", "secrets", "secretKey", "signingKey", "encryptionKey"].map((text) => [free(text)]);

/** `named`: what a file speaks of without writing it. */
function bytesScreen(clauses: readonly Clause[]): (bytes: Buffer, named?: string) => boolean {
  const words = new Map(clauses.flat().map((word) => [keyOf(word), word]));
  const numbers = new Map([...words.keys()].map((key, number) => [key, number]));
  const beside = besides(clauses.map((clause) => clause.map((word) => numbers.get(keyOf(word)) ?? -1)), words.size);
  const scan = scanFor([...words.values()]);
  return (bytes, named) => {
    const seen = new Uint8Array(words.size);
    let passes = false;
    const see = (word: number): boolean => {
      if (seen[word] === 1) return false;
      seen[word] = 1;
      passes = beside[word]?.some((other) => seen[other] === 1) ?? false;
      return passes;
    };
    if (named !== undefined) scan(Buffer.from(`"${named}"`), see);
    if (!passes) scan(bytes, see);
    return passes;
  };
}

/** A comment that silences a finding: whether there is one is to be seen, and told when there is none. */
const ignore: Word = { text: "keylint-ignore", before: "name", after: "any" };

function keyOf({ text, before, after }: Word): string {
  return [text.toLowerCase(), before, after].join(" ");
}

/** For each word, the words that must stand in the file with it; itself when it says enough. */
function besides(clauses: readonly (readonly number[])[], count: number): readonly (readonly number[])[] {
  const beside: number[][] = Array.from({ length: count }, () => []);
  for (const [one = -1, other = one] of clauses) {
    beside[one]?.push(other);
    if (other !== one) beside[other]?.push(one);
  }
  return beside;
}

/** What stands in a file that has a key in this place. Entries of named files are found by the name. */
function clausesOf(at: At, { where }: Slot, isProgram: boolean): readonly Clause[] {
  if ("setting" in at) return named(at.setting);
  if ("env" in at) return named(at.env, isProgram ? "variable" : "name");
  if ("attribute" in at) return [[assigned(last(at.attribute))]];
  if ("entry" in at) return [];
  const called = calledAnywhere(at.call, where);
  if (called.some((clause) => clause.length > 1) || !at.call.startsWith("*.")) return called;
  return argumentNames(at.argument).flatMap((name) => (name === undefined ? called : called.map(([method]) => [method, free(name)] as const)));
}

/** A call of a symbol; of a method of anything also what is asked of its arguments. */
function calledAnywhere(symbol: string, where: Slot["where"] = []): readonly Clause[] {
  if (!symbol.startsWith("*.")) return [calledIn(symbol)];
  const method: Word = { text: last(symbol), before: "member", after: "called" };
  const libraries = where.flatMap((condition) => condition.symbol ?? []).map((one) => (one.includes(".") ? free(packageOf(one)) : imported(one)));
  return libraries.length > 0 ? libraries.map((library) => [method, library] as const) : [[method]];
}

/** A function of a library: the library's name, and the function's. One that is the library itself is imported by its name. */
function calledIn(symbol: string): Clause {
  const name = last(symbol);
  if (name !== packageOf(symbol)) return [free(packageOf(symbol)), free(name)];
  // A name with a capital inside is a function that a bundler puts everywhere: `defineNuxtConfig`. Packages are in small letters.
  return [/[A-Z]/.test(symbol) ? free(symbol) : imported(symbol)];
}

/** A name of each of an argument's alternatives, the most telling one: `secret` of `1.secret.private`. A position alone has none. */
function argumentNames(path: string): readonly (string | undefined)[] {
  return path.split("|").map((alternative) => {
    const parts = alternative.replaceAll("()", "").split(".").filter((part) => !/^\d+$/.test(part));
    return parts.findLast((part) => /secret|key|password/i.test(part)) ?? parts.at(-1);
  });
}

/** `app.config.from_object("config")`: the settings stand elsewhere. */
function loaders(models: readonly Models[]): readonly Clause[] {
  const loading = models.flatMap(({ models: all }) => all.filter((model) => model.means === "load" || (model.means === "file" && model.into !== undefined && model.at[0]?.startsWith("*."))));
  return loading.flatMap(({ at }) => at).map((symbol) => [free(last(symbol))]);
}

function last(symbol: string): string {
  return symbol.replaceAll("()", "").split(".").at(-1) ?? symbol;
}

/** `jose` of `jose.SignJWT().sign`, `@nestjs/jwt` of `@nestjs/jwt.JwtService`, `socket` of `socket.io-jwt.authorize`. */
function packageOf(symbol: string): string {
  return /^[^.()]+/.exec(symbol)?.[0] ?? symbol;
}

/** More ways to write a pattern's braces out than these are not looked for one by one. */
const mostSpellings = 64;

/** A setting's pattern. Of the pieces between stars the longest stand for it, two at most; where the pattern begins and ends the name does so too. */
function named(pattern: string, whole: Edge = "name"): readonly Clause[] {
  return spelled(pattern).map((spelling): Clause => {
    const pieces = spelling.split(/[^A-Za-z0-9_]+/);
    const words = pieces.map((text, at): Word => ({ text, before: at > 0 ? "any" : pieces.length === 1 && !text.includes("_") ? whole : "name", after: at === pieces.length - 1 ? "name" : "any" }));
    const [first, second] = words.filter(({ text }) => text.length > 2).toSorted((a, b) => b.text.length - a.text.length);
    return first && second ? [first, second] : [first ?? words[0] ?? free(spelling)];
  });
}

/** `{A,B}_KEY` is A_KEY and B_KEY. */
function spelled(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const { index, 0: whole, 1: inside = "" } = braces;
  const [head, tail] = [pattern.slice(0, index), pattern.slice(index + whole.length)];
  const all = inside.split(",").flatMap((part) => spelled(head + part + tail));
  return all.length > mostSpellings ? [`${head}*${tail}`] : all;
}

function free(text: string): Word {
  return { text, before: "name", after: "name" };
}

/** A package as JavaScript names it when it imports it, with or without what lies in it. */
function imported(symbol: string): Word {
  return { text: symbol, before: "quote", after: "quote" };
}

/** A name that something is assigned to. A telling one may stand alone; `keys` stands everywhere. */
function assigned(attribute: string): Word {
  return attribute.includes("_") ? free(attribute) : { text: attribute, before: "member", after: "assigned" };
}
