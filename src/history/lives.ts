import { load } from "../load.ts";
import type { Finding } from "../types/finding.ts";
import type { Report, Suppressed } from "../types/report.ts";
import type { Past, PastPlace, Stamp } from "../types/past.ts";
import { none, type Entry, type Ledger } from "./ledger.ts";

/** A key in a version of a file. `value`: keys of the same text have the same. */
export interface Sighting {
  readonly value: string;
  readonly finding: Finding;
  /** What silences it there. */
  readonly silenced?: Silenced;
}

type Silenced = Omit<Suppressed, "finding">;

/** The keys in a version of a file, by the numbers of the blob and the path. */
export type Sightings = (blob: number, path: number) => readonly Sighting[];

/** What was seen in all versions. */
export interface Seen {
  readonly sightings: Sightings;
  /** Of a version that could not be understood in full nobody knows that a key is gone. */
  readonly isUnclear: (blob: number, path: number) => boolean;
}

/** What happened to a key in a commit: the paths that it came to and that it left. */
interface Turn {
  readonly commit: number;
  readonly came: readonly number[];
  readonly left: readonly number[];
}

/** A key through all commits. */
interface Life {
  readonly turns: Turn[];
  /** The gravest finding of it, the earliest of these, and the commit in which that is as it says. */
  finding: Finding;
  at: number;
  /** What silences it in the newest version that held it. */
  silenced: Silenced | undefined;
}

/** What is checked out. */
export interface Head {
  readonly commit: string;
  /** The paths and blobs of its files. */
  readonly files: readonly (readonly [path: number, blob: number])[];
}

/** One finding for each key that some commit held, with its past, sorted by its place. One that is silenced where it stands now, or stood last, is. */
export function livesIn(ledger: Ledger, { sightings, isUnclear }: Seen, head: Head | undefined): Pick<Report, "findings" | "suppressed"> {
  const current = new Map<string, Set<number>>();
  const open = new Set<string>();
  for (const [path, blob] of head?.files ?? []) {
    for (const { value, silenced } of sightings(blob, path)) {
      current.set(value, (current.get(value) ?? new Set()).add(path));
      if (!silenced) open.add(value);
    }
  }
  const before = predecessors(ledger, sightings);
  const isOurs = ledger.ancestorsOf(head?.commit);
  const until = head && ledger.commits.find(head.commit);
  const lives = [...livesOf(ledger, { sightings, isUnclear })].sort(([, a], [, b]) => compare(a, b));
  const told = lives.map(([value, life]) => {
    const past = pastOf(life, current.get(value) ?? new Set(), { ledger, isOurs, until, earlier: before(value, life) });
    const { id, fix } = life.finding;
    const finding: Finding = { ...life.finding, id: identityOf(id, past.at), fix: past.removed ? removedFix : fix, past };
    return { finding, silenced: open.has(value) ? undefined : life.silenced };
  });
  return {
    findings: told.filter(({ silenced }) => !silenced).map(({ finding }) => finding),
    suppressed: told.flatMap(({ finding, silenced }) => (silenced ? [{ finding, ...silenced }] : [])),
  };
}

const removedFix = "Replace this key wherever it may still be in use: it was taken out of the files, and whoever has a copy of the repository has it.";

/** A place has had several keys: what tells them apart is the commit. */
function identityOf(id: string, commit: string): string {
  return load("node:crypto").createHash("sha256").update(`${id}\0${commit}`).digest("hex").slice(0, id.length);
}

function livesOf(ledger: Ledger, seen: Seen): ReadonlyMap<string, Life> {
  const { sightings } = seen;
  const lives = new Map<string, Life>();
  const valuesOf = carrying(seen);
  for (const changes of byCommit(ledger, seen)) {
    const came = new Map<string, number[]>();
    const left = new Map<string, number[]>();
    for (const { commit, path, before, after } of changes) {
      const now = after === none ? [] : sightings(after, path);
      const then = before.map((blob) => valuesOf(blob, path));
      for (const { value, finding, silenced } of now) {
        if (!then.some((values) => values.has(value))) put(came, value, path);
        const life = lives.get(value);
        if (life) life.silenced = silenced;
        if (!life) lives.set(value, { turns: [], finding, at: commit, silenced });
        else if (weight(finding) > weight(life.finding)) Object.assign(life, { finding, at: commit });
      }
      const values = valuesOf(after, path, before);
      for (const value of then[0] ?? []) if (!values.has(value) && then.every((one) => one.has(value))) put(left, value, path);
    }
    for (const value of new Set([...came.keys(), ...left.keys()])) lives.get(value)?.turns.push({ commit: changes[0]?.commit ?? 0, came: came.get(value) ?? [], left: left.get(value) ?? [] });
  }
  return lives;
}

/**
 * The keys of versions, from the oldest to the newest. One that cannot be understood, as in the midst of a merge, has those of the version before it
 * too, if that could be.
 */
