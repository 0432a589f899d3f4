import { buildOf } from "./build.ts";
import { opened, sealed, type Seal } from "./sealed.ts";

/** The names of git's objects that are known to hold nothing: by the kind that they were looked at as. */
export interface Blobs {
  /** Whether earlier runs kept any. */
  readonly any: boolean;
  /** Whether an object, by its name in hex, is known. It is used then, and stays. */
  has(kind: string, id: string): boolean;
  /** Only for bytes that surely are the object's, and hold nothing whatever stands around them. */
  add(kind: string, id: string): void;
  /** Keeps them, if there is anything new to keep; why not, when that fails. */
  save(): string | undefined;
}

/** Where they are kept: `CacheFolder` of discover/cache-folder.ts. */
interface Folder {
  readonly mark: string;
  read(name: string, most: number): Buffer | undefined;
  write(name: string, parts: readonly Buffer[]): string | undefined;
}

/** Objects that are kept at most: of more, those that were not used longest go. And weeks after which one goes that nobody used. */
const [mostBlobs, mostWeeks] = [2_000_000, 26];

const week = 7 * 24 * 3_600_000;

/** Names of one kind and length, sorted, and the week in which each was used last. */
interface Shelf {
  readonly names: Buffer;
  readonly weeks: Uint16Array;
}

const name = "blobs";

/**
 * The objects that earlier runs kept in a folder. `plan`: what was looked for; under another one nothing is known. `now`: milliseconds since 1970.
 * One name takes its own bytes and two more, on the disk and in memory.
 */
export function blobsIn(folder: Folder, plan: string, now: number): Blobs {
  const seal: Seal = { kind: `${name} ${plan}`, build: buildOf(), folder: folder.mark };
  const today = Math.floor(now / week);
  const shelves = shelvesIn(folder, seal, today);
  const fresh = new Map<string, Names>();
  let isChanged = false;
  return {
    any: shelves.size > 0,
    has(kind, id) {
      const place = `${kind} ${id.length / 2}`;
      const shelf = shelves.get(place);
      const at = shelf ? placeOf(shelf.names, id) : -1;
      if (!shelf || at < 0) return fresh.get(place)?.has(id) ?? false;
      if (shelf.weeks[at] !== today) {
        shelf.weeks[at] = today;
        isChanged = true;
      }
      return true;
    },
    add(kind, id) {
      if (this.has(kind, id)) return;
      const place = `${kind} ${id.length / 2}`;
      const names = fresh.get(place) ?? namesOf(id.length / 2);
      fresh.set(place, names);
      names.add(id);
      isChanged = true;
    },
    save() {
      if (!isChanged) return undefined;
      for (const [place, names] of fresh) shelves.set(place, merged(shelves.get(place), names.sorted(), Number(place.split(" ").at(-1)), today));
      fresh.clear();
      isChanged = false;
      const kept = [...bounded(shelves)];
      return folder.write(name, sealed(seal, { shelves: kept.map(([place, { weeks }]) => [place, weeks.length]) }, kept.flatMap(([, { names, weeks }]) => [names, bytesOf(weeks)])));
    },
  };
}

