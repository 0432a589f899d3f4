import { packageIn, packagesOf } from "../match/packages.ts";
import type { Feature, Framework } from "../types/framework.ts";
import type { Models } from "../types/model.ts";
import type { At, Slot } from "../types/slot.ts";
import type { Name } from "./names.ts";
import type { Word } from "./scan.ts";

/**
 * Words that stand together in a file where a key can arrive. `of`: and the project is the framework's, as its manifest says, for the
 * words alone are in every second file: one of these packages is among its dependencies.
 */
export interface Clause {
  readonly words: readonly Word[];
  /** And one of these. */
  readonly oneOf?: readonly Word[];
  readonly of?: readonly string[];
  /** Where they stand something is used that needs a key; else a key can arrive. */
  readonly isUse?: true;
}

/** What a file is written in: a language of programs, settings, or anything else. */
export type Written = "python" | "javascript" | "settings" | undefined;

/** What stands in a file of this kind that has a key in a slot, or loads settings from elsewhere. */
export function clausesIn(frameworks: readonly Framework[], models: readonly Models[], written: Written): readonly Clause[] {
  return merged([
    ...slotsIn(frameworks, models, written),
    ...loaders(models.filter(({ language }) => !isProgram(written) || language === written)),
    { words: [ignore] },
    ...(written === "settings" ? parted : usesIn(frameworks.filter(({ language }) => written === undefined || language === "any" || language === written))),
  ]);
}

/** What stands in a file of this kind that has a key in a slot by itself. `entries`: those that are slots in it, by its name. */
export function aloneIn(frameworks: readonly Framework[], models: readonly Models[], written: Written, entries: readonly string[]): readonly Clause[] {
  const own = entries.map((entry) => ({ words: entry.split(".").filter((part) => /^[\w-]+$/.test(part)).map(free) }));
  return merged([...slotsIn(frameworks, models, written), { words: [ignore] }, ...(written === "settings" ? parted : []), ...own]);
}

function slotsIn(frameworks: readonly Framework[], models: readonly Models[], written: Written): readonly Clause[] {
  const reading = { written, words: isProgram(written) ? readersIn(models, written) : [] };
  const own = frameworks.flatMap((framework) => framework.slots.flatMap((slot) => slot.at.flatMap((at) => (isWritten(framework, at, written) ? clausesOf(at, slot, framework, reading) : []))));
  return [...own, ...(isProgram(written) ? prefixed(models, written) : [])];
}

/** What stands in a file that uses what needs a key. */
export function usesIn(frameworks: readonly Framework[]): readonly Clause[] {
  return frameworks.flatMap(({ uses = [] }) => uses).flatMap(clausesOfUse).map((clause) => ({ ...clause, isUse: true }));
}

/** Many patterns have one word in common: a name that holds it is held against all of them at once. */
function merged(clauses: readonly Clause[]): readonly Clause[] {
  const groups = new Map<string, Clause>();
  const others: Clause[] = [];
  for (const clause of clauses) {
    const [word] = clause.words;
    if (word?.name === undefined) {
      others.push(clause);
      continue;
    }
    const key = [word.text.toLowerCase(), word.name.form, clause.oneOf !== undefined].join(" ");
    const patterns = groups.get(key)?.words[0]?.name?.patterns ?? [];
    groups.set(key, { ...clause, words: [{ ...word, name: { ...word.name, patterns: [...new Set([...patterns, ...word.name.patterns])] } }] });
  }
  return [...others, ...groups.values()];
}

/** These names, wherever they stand. */
export function namesOf(names: readonly string[]): readonly Clause[] {
  return names.map((name) => ({ words: [free(last(name))] }));
}

/** The names of settings and variables that slots have, in whatever form. */
export function namesIn(frameworks: readonly Framework[]): readonly Clause[] {
  const patterns = frameworks.flatMap(({ slots }) => slots.flatMap(({ at }) => at.flatMap((one) => ("setting" in one ? [one.setting] : "env" in one ? [one.env] : []))));
  return merged([...new Set(patterns)].flatMap((pattern) => named(pattern, { written: "python", words: [] }, "any")));
}

function clausesOfUse({ import: from, symbol, settings, where }: Feature): readonly Clause[] {
  const names = [from, settings?.mark].flatMap((name) => (name === undefined ? [] : [{ words: [free(name)] }]));
  return symbol === undefined ? names : [...names, ...calledAnywhere(symbol, where, undefined)];
}

/** A variable's name is the same in all languages. */
function isWritten({ language }: Framework, at: At, written: Written): boolean {
  return "env" in at || !isProgram(written) || language === "any" || language === written;
}

