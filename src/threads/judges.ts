import { isNamedIn, type Judge, type Judged, type Task } from "../history/judge.ts";
import { load, placeBeside } from "../load.ts";
import { limitOf, type Limit } from "./limit.ts";

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
  /** Judges of what waits what can be judged here: there is nothing else to do. */
  help(): Promise<void>;
  end(): void;
}

/** Megabytes: without a limit V8 lets garbage grow to gigabytes before it looks for it. A thread that needs more ends, and this one goes on. */
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 };

/** Bytes that wait at most. */
const mostWaiting = 16 * 1024 * 1024;

/** Versions that a thread has been given at most: enough that it need not wait for the next one, few enough that at the end nobody waits for it. */
const mostGiven = 8;

/** Bytes of a version that is judged here to help: larger ones leave garbage that this thread, which has no limit of its own, would let grow. */
const mostHere = 16 * 1024;

/** Milliseconds for a version, also on a machine that has much else to do: the largest take seconds. */
const patience = 5 * 60_000;

/** A thread that judges while this one reads; this one itself, where there can be none. A thread that ends early leaves what it has not judged to this one. */
export function judgesFor(task: Task, alone: () => Judge, mayThread: boolean): Judges {
  const program = mayThread ? placeBeside("judge.js") : undefined;
  return program === undefined ? besides(alone()) : judgesOn(program, task, alone, limitOf(patience));
}

/** A thread that runs this program. At a version on which it takes longer than the limit it is ended; that is said, and this one judges the others. */
export function judgesOn(program: string, task: Task, alone: () => Judge, limit: Limit): Judges {
  return new Thread(program, task, alone, limit);
}

function besides(judge: Judge): Judges {
  const judged = (path: string, bytes: Buffer): Judged => {
    judge.names();
    return judge.judge(path, Buffer.from(bytes));
  };
  return { names: () => Promise.resolve(judge.names()), judge: (path, bytes) => Promise.resolve({ verdict: Promise.resolve(judged(path, bytes)) }), help: () => Promise.resolve(), end: () => undefined };
}

interface Waiting extends Given {
  readonly done: (judged: Judged) => void;
}

class Thread implements Judges {
  /** All without a verdict, and those of them that the thread has not been given. */
  readonly #waiting = new Map<number, Waiting>();
  readonly #queue: Waiting[] = [];
  readonly #names: Promise<readonly string[]>;
  readonly #alone: () => Judge;
  #bytes = 0;
  #room: () => void = () => undefined;
  /** The judge of this thread: when the other one has ended, and to help it. */
  #local: Judge | undefined;
  #hasEnded = false;
  readonly #worker;
  #count = 0;
  readonly #limit: Limit;
  /** Calls off the limit, when one is set. */
  #callOff: (() => void) | undefined;
  /** Whether the thread has told the names: before it judges nothing. */
  #isNamed = false;

  constructor(program: string, task: Task, alone: () => Judge, limit: Limit) {
    this.#limit = limit;
    this.#worker = new (load("node:worker_threads").Worker)(program, { workerData: task, stdout: true, stderr: true, resourceLimits: memory });
    this.#alone = alone;
    this.#names = new Promise((named, failed) => {
      const fail = (): void => {
        if (this.#hasEnded) return;
        this.#hasEnded = true;
        this.#callOff?.();
        this.#queue.length = 0;
        try {
          named(this.#here.names());
          for (const one of this.#waiting.values()) this.#judgeHere(one);
        } catch (error) {
          // What ended the thread ends this one's work too: whoever asks next is told.
          failed(error);
          this.#room();
        }
      };
      this.#worker.on("message", (said: Said) => {
        this.#isNamed = true;
        if ("names" in said) named(said.names);
        else this.#settle(said.number, said);
        this.#watch();
      });
      this.#worker.on("error", fail).on("exit", fail);
    });
    this.#names.catch(() => undefined);
  }

  names(): Promise<readonly string[]> {
    return this.#names;
  }

  async judge(path: string, bytes: Buffer): Promise<{ readonly verdict: Promise<Judged> }> {
    while (this.#bytes > mostWaiting && !this.#hasEnded) await new Promise<void>((room) => (this.#room = room));
    if (this.#hasEnded) return { verdict: Promise.resolve(this.#here.judge(path, Buffer.from(bytes))) };
    const number = this.#count++;
    const copy = new Uint8Array(bytes);
    this.#bytes += copy.length;
    const verdict = new Promise<Judged>((done) => {
      const one = { number, path, bytes: copy, done };
      this.#waiting.set(number, one);
      this.#queue.push(one);
    });
    this.#give();
    return { verdict };
  }

  async help(): Promise<void> {
    const names = await this.#names;
    // Which of the two judges a version must make no difference: what a variable gives is known to the other one only.
    for (let at = this.#queue.length - 1; at >= 0; at = Math.min(at, this.#queue.length) - 1) {
      const one = this.#queue[at];
      if (!one || one.bytes.length > mostHere || isNamedIn(one.bytes, names)) continue;
      this.#queue.splice(at, 1);
      this.#judgeHere(one);
      await new Promise((next) => setImmediate(next));
    }
  }

  end(): void {
    this.#callOff?.();
    this.#worker.removeAllListeners().unref();
    void this.#worker.terminate();
  }

  /** Waits for the verdict of the next version that the thread has no longer than the limit. For the names it waits: they take as long as the tree is large. */
  #watch(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    const [next] = this.#waiting.values();
    if (!next || next === this.#queue[0] || this.#hasEnded) return;
    this.#callOff = this.#limit(() => {
      this.#settle(next.number, endless(next.path));
      void this.#worker.terminate();
    });
  }

  get #here(): Judge {
    return (this.#local ??= this.#alone());
  }

  #judgeHere({ number, path, bytes }: Waiting): void {
    this.#settle(number, this.#here.judge(path, Buffer.from(bytes)));
  }

  /** Gives the thread what it has room for. */
  #give(): void {
    while (this.#queue.length > 0 && this.#waiting.size - this.#queue.length < mostGiven) {
      const one = this.#queue.shift();
      if (one) this.#worker.postMessage({ number: one.number, path: one.path, bytes: one.bytes } satisfies Given);
    }
    if (this.#isNamed && !this.#callOff) this.#watch();
  }

  #settle(number: number, judged: Judged): void {
    const one = this.#waiting.get(number);
    if (!one) return;
    this.#waiting.delete(number);
    this.#bytes -= one.bytes.length;
    this.#give();
    this.#room();
    one.done(judged);
  }
}

function endless(path: string): Judged {
  return { sightings: [], failures: [{ path, message: "keylint did not come to an end on one of its versions within 5 minutes; please report that", fatal: true }] };
}
