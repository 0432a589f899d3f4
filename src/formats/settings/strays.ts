import type { ModuleBuilder } from "../builder.ts";

/** What ends a name or a value in any notation of settings. */
const piece = /[^\r\n=:,;[\]{}"'`]+/g;

const wordly = /[\p{L}\p{N}_]/u;

/** What the notations themselves say with words. */
const constants = /^(?:true|false|null|yes|no|on|off|none|export)$/i;

/**
 * Covers all of a file of settings that is no name, no sign and no constant: whatever a reader passed over, or took for something else,
 * may be a text. Names are what the builder was asked to show.
 */
export function coverStrays(builder: ModuleBuilder): void {
  const known = [...builder.shown, ...builder.covered, ...builder.commented].sort((one, other) => one.start - other.start);
  let done = 0;
  for (const { start, end } of [...known, { start: builder.text.length, end: builder.text.length }]) {
    if (start > done) coverGap(builder, done, start);
    done = Math.max(done, end);
  }
}

function coverGap(builder: ModuleBuilder, from: number, to: number): void {
  for (const { 0: whole, index } of builder.text.slice(from, to).matchAll(piece)) {
    const word = whole.search(wordly);
    if (word < 0) continue;
    // With the signs that are written to it: `*anchor`.
    const begin = Math.max(whole.lastIndexOf(" ", word), whole.lastIndexOf("\t", word)) + 1;
    const text = whole.slice(begin).trimEnd();
    if (!constants.test(text)) builder.cover({ start: from + index + begin, end: from + index + begin + text.length });
  }
}
