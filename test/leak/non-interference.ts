import { publishedKeys } from "../../rules/published-keys.ts";
import { assess } from "../../src/strength/index.ts";
import type { Key } from "../../src/types/key.ts";
import { Secret } from "../../src/types/secret.ts";
import { textOf, verdictOf, watched, type Run } from "./keys.ts";
import type { Files, Produce } from "./produce.ts";
import { candidates } from "./twins.ts";

/** A key's letters and digits in a file: what is exchanged. */
interface Written {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** Where each unit of `text` stands. */
  readonly places: readonly number[];
}

/** What an exchange came to. */
export interface Exchange {
  /** Keys whose text was exchanged for another with the same verdict. */
  readonly exchanged: readonly string[];
  /** Keys for which no twin was found, but for published ones of which there is no other of that length. */
  readonly alone: readonly string[];
  /** Channels whose bytes changed, with the first line that did. */
  readonly leaks: readonly string[];
}

/** Rounds in which keys that were judged otherwise get another candidate. */
const mostRounds = 60;

/**
 * Exchanges every key for a twin that is judged alike, and tells what changed outside. Twins are chosen by what rules were told and
 * said, and compared by all bytes that came out. `copies`: of what stands in places of no key, too.
 */
export function exchange(produce: Produce, files: Files, { copies = false } = {}): Exchange {
  const before = watched(produce, files);
  const verdicts = verdictsOf(before);
  const written = writtenIn(before, files);
  // What is written in several places is one key, and stays one.
  const open = new Map(grouped(written).map((same) => [same[0].text, { same, next: likely(same[0]) }]));
  const twins = new Map<string, Written & { twin: string }>();
  const alone = new Set<string>();
  let wrong = [...open.values()];
  for (let round = 0; round < mostRounds; round++) {
    for (const { same: places, next } of wrong) {
      const { value } = next.next();
      for (const one of places) {
        if (typeof value === "string") twins.set(one.id, { ...one, twin: value });
        else {
          if (!isPublished(one.text)) alone.add(one.id);
          twins.delete(one.id);
          open.delete(one.text);
        }
      }
    }
    if (twins.size === 0) return { exchanged: [], alone: [...alone], leaks: [] };
    const after = watched(produce, exchanged(files, [...twins.values()], copies));
    const now = verdictsOf(after);
    wrong = [...open.values()].filter(({ same: places }) => places.some((one) => !same(one, verdicts, now)));
    if (wrong.length === 0) return { exchanged: [...twins.keys()], alone: [...alone], leaks: changes(before, after) };
  }
  throw new Error(`no end of exchanging: ${[...open.keys()].join(", ")}`);
}

/** Places with one text together. */
function grouped(written: readonly Written[]): readonly (readonly [Written, ...Written[]])[] {
  const groups = new Map<string, [Written, ...Written[]]>();
  for (const one of written) {
    const known = groups.get(one.text);
    if (known) known.push(one);
    else groups.set(one.text, [one]);
  }
  return [...groups.values()];
}

const published = new Map(publishedKeys);

function isPublished(text: string): boolean {
  return assess(new Secret(text), "text", { published }).published !== undefined;
}

/** The verdicts of all keys that come from one place, by that place. */
function verdictsOf({ keys }: Run): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string[]>();
  for (const key of keys) verdicts.set(placeOf(key), [...(verdicts.get(placeOf(key)) ?? []), `${key.framework.id}/${key.slot.id} ${key.sink.path} ${verdictOf(key)}`].sort());
  return new Map([...verdicts].map(([place, all]) => [place, all.join("\n")]));
}

function same({ id }: Written, verdicts: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return verdicts.get(id) === now.get(id);
}

function placeOf({ origin: { place } }: Key): string {
  return `${place.path} at ${place.span.start}`;
}

/** Candidates that the text's own assessment speaks for; the rest is found out by linting. */
function* likely(one: Written): Generator<string> {
  const bucket = (text: string): string => {
    const { random, ...rest } = assess(new Secret(text), "text", { published });
    return JSON.stringify([rest.published !== undefined, rest.placeholder, rest.template, rest.strength, rest.reason, random >= 16]);
  };
  const wanted = bucket(one.text);
  for (const candidate of candidates(one.text)) if (bucket(candidate) === wanted) yield candidate;
}

