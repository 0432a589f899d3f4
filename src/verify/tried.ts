import { reveal } from "../types/secret.ts";
import type { Key, Place } from "../types/key.ts";
import { shownNames } from "../text/drawn.ts";
import { settingsIn } from "./environment.ts";
import { digestsOf, readingsOf, type Readings } from "./readings.ts";

/** Where a key stands, for people. */
export interface Stand {
  /** `SECRET_KEY in app/settings.py:12`, `line 17 of keys.txt`. */
  where(): string;
  /** In a list, which need be nobody's. */
  readonly isListed?: true;
  /** The framework that takes it, as far as a file says so. */
  readonly framework?: string;
}

/** A text that is tried, once, wherever it stands. */
export interface Tried {
  readonly readings: () => Readings;
  readonly stands: readonly Stand[];
}

/** A file with keys, as it is shown and as it is. */
export interface Listed {
  readonly shown: string;
  /** Git does not hold it. */
  readonly isIgnored?: boolean;
  readonly text: string;
}

/** What is tried: keys that were found, values of environment files, and a list. */
export interface Sources {
  readonly keys: readonly Key[];
  readonly environments: readonly Listed[];
  readonly list?: Listed;
  /** `app/settings.py:12` */
  locate(place: Place): string;
}

export function triedOf({ keys, environments, list, locate }: Sources): readonly Tried[] {
  const tried = new Map<string, { readings: () => Readings; stands: Stand[] }>();
  const add = (text: string, form: "text" | "bytes" | "digest", stand: Stand): void => {
    const known = tried.get(`${form}\0${text}`);
    if (known) known.stands.push(stand);
    else tried.set(`${form}\0${text}`, { readings: () => (form === "digest" ? digestsOf(text) : readingsOf(text, form)), stands: [stand] });
  };
  for (const { name, framework, origin: { making, place } } of keys) {
    const stand: Stand = { where: () => `${name} in ${locate(place)}`, framework: framework.id };
    if (making.kind === "literal") add(reveal(making.received), making.form, stand);
    if (making.kind === "digest") add(reveal(making.of), "digest", stand);
  }
  for (const { shown, text, isIgnored = false } of environments) {
    for (const { name, line, values } of settingsIn(text)) for (const value of values) add(value, "text", { where: () => `${shownNames(name)} in ${shown}:${line}${isIgnored ? ", which git ignores," : ""}` });
  }
  list?.text.split(/\r\n|\n|\r/).forEach((line, at) => {
    for (const value of new Set([line, line.trim()])) if (value !== "") add(value, "text", { where: () => `line ${at + 1} of ${list.shown}`, isListed: true });
  });
  return [...tried.values()];
}
