import type { Judge, Judged, Task } from "../history/judge.ts";
import { load, placeBeside } from "../load.ts";

/** A version to judge, with its number. */
export interface Given {
  readonly number: number;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a thread says: the names of variables first, then each version's verdict by its number. */
export type Said = { readonly names: readonly string[] } | (Judged & { readonly number: number });

/** A judge that takes its time. */
export interface Judges {
  names(): Promise<readonly string[]>;
  /** The bytes are copied. Waits for room while many wait to be judged. */
  judge(path: string, bytes: Buffer): Promise<{ readonly verdict: Promise<Judged> }>;
  end(): void;
}

/** Megabytes: without a limit V8 lets garbage grow to gigabytes before it looks for it. A thread that needs more ends, and this one goes on. */
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 };

/** Bytes that wait at most. */
const mostWaiting = 16 * 1024 * 1024;

/** A thread that judges while this one reads; this one itself, where there can be none. A thread that ends early leaves what it has not judged to this one. */
export function judgesFor(task: Task, alone: () => Judge, mayThread: boolean): Judges {
  const program = mayThread ? placeBeside("judge.js") : undefined;
  return program === undefined ? besides(alone()) : new Thread(program, task, alone);
}

function besides(judge: Judge): Judges {
  return { names: () => Promise.resolve(judge.names()), judge: (path, bytes) => Promise.resolve({ verdict: Promise.resolve(judge.judge(path, Buffer.from(bytes))) }), end: () => undefined };
}

interface Waiting extends Given {
  readonly done: (judged: Judged) => void;
}

class Thread implements Judges {
  readonly #waiting = new Map<number, Waiting>();
  readonly #names: Promise<readonly string[]>;
  #bytes = 0;
  #room: () => void = () => undefined;
  #local: Judge | undefined;
  readonly #worker;
  #count = 0;

  constructor(program: string, task: Task, alone: () => Judge) {
    this.#worker = new (load("node:worker_threads").Worker)(program, { workerData: task, stdout: true, stderr: true, resourceLimits: memory });
    this.#names = new Promise((named) => {
      const fail = (): void => {
        if (this.#local) return;
        this.#local = alone();
        named(this.#local.names());
        for (const one of this.#waiting.values()) this.#settle(one.number, this.#local.judge(one.path, Buffer.from(one.bytes)));
      };
      this.#worker.on("message", (said: Said) => {
        if ("names" in said) named(said.names);
        else this.#settle(said.number, said);
      });
      this.#worker.on("error", fail).on("exit", fail);
    });
  }

  names(): Promise<readonly string[]> {
    return this.#names;
  }

  async judge(path: string, bytes: Buffer): Promise<{ readonly verdict: Promise<Judged> }> {
    if (this.#local) return { verdict: Promise.resolve(this.#local.judge(path, Buffer.from(bytes))) };
    while (this.#bytes > mostWaiting) await new Promise<void>((room) => (this.#room = room));
    const number = this.#count++;
    const copy = new Uint8Array(bytes);
    this.#bytes += copy.length;
    const verdict = new Promise<Judged>((done) => void this.#waiting.set(number, { number, path, bytes: copy, done }));
    this.#worker.postMessage({ number, path, bytes: copy } satisfies Given);
    return { verdict };
  }

  end(): void {
    this.#worker.removeAllListeners().unref();
    void this.#worker.terminate();
  }

  #settle(number: number, judged: Judged): void {
    const one = this.#waiting.get(number);
    if (!one) return;
    this.#waiting.delete(number);
    this.#bytes -= one.bytes.length;
    this.#room();
    one.done(judged);
  }
}
