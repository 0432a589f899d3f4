import type { Input } from "@lezer/common";

/** Units of UTF-16 that the parser is given at once. To look through so many takes it some 5 microseconds (measured). */
const length = 1_024;

/** A text as the parser reads it, and how far it has looked in doing so. */
export interface CountedInput extends Input {
  /** How often the parser has gone on into the next piece: more often than there are pieces when it looks ahead, forgets what it saw and looks again. */
  readonly passed: number;
}

/** A text in pieces that all end at multiples of one length: to look on is to ask for what begins there. */
export function inputOf(text: string): CountedInput {
  let passed = 0;
  return {
    length: text.length,
    lineChunks: false,
    get passed() {
      return passed;
    },
    chunk(from) {
      const within = from % length;
      if (within === 0) passed++;
      return text.slice(from, from - within + length);
    },
    read: (from, to) => text.slice(from, to),
  };
}
