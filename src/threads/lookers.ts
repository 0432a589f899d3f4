import { basename, dirname } from "node:path";
import type { Worker } from "node:worker_threads";
import { load, placeBeside } from "../load.ts";
import type { Options } from "../options.ts";
import type { Finding } from "../types/finding.ts";
import type { Failure } from "../types/report.ts";
import type { World } from "../world.ts";
import { limitOf, type Limit } from "./limit.ts";

/** A text that an editor holds. */
export interface Held {
  /** Of its file: absolute. */
  readonly path: string;
  readonly text: string;
  /** The folder that was opened in the editor and holds it: where `keylint --stdin` would be called. */
  readonly folder: string;
}

/** What was found in a text, as plain data; or why nothing could be looked for, for the user. */
export type Seen = { readonly mistake: string } | {
  /** Where the paths begin: absolute. */
  readonly root: string;
  /** The text's own, in there. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
};

/** Looks at one text after the other, as `keylint --stdin` does at one. */
export interface Looker {
  look(held: Held): Seen;
  /** What is known of folders no longer holds. */
  forget(): void;
}

/** Makes a looker for what the options ask. */
export type LookerFor = (options: Options, env: World["env"]) => Looker;

/** What a thread that looks is told first. */
export interface Task {
  readonly options: Options;
  readonly env: World["env"];
}

/** What it is asked. It answers each text with what was seen in it, in order. */
export type Asking = Held | "forget";

/** A looker that takes its time. */
export interface Lookers {
  /** One text at a time is to be asked for. */
  look(held: Held): Promise<Seen>;
  forget(): void;
  end(): void;
}

/** Megabytes: a program of half a megabyte takes 300 for its tree. A text for which a thread needs more ends it, and the next text gets a new one. */
const memory = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 24 };

/** Milliseconds for a text: the largest that an editor sends take seconds. Without a limit one without an end would be the last that is looked at. */
const patience = 60_000;

/** A thread that looks while this one listens; this one itself, where there can be none. */
export function lookersFor(task: Task, alone: LookerFor): Lookers {
  const program = placeBeside("looking.js");
  return program === undefined ? besides(alone(task.options, task.env)) : lookersOn(program, task, limitOf(patience));
}

/** A thread that runs this program. At a text on which it takes longer than the limit it is ended, and the next text gets a new one. */
export function lookersOn(program: string, task: Task, limit: Limit): Lookers {
  return new Thread(program, task, limit);
}

function besides(looker: Looker): Lookers {
  return { look: (held) => new Promise((done) => { setImmediate(() => { done(looker.look(held)); }); }), forget: () => { looker.forget(); }, end: () => undefined };
}

class Thread implements Lookers {
  readonly #program: string;
  readonly #task: Task;
  readonly #limit: Limit;
  #worker: Worker | undefined;
  #asked: { readonly held: Held; readonly settle: (seen: Seen) => void; readonly callOff: () => void } | undefined;

  constructor(program: string, task: Task, limit: Limit) {
    this.#program = program;
    this.#task = task;
    this.#limit = limit;
    this.#worker = this.#start();
  }

  look(held: Held): Promise<Seen> {
    return new Promise((settle) => {
      this.#asked = { held, settle, callOff: this.#limit(() => { this.#lose("keylint did not come to an end on it within a minute; please report that"); }) };
      (this.#worker ??= this.#start()).postMessage(held satisfies Asking);
    });
  }

  forget(): void {
    this.#worker?.postMessage("forget" satisfies Asking);
  }

  end(): void {
    this.#asked?.callOff();
    this.#worker?.removeAllListeners();
    void this.#worker?.terminate();
  }

  /** Goes on without the thread, and without what it was asked for. */
  #lose(why: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    if (this.#asked) this.#settle(unseen(this.#asked.held, why));
  }

  #settle(seen: Seen): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.callOff();
    asked?.settle(seen);
  }

  #start(): Worker {
    const worker = new (load("node:worker_threads").Worker)(this.#program, { workerData: this.#task, stdout: true, stderr: true, resourceLimits: memory });
    const fail = (): void => {
      if (this.#worker === worker) this.#lose("it takes more memory than keylint lsp allows itself, or keylint crashed on it");
    };
    worker.on("message", (seen: Seen) => { if (this.#worker === worker) this.#settle(seen); });
    worker.on("error", fail).on("exit", fail);
    return worker;
  }
}

function unseen({ path }: Held, why: string): Seen {
  const name = basename(path);
  return { root: dirname(path), path: name, findings: [], failures: [{ path: name, message: why, fatal: true }] };
}