/** Each place from which a written key comes. */
function writtenIn({ keys }: Run, files: Files): readonly Written[] {
  const found = new Map<string, Written>();
  for (const key of keys) {
    const { path, span } = key.origin.place;
    const text = files[path];
    if (text === undefined || (textOf(key) ?? "") === "") continue;
    const places = lettersIn(text.slice(span.start, span.end)).map((at) => at + span.start);
    const letters = places.map((at) => text[at]).join("");
    // Published with its escapes, which are left as they are: without them it is another text, and has no twin.
    if (key.assessment?.published !== undefined && !isPublished(letters)) continue;
    if (places.length > 0) found.set(placeOf(key), { id: placeOf(key), path, places, text: letters });
  }
  return [...found.values()];
}

/** What stands between quotes, or all of a bare value; escapes are left as they are. */
function lettersIn(token: string): readonly number[] {
  const quoted = [...token.matchAll(/(["'`]{3}|["'`])((?:\\[^]|(?!\1)[^])*)\1/g)];
  const inside = quoted.length > 0 ? quoted.map((match) => [match.index + (match[1] ?? "").length, match[2] ?? ""] as const) : [[0, token] as const];
  return inside.flatMap(([from, text]) => {
    const escaped = new Set([...text.matchAll(/\\(?:x[\da-f]{2}|u[\da-f]{4}|[^]|$)/gi)].flatMap((match) => Array.from(match[0], (_, at) => match.index + at)));
    return Array.from({ length: text.length }, (_, at) => at).filter((at) => !escaped.has(at)).map((at) => from + at);
  });
}

/** With copies, the text of a key is exchanged where no rule speaks of it, too. */
function exchanged(files: Files, twins: readonly (Written & { twin: string })[], copies: boolean): Files {
  const units = new Map<string, string[]>();
  for (const { path, places, twin } of twins) {
    const text = units.get(path) ?? (files[path] ?? "").split("");
    units.set(path, text);
    places.forEach((place, at) => (text[place] = twin[at] ?? ""));
  }
  const changed = { ...files, ...Object.fromEntries([...units].map(([path, text]) => [path, text.join("")])) };
  const long = copies ? twins.filter(({ text }) => text.length >= 7) : [];
  return Object.fromEntries(Object.entries(changed).map(([path, text]) => [path, long.reduce((whole, one) => whole.replaceAll(one.text, one.twin), text)]));
}

function changes(before: Run, after: Run): readonly string[] {
  return Object.keys(before.outputs).filter((channel) => before.outputs[channel] !== after.outputs[channel]).map((channel) => {
    const [old, now] = [before, after].map(({ outputs }) => (outputs[channel] ?? "").split("\n"));
    const line = (old ?? []).findIndex((text, at) => text !== now?.[at]);
    return `${channel}: ${old?.[line]} became ${now?.[line]}`;
  });
}

/**
 * Makes the last key of each file longer, where that changes nothing of how it is judged, and tells what changed besides columns:
 * these show a key's length, and nothing else may. A key that is written in several places stays as it is.
 */
export function stretch(produce: Produce, files: Files): Exchange {
  const before = watched(produce, files);
  const verdicts = verdictsOf(before);
  const once = grouped(writtenIn(before, files)).flatMap((places) => (places.length === 1 ? places : []));
  let chosen = [...new Map(once.toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0)).map((one) => [one.path, one])).values()];
  for (;;) {
    const after = watched(produce, stretched(files, chosen));
    const now = verdictsOf(after);
    const fitting = chosen.filter((one) => same(one, verdicts, now));
    if (fitting.length === chosen.length) return { exchanged: chosen.map(({ id }) => id), alone: [], leaks: changes(withoutColumns(before), withoutColumns(after)) };
    chosen = fitting;
  }
}

/** Some of its own letters are put to its end. */
function stretched(files: Files, keys: readonly Written[]): Files {
  const longer = keys.map(({ path, places, text }) => {
    const end = (places.at(-1) ?? 0) + 1;
    const whole = files[path] ?? "";
    return [path, `${whole.slice(0, end)}${text.slice(1, 8)}${whole.slice(end)}`] as const;
  });
  return { ...files, ...Object.fromEntries(longer) };
}

function withoutColumns({ keys, outputs }: Run): Run {
  const masked = (text: string): string => text.replace(/("(?:startC|endC|c)olumn": |col=|endColumn=|:\d+:)\d+/g, "$1");
  return { keys, outputs: Object.fromEntries(Object.entries(outputs).map(([channel, text]) => [channel, masked(text)])) };
}