function shelvesIn(folder: Folder, seal: Seal, today: number): Map<string, Shelf> {
  const bytes = folder.read(name, 40 * mostBlobs);
  const found = bytes && opened(seal, bytes);
  const shelves = new Map<string, Shelf>();
  if (!found) return shelves;
  let at = 0;
  for (const [place, count] of (found.about as { readonly shelves: readonly (readonly [string, number])[] }).shelves) {
    const size = Number(place.split(" ").at(-1));
    const names = found.body.subarray(at, at + size * count);
    const weeks = new Uint16Array(count);
    bytesOf(weeks).set(found.body.subarray(at + size * count, at + (size + 2) * count));
    at += (size + 2) * count;
    shelves.set(place, weeks.every((one) => today - one <= mostWeeks) ? { names, weeks } : without({ names, weeks }, size, (one) => today - one > mostWeeks));
  }
  return shelves;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The names whose week is not one of these. */
function without({ names, weeks }: Shelf, size: number, isGone: (week: number) => boolean): Shelf {
  const kept = [...weeks.keys()].filter((at) => !isGone(weeks[at] ?? 0));
  const left = Buffer.alloc(size * kept.length);
  kept.forEach((at, place) => names.copy(left, place * size, at * size, (at + 1) * size));
  return { names: left, weeks: Uint16Array.from(kept, (at) => weeks[at] ?? 0) };
}

/** Not more than are kept: the weeks that lie back furthest go as a whole, and of one week that is too many, all. */
function bounded(shelves: Map<string, Shelf>): Map<string, Shelf> {
  const counts = new Map<number, number>();
  for (const { weeks } of shelves.values()) for (const one of weeks) counts.set(one, (counts.get(one) ?? 0) + 1);
  let left = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const gone = new Set<number>();
  for (const [one, count] of [...counts].sort(([a], [b]) => a - b)) {
    if (left <= mostBlobs) break;
    gone.add(one);
    left -= count;
  }
  if (gone.size > 0) for (const [place, shelf] of shelves) shelves.set(place, without(shelf, Number(place.split(" ").at(-1)), (one) => gone.has(one)));
  return shelves;
}

/** Where a name stands in sorted ones; -1 when it does not. Names are spread evenly, so it is looked for where it should be. */
function placeOf(names: Buffer, id: string): number {
  const wanted = Buffer.from(id, "hex");
  const size = wanted.length;
  let [low, high] = [0, names.length / size];
  // A few guesses come as near as halving would in twenty steps.
  for (let guess = Math.floor((wanted.readUInt32BE() / 2 ** 32) * high), reach = 64; guess >= low && guess < high && reach < 1 << 20; reach *= 8) {
    if (wanted.compare(names, guess * size, (guess + 1) * size) < 0) {
      high = guess;
      guess -= reach;
    } else {
      low = guess;
      guess += reach;
    }
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = wanted.compare(names, middle * size, (middle + 1) * size);
    if (order === 0) return middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}

/** New names, each once. */
interface Names {
  has(id: string): boolean;
  add(id: string): void;
  sorted(): readonly Buffer[];
}

/** A table of their first four bytes, with open places: https://en.wikipedia.org/wiki/Open_addressing. A Set of texts would take five times the memory. */
function namesOf(size: number): Names {
  let [bytes, table, count] = [Buffer.alloc(size * 1024), new Uint32Array(4096), 0];
  const placeFor = (one: Buffer): number => {
    const mask = table.length - 1;
    for (let place = one.readUInt32BE() & mask; ; place = (place + 1) & mask) {
      const number = table[place] ?? 0;
      if (number === 0 || one.compare(bytes, (number - 1) * size, number * size) === 0) return place;
    }
  };
  const grow = (): void => {
    bytes = Buffer.concat([bytes], bytes.length * 2);
    table = new Uint32Array(table.length * 2);
    for (let number = 1; number <= count; number++) table[placeFor(bytes.subarray((number - 1) * size, number * size))] = number;
  };
  return {
    has: (id) => table[placeFor(Buffer.from(id, "hex"))] !== 0,
    add(id) {
      if ((count + 1) * size > bytes.length) grow();
      const one = Buffer.from(id, "hex");
      one.copy(bytes, count * size);
      table[placeFor(one)] = ++count;
    },
    sorted: () => Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size)).sort(Buffer.compare),
  };
}

/** Two sorted lists as one. */
function merged(shelf: Shelf | undefined, fresh: readonly Buffer[], size: number, today: number): Shelf {
  const old = shelf ?? { names: Buffer.alloc(0), weeks: new Uint16Array() };
  const total = old.weeks.length + fresh.length;
  const [names, weeks] = [Buffer.alloc(total * size), new Uint16Array(total)];
  let [at, next] = [0, 0];
  for (let place = 0; place < total; place++) {
    const one = fresh[next];
    const isOld = at < old.weeks.length && (one === undefined || one.compare(old.names, at * size, (at + 1) * size) > 0);
    if (isOld) {
      old.names.copy(names, place * size, at * size, (at + 1) * size);
      weeks[place] = old.weeks[at++] ?? 0;
    } else {
      one?.copy(names, place * size);
      weeks[place] = today;
      next++;
    }
  }
  return { names, weeks };
}
