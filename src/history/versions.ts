import type { Marks, Seek } from "../screen/seek.ts";
import { load } from "../load.ts";
import { changedIn } from "./changed.ts";
import { windowsOf } from "./windows.ts";

/** Bytes beside a part that may say how a word in it is meant. */
const beside = 256;

/**
 * The versions of one file, one after the other. Most change a few lines, so only these are looked at for words of keys; and most of those with
 * such words have the same around them as one before.
 */
export class Versions {
  readonly #seek: Seek;
  readonly #isSettings: boolean;
  #last: Buffer | undefined;
  /** Those of the last version, and perhaps some of versions before it. */
  #marks: Marks;
  /** Whether these suffice for a key. */
  #suffice = false;

  /** `isSettings`: these are written as settings, not as a program. */
  constructor(seek: Seek, isSettings: boolean) {
    this.#seek = seek;
    this.#isSettings = isSettings;
    this.#marks = seek.start();
  }

  /**
   * A name for what in the next version says which keys are in it: versions with the same name have the same keys. Undefined when none can be.
   * The bytes are asked for once more with the version after it.
   */
  next(bytes: Buffer): string | undefined {
    let isNew = false;
    for (const { from, to } of this.#last ? changedIn(this.#last, bytes, beside) : [{ from: 0, to: bytes.length }]) {
      if (this.#seek.mark(bytes.subarray(from, to), this.#marks)) isNew = true;
    }
    this.#last = bytes;
    this.#suffice ||= isNew && this.#seek.suffices(this.#marks);
    if (!this.#suffice) return undefined;
    this.#marks = this.#seek.start();
    const places = this.#seek.places(bytes, this.#marks);
    this.#suffice = this.#seek.suffices(this.#marks);
    if (places.words.length === 0) return undefined;
    const hash = load("node:crypto").createHash("sha1");
    for (const window of windowsOf(bytes, places, this.#isSettings)) hash.update(window).update("\0");
    return hash.digest("base64");
  }
}
