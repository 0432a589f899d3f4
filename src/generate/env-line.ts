import { readEntries, type Entry } from "../formats/dotenv/entries.ts";

/** An assignment that an environment file is to have. */
export interface Wanted {
  readonly name: string;
  readonly key: string;
  /** direnv hands on what is exported only: `.envrc`. */
  readonly shell: boolean;
}

/** The file's new text, and whether an empty assignment was filled; or what is in the way, the end of a sentence that begins with the file. */
export type Placed = { readonly text: string; readonly filled: boolean } | { readonly mistake: string };

/**
 * Puts a key into the text of an environment file: at the name's last assignment when it is empty, as in a copy of `.env.example`, else
 * at the end. Line ends, a missing last one and a byte order mark stay what they are. A name that has a value keeps it.
 */
export function assigned(before: string, wanted: Wanted): Placed {
  const { name, key, shell } = wanted;
  const entries = entriesOf(before, shell);
  const own = entries.filter((entry) => entry.name === name);
  if (own.some(({ inner }) => inner.end > inner.start)) return { mistake: `assigns ${name} already, and keylint does not overwrite it. Take that line out first; what the old key has signed is then no longer accepted` };
  const last = own.at(-1);
  const text = last ? filled(before, last, key) : appended(before, `${shell ? "export " : ""}${name}=${written(key)}`);
  const after = entriesOf(text, shell);
  const expected = last ? entries.map((entry) => (entry === last ? key : valueIn(before, entry))) : [...entries.map((entry) => valueIn(before, entry)), key];
  const same = after.length === expected.length && after.every((entry, at) => valueIn(text, entry) === expected[at]);
  return same ? { text, filled: last !== undefined } : { mistake: `would not be read with the key as it was written; look for a quote that is not closed` };
}

function entriesOf(text: string, shell: boolean): readonly Entry[] {
  const entries: Entry[] = [];
  readEntries(text.replace(/^\ufeff/, " "), shell, { entry: (entry) => void entries.push(entry), comment: () => undefined });
  return entries;
}

function valueIn(text: string, { inner }: Entry): string {
  return text.slice(inner.start, inner.end);
}

/**
 * As dotenv, python-dotenv, Docker Compose and shells read it back alike. Bare where it can be, for `docker run --env-file` keeps quotes;
 * else in single quotes, between which none of them expands anything. No key holds a quote or a backslash. Checked for each form of key with
 * dotenv 18.0, Node's own reader, python-dotenv 1.2, django-environ 0.14, python-decouple 3.8, and `set -a; . FILE` in dash and bash.
 */
function written(key: string): string {
  return /^[\w./+=:-]+$/.test(key) ? key : `'${key}'`;
}

/** Behind the sign, where no blank or comment is in the way. After a colon dotenv wants a blank. */
function filled(text: string, { head, token }: Entry, key: string): string {
  const colon = text[head.end - 1] === ":" ? " " : "";
  if (token.end > token.start) return `${text.slice(0, token.start)}${written(key)}${text.slice(token.end)}`;
  const rest = text.slice(head.end);
  const loose = /^[ \t]{1,40}(?=[\r\n]|$)/.exec(rest)?.[0].length ?? 0;
  return `${text.slice(0, head.end)}${colon}${written(key)}${rest.slice(loose)}`;
}

function appended(text: string, line: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const open = text !== "" && !/[\r\n]$/.test(text);
  return `${text}${open ? end : ""}${line}${end}`;
}