function carrying({ sightings, isUnclear }: Seen): (blob: number, path: number, before?: readonly number[]) => ReadonlySet<string> {
  const carried = new Map<string, ReadonlySet<string>>();
  const place = (blob: number, path: number): string => `${blob} ${path}`;
  const all = (blob: number, path: number): ReadonlySet<string> => new Set(blob === none ? [] : [...sightings(blob, path).map(({ value }) => value), ...(carried.get(place(blob, path)) ?? [])]);
  return (blob, path, before = []) => {
    const at = place(blob, path);
    if (blob !== none && isUnclear(blob, path) && before.length > 0 && !carried.has(at)) {
      carried.set(at, new Set(before.flatMap((one) => (one === none ? [] : isUnclear(one, path) ? [...(carried.get(place(one, path)) ?? [])] : [...all(one, path)]))));
    }
    return all(blob, path);
  };
}

function* byCommit(ledger: Ledger, { sightings, isUnclear }: Seen): Generator<readonly Entry[], void> {
  let open: Entry[] = [];
  for (const entry of ledger.changes((blob, path) => sightings(blob, path).length > 0 || isUnclear(blob, path))) {
    if (open.length > 0 && open[0]?.commit !== entry.commit) {
      yield open;
      open = [];
    }
    open.push(entry);
  }
  if (open.length > 0) yield open;
}

function put(lists: Map<string, number[]>, key: string, one: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [one]);
  else if (!list.includes(one)) list.push(one);
}

/** How many other keys stood under the same name in the same file before a key came there. */
function predecessors(ledger: Ledger, sightings: Sightings): (value: string, life: Life) => number {
  const order = new Map<string, string[]>();
  for (const { path, after } of ledger.changes((blob, at) => sightings(blob, at).length > 0)) {
    for (const { value, finding: { name } } of sightings(after, path)) {
      const place = `${path}\0${name}`;
      const values = order.get(place);
      if (!values) order.set(place, [value]);
      else if (!values.includes(value)) values.push(value);
    }
  }
  return (value, { finding: { region, name } }) => Math.max(0, order.get(`${ledger.paths.find(region.path) ?? none}\0${name}`)?.indexOf(value) ?? 0);
}

interface Around {
  readonly ledger: Ledger;
  /** Whether HEAD came of a commit. */
  readonly isOurs: (commit: number) => boolean;
  /** HEAD's commit. */
  readonly until: number | undefined;
  readonly earlier: number;
}

/** Commits that HEAD came of are told of before others: the same was often done on other branches too. */
function pastOf({ turns: all, at }: Life, current: ReadonlySet<number>, { ledger, isOurs, until, earlier }: Around): Past {
  const ours = all.filter(({ commit }) => isOurs(commit));
  const turns = ours.some(({ came }) => came.length > 0) ? ours : all;
  const stamp = (commit: number): Stamp => ({ commit: ledger.commits.names[commit] ?? "", date: dayOf(ledger.timeOf(commit)) });
  const first = turns.find(({ came }) => came.length > 0)?.commit ?? at;
  const { start, emptied } = standing(turns);
  const gone = current.size > 0 ? undefined : emptied;
  const places = [...new Set(turns.flatMap(({ came }) => came))].map((path): PastPlace => {
    const removed = current.has(path) ? undefined : turns.findLast(({ left }) => left.includes(path))?.commit;
    return { path: ledger.paths.names[path] ?? "", added: stamp(turns.find(({ came }) => came.includes(path))?.commit ?? first), ...(removed === undefined ? {} : { removed: stamp(removed) }) };
  });
  const end = ledger.timeOf(gone ?? until ?? at);
  const began = ledger.timeOf(start ?? first);
  return {
    added: stamp(first), ...(gone === undefined ? {} : { removed: stamp(gone) }), atHead: current.size > 0,
    days: Math.max(0, Math.floor((end - (began > end ? ledger.timeOf(first) : began)) / 86_400)), earlier, at: stamp(at).commit, places,
  };
}

/** The commit since which it stood somewhere, the last time, and the last one after which it stood nowhere. */
function standing(turns: readonly Turn[]): { readonly start: number | undefined; readonly emptied: number | undefined } {
  const paths = new Set<number>();
  let [start, emptied]: [number?, number?] = [];
  for (const { commit, came, left } of turns) {
    if (paths.size === 0 && came.length > 0) start = commit;
    for (const path of left) paths.delete(path);
    for (const path of came) paths.add(path);
    if (paths.size === 0) emptied = commit;
  }
  return { start, emptied };
}

function dayOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "1970-01-01" : date.toISOString().slice(0, 10);
}

function weight({ level, context }: Finding): number {
  return ["note", "warning", "error"].indexOf(level) * 10 + (context === "production" ? 1 : 0);
}

/** By place; in one place the older commit first. */
function compare({ finding: { region: one }, at }: Life, { finding: { region: other }, at: then }: Life): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column || then - at;
}