function isProgram(written: Written): written is "python" | "javascript" {
  return written === "python" || written === "javascript";
}

/** A comment that silences a finding: whether there is one is to be seen, and told when there is none. */
const ignore: Word = { text: "keylint-ignore", before: "name", after: "any" };

/** Settings write a name's parts one below the other: `jwt:`, then `secret:`. */
const parted: readonly Clause[] = ["secret", "secrets", "secretKey", "signingKey", "encryptionKey"].map((text) => ({ words: [free(text)] }));

/** What a file is written in, and the words of this language by which a program reads variables. */
interface Reading {
  readonly written: Written;
  readonly words: readonly Word[];
}

/** Entries of named files are found by the name. */
function clausesOf(at: At, { where }: Slot, framework: Framework, reading: Reading): readonly Clause[] {
  const { written } = reading;
  if ("setting" in at) return named(at.setting, reading, at.capitals ? "capitals" : "given");
  if ("env" in at) return named(at.env, reading, "capitals");
  if ("entry" in at) return [];
  if ("attribute" in at) return attributeIn(at.attribute, framework);
  const names = argumentNames(at.argument);
  // A setting's name is found wherever it stands; other arguments can be made elsewhere.
  const isSetting = names.every((name) => name !== undefined && name === name.toUpperCase());
  const called = calledAnywhere(at.call, where, written);
  const isAnything = at.call.startsWith("*.");
  if (!isSetting && (!isAnything || where?.some(({ symbol }) => symbol) === true)) return called;
  const all = called.flatMap(({ words }) => names.map((name) => (name === undefined ? words : [...words, free(name)])));
  return isAnything ? all.flatMap((words) => ofFramework(words, framework)) : all.map((words) => ({ words }));
}

/** A name that something is assigned to. A telling one may stand alone; `keys` stands everywhere. */
function attributeIn(symbol: string, framework: Framework): readonly Clause[] {
  const [name = symbol, holder] = symbol.split(".").toReversed();
  const word: Word = { text: name, before: "member", after: "assigned", exact: true };
  const held = holder === undefined || holder.endsWith("()") ? [] : [{ words: [word, exact(holder)] }];
  return [...ofFramework([word], framework), ...held];
}

/** In a file that imports a package of the framework, or in a project that depends on one. */
function ofFramework(words: readonly Word[], framework: Framework): readonly Clause[] {
  return [{ words, of: [framework.id, ...packagesOf(framework)] }, ...packagesOf(framework).map((name) => ({ words: [...words, packageWord(name, framework.language === "python" ? "python" : "javascript")] }))];
}

/** A call of a symbol; of a method of anything also what is asked of its arguments. */
function calledAnywhere(symbol: string, where: Slot["where"], written: Written): readonly Clause[] {
  const asked = (where ?? []).flatMap((condition) => condition.symbol ?? []);
  if (!symbol.startsWith("*.")) return symbolIn(symbol, written).flatMap((words) => (asked.length === 0 ? [{ words }] : [...new Set(asked.map(last))].map((name) => ({ words: [...words, exact(name)] }))));
  const method: Word = { text: last(symbol), before: "member", after: "called", exact: true };
  if (asked.length === 0) return [{ words: [method] }];
  return asked.map((one) => ({ words: [method, one.includes(".") ? free(packageIn(one, written === "python")) : imported(one)] }));
}

/** Names of a library in a file that has one of its functions: the library, the module in it, the function. A function that is the library itself is imported by its name. */
function symbolIn(symbol: string, written: Written): readonly (readonly Word[])[] {
  if (last(symbol) === symbol) return [[/[A-Z]/.test(symbol) ? exact(symbol) : imported(symbol)]];
  const [name, from] = [last(symbol), packageIn(symbol, written === "python")];
  const parts = symbol.slice(from.length + 1).split(".");
  const inside = parts.length > 1 && !parts.at(-2)?.endsWith(")") ? parts.at(-2) : undefined;
  const words = [...(inside === undefined ? [] : [exact(inside)]), exact(name)];
  const whole = /^[\w$]+$/.test(from) && isProgram(written) ? [[exact(symbol.replaceAll("()", ""))]] : [];
  return [[packageWord(from, written), ...words], ...whole];
}

/** A package where it is imported: as a text in JavaScript, by a statement in Python. */
function packageWord(name: string, written: Written): Word {
  return written === "javascript" ? imported(name) : written === "python" ? { ...exact(name), before: "statement" } : exact(name);
}

