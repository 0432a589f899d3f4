import type { Framework } from "../types/framework.ts";
import type { Language } from "../types/module.ts";
import type { At, Slot } from "../types/slot.ts";
import { alone } from "../text/alone.ts";
import { globs } from "../text/globs.ts";
import { upperSnake } from "../text/names.ts";
import { holdersOf } from "./settled.ts";

/** A slot with its framework. `rank` is the framework's place in the list: the smaller leads. */
export interface Entry<A extends At = At> {
  readonly framework: Framework;
  readonly slot: Slot;
  readonly at: A;
  readonly rank: number;
}

type Attribute = Extract<At, { attribute: string }>;
type CallAt = Extract<At, { call: string }>;
type Setting = Extract<At, { setting: string }>;
type Env = Extract<At, { env: string }>;
type Named = Extract<At, { entry: string }>;

/** All slots, ready to be asked. */
export interface Catalogue {
  readonly frameworks: readonly Framework[];
  attribute(symbol: string | undefined, language: Language): readonly Entry<Attribute>[];
  /** By the callee's symbol, or for `*.register` by the method's name. */
  call(symbol: string | undefined, method: string | undefined, language: Language): readonly Entry<CallAt>[];
  setting(name: string, language: Language): readonly Entry<Setting>[];
  env(name: string): readonly Entry<Env>[];
  /** Whether a variable can end in a name: one that is read under a prefix is described by its end only. */
  endsVariable(name: string): boolean;
  /** By the path of keys in a file of this path. */
  entry(path: readonly string[], file: string): readonly Entry<Named>[];
  /** The entries that a file of this path can have. */
  entriesOf(file: string): readonly Entry<Named>[];
  /** Whether a slot says of a name, in UPPER_SNAKE, that it is something else. */
  isExcepted(name: string, slot: Slot): boolean;
  /** Whether a slot takes another party's key in code of this path, within these classes. */
  isExceptedIn(path: string, within: readonly string[], slot: Slot): boolean;
}

export function catalogue(frameworks: readonly Framework[]): Catalogue {
  const entries = frameworks.flatMap((framework, rank) => framework.slots.flatMap((slot) => slot.at.map((at): Entry => ({ framework, slot, at, rank }))));
  const attributes = table(entries.filter(isAttribute), ({ at }) => at.attribute);
  const calls = table(entries.filter(isCall), ({ at }) => at.call);
  const setting = byName(entries.filter(isSetting), ({ at }) => at.setting);
  const env = byName(entries.filter(isEnv), ({ at }) => at.env);
  let words: readonly string[] | undefined;
  const endings = (): readonly string[] => [...new Set(entries.filter(isEnv).flatMap(({ at }) => at.env.replace(/[{}]/g, ",").split(/[^A-Z0-9]+/).slice(-3)))].filter((word) => word.length > 1);
  const entriesOf = byFile(entries.filter(isNamed));
  return {
    frameworks,
    attribute: (symbol, language) => (symbol === undefined ? [] : spoken(attributes.get(symbol), language)),
    call: (symbol, method, language) => [
      ...(symbol === undefined ? [] : spoken(calls.get(symbol), language)),
      ...(method === undefined ? [] : spoken(calls.get(`*.${method}`), language)),
    ],
    setting: (name, language) => spoken(setting(name), language).filter(({ at }) => at.capitals !== true || name === name.toUpperCase()),
    env: (name) => env(name),
    endsVariable: (name) => {
      const upper = upperSnake(name);
      return (words ??= endings()).some((word) => upper.includes(word));
    },
    entry: (path, file) => entriesOf(file).filter(({ at }) => at.entry === path.join(".")),
    entriesOf,
    isExcepted: (name, { except }) => globs(except ?? [])(name),
    isExceptedIn: (path, within, { exceptIn = [] }) => exceptIn.length > 0 && [...path.replace(/\.\w+$/, "").split("/"), ...within].some((word) => globs(exceptIn)(upperSnake(word))),
  };
}

/** Where frameworks name symbols that anybody asks for: their slots, what holds a slot's key, and what needs one. */
export function askedIn(frameworks: readonly Framework[]): unknown {
  return frameworks.map(({ slots, uses, application }) => [slots, slots.flatMap(holdersOf), uses, application]);
}

/** The entries of named files, by the file. Few names come with an entry, so few files are asked for. */
function byFile(entries: readonly Entry<Named>[]): (file: string) => readonly Entry<Named>[] {
  const compiled = entries.map((entry) => ({ entry, is: globs([entry.at.file], { nocase: true }) }));
  const known = new Map<string, readonly Entry<Named>[]>();
  return (file) => {
    const before = known.get(file);
    if (before) return before;
    const found = compiled.filter(({ is }) => is(file)).map(({ entry }) => entry);
    known.set(file, found);
    return found;
  };
}

function table<E>(entries: readonly E[], keyOf: (entry: E) => string): ReadonlyMap<string, E[]> {
  const found = new Map<string, E[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = found.get(key);
    if (known) known.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

/** Patterns over UPPER_SNAKE names; answers are kept, for few names come up often. */
function byName<E extends Entry>(entries: readonly E[], patternOf: (entry: E) => string): (name: string) => readonly E[] {
  const compiled = entries.map((entry) => ({
    entry,
    is: globs([patternOf(entry)]),
    not: globs(entry.slot.except ?? []),
  }));
  const known = new Map<string, readonly E[]>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    const upper = upperSnake(name);
    const found = compiled.filter(({ is, not }) => is(upper) && !not(upper)).map(({ entry }) => entry);
    known.set(alone(name), found);
    return found;
  };
}

function spoken<E extends Entry>(entries: readonly E[] | undefined, language: Language): readonly E[] {
  return entries?.filter(({ framework }) => framework.language === "any" || framework.language === language) ?? [];
}

function isAttribute(entry: Entry): entry is Entry<Attribute> {
  return "attribute" in entry.at;
}

function isCall(entry: Entry): entry is Entry<CallAt> {
  return "call" in entry.at;
}

function isSetting(entry: Entry): entry is Entry<Setting> {
  return "setting" in entry.at;
}

function isEnv(entry: Entry): entry is Entry<Env> {
  return "env" in entry.at;
}

function isNamed(entry: Entry): entry is Entry<Named> {
  return "entry" in entry.at;
}
