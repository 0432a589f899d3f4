import { printable } from "../text/printable.ts";

/** What stands at a place in a document is not what must stand there. The message names the place by the format's own words, and holds nothing of the document. */
export class Misshapen extends Error {
  override readonly name = "Misshapen";
  readonly wanted: string;
  readonly place: readonly string[];

  constructor(wanted: string, place: readonly string[] = []) {
    super(`${place.length === 0 ? "the document" : place.join("").replace(/^\./, "")} must be ${wanted}`);
    this.wanted = wanted;
    this.place = place;
  }
}

/** Gives the part of a document that it is asked for, as a copy that holds what is known and nothing else. @throws Misshapen */
export type Check<T> = (value: unknown) => T;

/** A field that may be missing. */
export interface Optional<T> {
  readonly optional: Check<T>;
}

/** Each field of a type, checked. A field that the type gains must be named here too, or it does not compile. */
export type Fields<T> = { readonly [Name in keyof T]-?: object extends Pick<T, Name> ? Optional<NonNullable<T[Name]>> : Check<T[Name]> };

export function optional<T>(check: Check<T>): Optional<T> {
  return { optional: check };
}

/** An object with these fields, in the order in which they stand there. Other fields are left out. */
export function object<T>(fields: Fields<T>): Check<T> {
  const checks = new Map<string, Check<unknown> | Optional<unknown>>(Object.entries<Check<unknown> | Optional<unknown>>(fields));
  const needed = [...checks].filter(([, check]) => typeof check === "function").map(([name]) => name);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Misshapen("an object");
    const missing = needed.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) throw new Misshapen(`there, and is missing`, [`.${missing}`]);
    const copy: { [name: string]: unknown } = {};
    for (const [name, inner] of Object.entries(value)) {
      const check = checks.get(name);
      if (check !== undefined) copy[name] = at(`.${name}`, typeof check === "function" ? check : check.optional, inner);
    }
    return copy as T;
  };
}

export function list<T>(check: Check<T>, most = Infinity): Check<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Misshapen("a list");
    if (value.length > most) throw new Misshapen(`a list of at most ${most}`);
    return value.map((inner: unknown, index) => at(`[${index}]`, check, inner));
  };
}

function at<T>(place: string, check: Check<T>, value: unknown): T {
  try {
    return check(value);
  } catch (error) {
    throw error instanceof Misshapen ? new Misshapen(error.wanted, [place, ...error.place]) : error;
  }
}

/** One of some words. */
export function word<Word extends string | number | boolean>(words: readonly Word[]): Check<Word> {
  return (value) => {
    const found = words.find((one) => one === value);
    if (found === undefined) throw new Misshapen(words.length === 1 ? String(words[0]) : `one of ${words.join(", ")}`);
    return found;
  };
}

/** Any text: for what reporters write out themselves, such as a path. */
export const text: Check<string> = (value) => {
  if (typeof value !== "string") throw new Misshapen("a text");
  return value;
};

/** A sentence or a name of keylint's own, which reporters print as it is. Whoever made the document, it does nothing to a terminal. */
export const shown: Check<string> = (value) => printable(text(value));

/** A text of a form. */
export function formed(form: RegExp, wanted: string): Check<string> {
  return (value) => {
    if (typeof value !== "string" || !form.test(value)) throw new Misshapen(wanted);
    return value;
  };
}

/** A whole number. The most is one that no file comes to, and that no reporter chokes on. */
export function whole(least: number, most = 1e9): Check<number> {
  return (value) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) throw new Misshapen(`a whole number from ${least} to ${most}`);
    return value;
  };
}

export const flag: Check<boolean> = word([true, false]);
