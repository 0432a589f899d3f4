import type { Blobs } from "../cache/blobs.ts";
import type { Written } from "../screen/clauses.ts";
import type { AlonePlans } from "../screen/plans.ts";
import { writtenIn } from "../screen.ts";
import { seekIn, type Seek } from "../screen/seek.ts";
import type { Failure } from "../types/report.ts";
import type { Kind } from "../types/module.ts";
import type { Unreadable } from "../types/source.ts";
import type { Judged } from "./judge.ts";
import type { Held, Ledger } from "./ledger.ts";
import type { Sighting, Sightings } from "./lives.ts";
import { Versions } from "./versions.ts";

/** A verdict, and whose it is: another version's, of which the same is said, when `shared` is true. */
interface Verdict extends Held {
  readonly verdict: Promise<Judged>;
  readonly shared: boolean;
}

/** `name`: the same for the same, and short. */
export interface Sought {
  readonly plans: AlonePlans;
  readonly name: string;
}

/** How what is read is judged: at once, or by somebody else meanwhile. */
export interface Bench {
  /** What is looked for, and a name for it: in files that give variables their values it is known when the programs of HEAD were read. */
  plans(kind: Kind): Promise<Sought>;
  /** Blobs of which an earlier run knows, by what was looked for in them, that they hold nothing. */
  readonly empty?: Pick<Blobs, "any" | "has" | "add">;
  /** Resolves to a place in a queue; the verdict comes later. The bytes are not asked for again. */
  judge(path: string, bytes: Buffer, blob: number): Promise<{ readonly verdict: Promise<Judged> }>;
}

/** What was found in all versions. */
export interface Readings {
  readonly sightings: Sightings;
  /** Versions that could not be understood in full, by the numbers of the blob and the path. */
  readonly isUnclear: (blob: number, path: number) => boolean;
  readonly failures: readonly Failure[];
  /** How many versions were judged. */
  readonly judged: number;
}

/** A file whose versions come one after the other, and what is looked for in them. */
interface Open {
  readonly path: number;
  readonly name: string;
  readonly versions: Versions;
}

/** Takes the blobs of a ledger, one after the other, and has those judged that may hold a key which the versions before them did not hold. */
export class Reading {
  readonly #ledger: Ledger;
  readonly #kindOf: (path: string) => Kind | undefined;
  readonly #bench: Bench;
  readonly #seeks = new Map<string, Seek>();
  /** By blob and path. */
  readonly #verdicts = new Map<number, Verdict>();
  readonly #absent = new Map<string, { readonly path: number; count: number; readonly message: string }>();
  #open: Open | undefined;
  /** Of the open path: verdicts by what versions say of their keys. */
  readonly #known = new Map<string, Promise<Judged>>();
  #judged = 0;

  constructor(ledger: Ledger, kindOf: (path: string) => Kind | undefined, bench: Bench) {
    this.#ledger = ledger;
    this.#kindOf = kindOf;
    this.#bench = bench;
  }