/** A name of each of an argument's alternatives, the most telling one: `secret` of `1.secret.private`. A position alone has none. */
function argumentNames(path: string): readonly (string | undefined)[] {
  return path.split("|").map((alternative) => {
    const parts = alternative.replaceAll("()", "").split(".").filter((part) => !/^\d+$/.test(part));
    return parts.findLast((part) => /secret|key|password/i.test(part)) ?? parts.at(-1);
  });
}

/** By what a program reads variables, of the library's name and the function's the more telling one: `environ`, `decouple`. */
function readersIn(models: readonly Models[], written: "python" | "javascript"): readonly Word[] {
  const readers = models.filter(({ language }) => language === written).flatMap(({ models: all }) => all.flatMap((model) => (model.means === "env" ? model.at : [])));
  const names = readers.map((symbol) => [packageIn(symbol, written === "python"), last(symbol)].filter((name) => name !== "*").toSorted((a, b) => b.length - a.length)[0] ?? symbol);
  return [...new Set(names)].map(exact);
}

/** Variables of a class or a mapping of settings that all begin alike, of which only the ends stand there: `env_prefix="JWT_"`. */
function prefixed(models: readonly Models[], written: "python" | "javascript"): readonly Clause[] {
  const all = models.filter(({ language }) => language === written).flatMap(({ models: one }) => one);
  return all.flatMap((model) => {
    if (model.means !== "schema" || model.variable?.prefix === undefined) return [];
    const names = (model.variable.prefix.at ?? "").split("|").map(last).filter((name) => name !== "" && !/^\d+$/.test(name));
    return [model.at].flat().flatMap((symbol) => (names.length === 0 ? [[]] : [...new Set(names)].map((name) => [exact(name)])).map((words) => ({ words: [...words, packageWord(packageIn(symbol, written === "python"), written)] })));
  });
}

/** `app.config.from_object("config")`: the settings stand elsewhere. A method of anything that other things have, too, is a configuration's. */
function loaders(models: readonly Models[]): readonly Clause[] {
  const loading = models.flatMap(({ models: all }) => all.filter((model) => model.means === "load" || (model.means === "file" && model.into !== undefined && model.at[0]?.startsWith("*."))));
  return loading.flatMap(({ means, at }) => [at].flat().map((symbol): Clause => ({ words: [{ ...exact(last(symbol)), after: "called" }, ...(means === "file" ? [{ ...free("config"), before: "any", after: "any" } as const] : symbol.startsWith("*.") ? [] : [exact(packageIn(symbol, true))])] })));
}

/** `sign` of `jose.SignJWT().sign`. */
export function last(symbol: string): string {
  return symbol.replaceAll("()", "").split(".").at(-1) ?? symbol;
}

/** More ways to write a pattern's braces out than these are not looked for one by one. */
const mostSpellings = 64;

/**
 * A setting's pattern. Of the pieces between stars the longest stand for it. In a program the name is one word or one text, and is held
 * against the pattern; settings make it of the names of several lines, of which two pieces may be all that stands together.
 */
function named(pattern: string, { written, words: readers }: Reading, form: "any" | "given" | "capitals"): readonly Clause[] {
  return spelled(pattern).flatMap((spelling): readonly Clause[] => {
    const pieces = spelling.split(/[^A-Za-z0-9_]+/);
    const [first, second] = pieces.map((text, at): Word => ({ text, before: at > 0 ? "any" : "name", after: at === pieces.length - 1 ? "name" : "any" })).filter(({ text }) => text.length > 2).toSorted((a, b) => b.text.length - a.text.length);
    if (first === undefined) return [{ words: [free(pieces[0] ?? spelling)] }];
    if (!isProgram(written)) return [{ words: second === undefined ? [first] : [first, second] }];
    const word = (one: Name["form"]): Word => ({ text: first.text, before: "any", after: "any", name: { patterns: [spelling], form: one } });
    if (form !== "capitals") return [{ words: [word(form === "given" && written === "python" ? "set" : form)] }];
    return [{ words: [word("capitals")] }, ...(written === "python" ? [{ words: [word("field")] }] : []), { words: [word(written === "python" ? "asked" : "held")], oneOf: readers }];
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

export function free(text: string): Word {
  return { text, before: "name", after: "name" };
}

/** A name of a program: its case counts. */
function exact(text: string): Word {
  return { text, before: "name", after: "name", exact: true };
}

/** A package as JavaScript names it when it imports it, with or without what lies in it. */
function imported(symbol: string): Word {
  return { text: symbol, before: "import", after: "quote", exact: true };
}
