/** Files of one share: enough that taking one costs nothing, few enough that doing one again costs little. */
const size = 256;

/** Milliseconds for which another thread is waited for, before what it does is done again. */
const patience = 10;

/**
 * Files in shares that threads take, one after the other, until none is left. What is found in each file is one byte. It lies
 * in memory that threads share, so nothing is sent, and no thread waits for another but at the end, for a moment.
 */
export class Shares {
  readonly buffer: SharedArrayBuffer;
  readonly count: number;
  /** What was found, by the file's number. */
  readonly found: Uint8Array;
  /** The next share, and behind it which shares are done. */
  readonly #numbers: Int32Array;

  constructor(count: number, buffer?: SharedArrayBuffer) {
    const shares = Math.ceil(count / size);
    this.count = count;
    this.buffer = buffer ?? new SharedArrayBuffer(4 * (1 + shares) + count);
    this.#numbers = new Int32Array(this.buffer, 0, 1 + shares);
    this.found = new Uint8Array(this.buffer, 4 * (1 + shares), count);
  }

  /** Takes shares until none is left. `told`: how many files were taken by all. */
  work(find: (file: number) => number, told: (files: number) => void = () => undefined): void {
    for (let share = this.#take(); share < this.#numbers.length - 1; share = this.#take()) {
      this.#do(share, find);
      told(Math.min(this.count, size * (this.#numbers[0] ?? 0)));
    }
  }

  /** Does what another thread has taken and does not get done, whatever became of it: the thread may have died. */
  finish(find: (file: number) => number): void {
    for (let share = 0; share < this.#numbers.length - 1; share++) {
      Atomics.wait(this.#numbers, 1 + share, 0, patience);
      if (Atomics.load(this.#numbers, 1 + share) === 0) this.#do(share, find);
    }
  }

  #take(): number {
    return Atomics.add(this.#numbers, 0, 1);
  }

  #do(share: number, find: (file: number) => number): void {
    for (let file = share * size; file < Math.min(this.count, (share + 1) * size); file++) this.found[file] = find(file);
    Atomics.store(this.#numbers, 1 + share, 1);
    Atomics.notify(this.#numbers, 1 + share);
  }
}