  /** Without those that are known to hold nothing. */
  async fresh(held: readonly Held[]): Promise<readonly Held[]> {
    const { empty } = this.#bench;
    if (empty?.any !== true) return held;
    const left: Held[] = [];
    for (const one of held) {
      const id = this.#ledger.blobs.names[one.blob] ?? "";
      let isKnown = true;
      for (const path of one.paths) isKnown &&= empty.has((await this.#soughtIn(path)).name, id);
      if (!isKnown) left.push(one);
    }
    return left;
  }

  /** The next one; its bytes must stay until the one after it was taken. */
  take(held: Held, bytes: Buffer | Unreadable): void | Promise<void> {
    const [first] = held.paths;
    const isNext = held.paths.length === 1 && this.#open?.path === first;
    return isNext && this.#open && Buffer.isBuffer(bytes) ? this.#next(held.blob, this.#open, bytes) : this.#takeAll(held, bytes);
  }

  async #takeAll({ blob, paths }: Held, bytes: Buffer | Unreadable): Promise<void> {
    const [first] = paths;
    for (const path of paths) {
      if (!Buffer.isBuffer(bytes)) this.#miss(path, bytes);
      else if (path !== first) {
        // Elsewhere it stood under another name: there are few of these, and they are not asked for in the order of their versions.
        await this.#next(blob, await this.#opened(path), bytes);
      } else {
        if (this.#open?.path !== path) {
          this.#open = await this.#opened(path);
          this.#known.clear();
        }
        await this.#next(blob, this.#open, bytes);
      }
    }
  }

  /**
   * Versions that would have the verdict of one which could not be understood in full: somebody was in the midst of a change, and what the
   * others hold was not found there. To be taken again.
   */
  async uncertain(): Promise<readonly Held[]> {
    const found: Held[] = [];
    for (const { shared, verdict, ...held } of this.#verdicts.values()) if (shared && (await verdict).failures.length > 0) found.push(held);
    return found;
  }

  /** One of these, judged by itself. */
  async again({ blob, paths }: Held, bytes: Buffer | Unreadable): Promise<void> {
    for (const path of paths) if (Buffer.isBuffer(bytes)) await this.#judge(blob, path, bytes);
  }

  /** All verdicts. */
  async end(): Promise<Readings> {
    const sightings = new Map<number, readonly Sighting[]>();
    const unclear = new Set<number>();
    const all = new Set<Judged>();
    for (const [place, { verdict }] of this.#verdicts) {
      const judged = await verdict;
      all.add(judged);
      if (judged.sightings.length > 0) sightings.set(place, judged.sightings);
      if (judged.failures.length > 0) unclear.add(place);
    }
    const failures = new Map([...all].flatMap((one) => one.failures).map((failure) => [`${failure.path}\0${failure.message}`, failure]));
    const missing = [...this.#absent.values()];
    return {
      sightings: (blob, path) => sightings.get(this.#placeOf(blob, path)) ?? [],
      isUnclear: (blob, path) => unclear.has(this.#placeOf(blob, path)),
      failures: [...failures.values(), ...missing.map(({ path, count, message }): Failure => ({ path: this.#nameOf(path), message: `of its versions, ${count} could not be read: ${message}`, fatal: false }))],
      judged: this.#judged,
    };
  }

  async #opened(path: number): Promise<Open> {
    const { name, seek, written } = await this.#soughtIn(path);
    const made = this.#seeks.get(name) ?? seek();
    this.#seeks.set(name, made);
    return { path, name, versions: new Versions(made, written === "settings") };
  }

  #next(blob: number, { path, name, versions }: Open, bytes: Buffer): void | Promise<void> {
    const print = versions.next(bytes);
    if (print === undefined) return this.#bench.empty?.add(name, this.#ledger.blobs.names[blob] ?? "");
    const told = `${path} ${print}`;
    const known = this.#known.get(told);
    if (!known) return this.#judge(blob, path, bytes, told);
    this.#verdicts.set(this.#placeOf(blob, path), { blob, paths: [path], verdict: known, shared: true });
  }

  async #judge(blob: number, path: number, bytes: Buffer, told?: string): Promise<void> {
    this.#judged++;
    const { verdict } = await this.#bench.judge(this.#nameOf(path), bytes, blob);
    this.#verdicts.set(this.#placeOf(blob, path), { blob, paths: [path], verdict, shared: false });
    if (told !== undefined) this.#known.set(told, verdict);
  }

  /** What is looked for in the versions of a file, by a name that it has in common with files of its kind. */
  async #soughtIn(path: number): Promise<{ readonly name: string; readonly written: Written; readonly seek: () => Seek }> {
    const file = this.#nameOf(path);
    const kind = this.#kindOf(file);
    if (kind === undefined) throw new Error("only files of known kinds are read");
    const [{ plans, name }, written] = [await this.#bench.plans(kind), writtenIn(kind)];
    const entries = plans.entriesOf(file);
    return { name: `${written ?? "other"}${entries.map((entry) => `-${entry}`).join("")}-${name}`, written, seek: () => seekIn(plans, written, entries) };
  }

  #nameOf(path: number): string {
    return this.#ledger.paths.names[path] ?? "";
  }

  #placeOf(blob: number, path: number): number {
    return blob * this.#ledger.paths.names.length + path;
  }

  #miss(path: number, { message }: Unreadable): void {
    const key = `${path} ${message}`;
    const known = this.#absent.get(key) ?? { path, count: 0, message };
    known.count++;
    this.#absent.set(key, known);
  }
}
