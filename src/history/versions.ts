import type { Marks, Seek } from "../screen/seek.ts";
import { load } from "../load.ts";
import { windowsOf } from "./windows.ts";

/** Bytes beside a part that may say how a word in it is meant. */
const beside = 256;

/**
 * The versions of one file, one after the other. Most change a few lines, so only these are looked at for words of keys; and most of those with
 * such words have the same around them as one before.
 */
export class Versions {
  readonly #seek: Seek;
  #last: Buffer | undefined;
  /** Those of the last version, and perhaps some of versions before it. */
  #marks: Marks;
  /** Whether these suffice for a key. */
  #suffice = false;

  constructor(seek: Seek) {
    this.#seek = seek;
    this.#marks = seek.start();
  }

  /**
   * A name for what in the next version says which keys are in it: versions with the same name have the same keys. Undefined when none can be.
   * The bytes are asked for once more with the version after it.
   */
  next(bytes: Buffer): string | undefined {
    const isNew = this.#seek.mark(changed(this.#last, bytes), this.#marks);
    this.#last = bytes;
    this.#suffice ||= isNew && this.#seek.suffices(this.#marks);
    if (!this.#suffice) return undefined;
    this.#marks = this.#seek.start();
    const places = this.#seek.places(bytes, this.#marks);
    this.#suffice = this.#seek.suffices(this.#marks);
    if (places.words.length === 0) return undefined;
    const hash = load("node:crypto").createHash("sha1");
    for (const window of windowsOf(bytes, places)) hash.update(window).update("\0");
    return hash.digest("base64");
  }
}

/** What stands in a version between what it begins and ends with like the last one. */
function changed(last: Buffer | undefined, bytes: Buffer): Buffer {
  if (!last) return bytes;
  const [a, b] = [last.length, bytes.length];
  const start = alike(Math.min(a, b), (done, more) => last.compare(bytes, done, done + more, done, done + more) === 0);
  const end = alike(Math.min(a, b) - start, (done, more) => last.compare(bytes, b - done - more, b - done, a - done - more, a - done) === 0);
  return bytes.subarray(Math.max(0, start - beside), b - end + beside);
}

/** How many of at most so many bytes are the same, or few less: asked in steps that grow until some differ, and then halve. */
function alike(most: number, isSame: (done: number, more: number) => boolean): number {
  let [done, step, grows] = [0, 1024, true];
  while (step > 0 && done < most) {
    const more = Math.min(step, most - done);
    const same = isSame(done, more);
    grows &&= same;
    if (same) done += more;
    step = grows ? 2 * step : (same ? step : more) >> 1;
  }
  return done;
}
