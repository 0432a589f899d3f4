import type { Span } from "../../types/value.ts";

/** What ends a name or a value in any notation of settings. */
const piece = /[^\r\n=:,;[\]{}"'`]+/g;

const wordly = /[\p{L}\p{N}_]/u;

/** What the notations themselves say with words. */
const constants = /^(?:true|false|null|yes|no|on|off|none|export)$/i;

/** All of a file of settings that is in no known span, no sign and no constant: whatever a reader passed over, or took for something else. */
export function straysIn(text: string, known: readonly Span[]): readonly Span[] {
  const strays: Span[] = [];
  let done = 0;
  for (const { start, end } of [...known.toSorted((one, other) => one.start - other.start), { start: text.length, end: text.length }]) {
    if (start > done) for (const stray of straysBetween(text, done, start)) strays.push(stray);
    done = Math.max(done, end);
  }
  return strays;
}

function straysBetween(text: string, from: number, to: number): readonly Span[] {
  return [...text.slice(from, to).matchAll(piece)].flatMap(({ 0: whole, index }) => {
    const word = whole.search(wordly);
    if (word < 0) return [];
    // With the signs that are written to it: `*anchor`.
    const begin = Math.max(whole.lastIndexOf(" ", word), whole.lastIndexOf("\t", word)) + 1;
    const stray = whole.slice(begin).trimEnd();
    return constants.test(stray) ? [] : { start: from + index + begin, end: from + index + begin + stray.length };
  });
}
